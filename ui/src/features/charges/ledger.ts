// Both sides of a ledger as one list, the newest on top; it formats and adds nothing up.
import type { Charge, ChargeId, Credit, CreditId, PatronLedger } from "$api/generated";
import { words } from "./words";

/** One line of the ledger. */
export interface Entry {
  key: string;
  at: string;
  what: string;
  /** What it was about, who wrote it, why. */
  about: string[];
  /** In cents; below nothing where it lessens what is owed. */
  amount: number;
  state: string;
  /** The payment or waiver that can still be taken back. */
  credit?: CreditId;
}

/** The ledger by date, the newest on top. */
export function entries(ledger: PatronLedger): Entry[] {
  const all = [...ledger.charges.map(ofCharge), ...ledger.credits.map(ofCredit)];
  return all.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

/** What is not settled yet. */
export function owing(ledger: PatronLedger): Charge[] {
  return ledger.charges.filter((charge) => charge.owed > 0);
}

/** What is owed of the chosen. */
export function owedOf(charges: readonly Charge[], chosen: readonly ChargeId[]): number {
  return charges.filter(({ id }) => chosen.includes(id)).reduce((sum, { owed }) => sum + owed, 0);
}

/** "Overdue fine · Middlemarch". */
export function nameOfCharge({ kind, title, note }: Charge): string {
  return [words.kinds[kind], title, note].filter(Boolean).join(" · ");
}

function ofCharge(charge: Charge): Entry {
  const about = [charge.title, charge.note, charge.by && words.by(charge.by)];
  return {
    key: `charge ${charge.id}`,
    at: charge.at,
    what: words.kinds[charge.kind],
    about: about.filter((part): part is string => !!part),
    amount: charge.amount,
    state: charge.owed > 0 ? words.owed(charge.owed) : words.settled,
  };
}

function ofCredit(credit: Credit): Entry {
  const about = [credit.reason, credit.by && words.by(credit.by)];
  const stands = credit.kind !== "reversal" && credit.reversed_by === null;
  return {
    key: `credit ${credit.id}`,
    at: credit.at,
    what: words.credits[credit.kind],
    about: about.filter((part): part is string => !!part),
    amount: -credit.amount,
    state: credit.reversed_by === null ? "" : words.takenBack,
    ...(stands && { credit: credit.id }),
  };
}
