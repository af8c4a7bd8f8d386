// What each scan and key of the desk asks of the core, and the line that tells what came of it. It holds no state.
import {
  api,
  type Beside,
  type LockedReturn,
  type Override,
  type Settling,
  type CheckedIn,
  type DueStep,
  type FineStep,
  type ItemId,
  type LoanRow,
  type PatronId,
  type Day,
  type LoanId,
  type UndoId,
} from "$api/generated";
import { Failure, reasonsOf } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { may } from "$shared/permissions.svelte";
import * as lines from "./lines";
import type { Entry, Line, Refusable } from "./lines";
import { has, reasonText } from "./reasons";
import { looksLikeName } from "./typed";
import { words } from "./words";

export type Mode = "lend" | "return" | "in_house";

/** What the desk works off, one after another. */
export type Job =
  | { kind: "scan"; code: string; mode: Mode; patron?: PatronId | null }
  | { kind: "open"; patron: PatronId }
  | { kind: "finish" | "renew_all" }
  | { kind: "renew" | "explain"; loan: LoanRow }
  | { kind: "renew_item" | "take_back"; item: ItemId; title: string }
  | { kind: "lend"; item: ItemId; patron: PatronId; title: string }
  | { kind: "override"; line: Line; reason: string; supervisor: Beside | null }
  | { kind: "settle"; kept: LockedReturn; how: Settling; title: string }
  | { kind: "undo"; line: Line | null };

/** What is explained of a loan: its due day, or what its delay cost. */
export type Why = { loan: LoanId; title: string } & (
  | { kind: "due"; due: Day; dueAt: string | null; steps: readonly DueStep[] }
  | { kind: "fine"; amount: number; steps: readonly FineStep[] }
);

/** What came of a job. */
export interface Outcome {
  line?: Entry;
  /** A patron's card was scanned. */
  patron?: PatronId;
  why?: Why;
  /** Looks like a name that somebody searches for. */
  find?: string;
}

/** Works off one scan, in the mode in which it was scanned. */
export async function scan(code: string, mode: Mode, patron: PatronId | null): Promise<Outcome> {
  const found = await api.circulation.identify({ code });
  if (found.kind === "patron") return { patron: found.patron };
  if (found.kind === "retired_card") return { line: lines.retiredCardLine(found) };
  if (found.kind === "nothing") {
    const line = lines.unknownLine(found.code, found.looks_like, may("edit_patrons"), may("edit_catalog"));
    return looksLikeName(code) ? { find: code, line } : { line };
  }
  if (mode === "return") return takeBack(found.item, patron);
  if (mode === "in_house") return useInHouse(found.item, found.out_to);
  return patron === null ? withoutCard(found.item) : lend(patron, found.item, found.out_to);
}

export async function lend(
  patron: PatronId,
  item: ItemId,
  outTo: PatronId | null,
  override: Override | null = null,
): Promise<Outcome> {
  try {
    const lent = await api.circulation.checkOut({ patron, item, override });
    return { line: lines.lentLine(lent), why: whyOf(lent.loan, lent.why) };
  } catch (thrown) {
    return refused(words.notLent, thrown, item, { what: { kind: "lend", patron, item }, outTo });
  }
}

/** Takes an item back; one that was not out, while somebody stands at the desk, they may have meant to borrow. */
export async function takeBack(item: ItemId, patron: PatronId | null = null): Promise<Outcome> {
  try {
    const back = await api.circulation.checkIn({ item });
    if (back.loan || back.found || patron === null) return returned(back);
    return { line: lines.notOutLine(back, patron) };
  } catch (thrown) {
    return refused(words.notReturned, thrown, item);
  }
}

/** What came back, and why it cost what it cost. */
function returned(back: CheckedIn): Outcome {
  const line = lines.returnedLine(back);
  const { loan, charge, fine } = back;
  if (!loan || !charge) return { line };
  return { line, why: { kind: "fine", loan: loan.id, title: loan.title, amount: charge.amount, steps: fine.steps } };
}

export async function renew(loan: LoanRow, override: Override | null = null): Promise<Outcome> {
  try {
    const lent = await api.circulation.renew({ loan: loan.id, override });
    return { line: lines.renewedLine(lent), why: whyOf(lent.loan, lent.why) };
  } catch (thrown) {
    const failure = refusal(thrown);
    return { line: lines.refusedLine(words.notRenewed, loan, reasonsOf(failure), { what: { kind: "renew", loan } }) };
  }
}

/** The patron's loans that have renewals left, as the core counts them. */
export async function renewable(patron: PatronId): Promise<LoanRow[]> {
  const { loans } = await api.circulation.patronAtDesk({ patron });
  return loans.filter((loan) => loan.renewals_left > 0);
}

/** Why the loan is due on its day. */
export async function explain(loan: LoanRow): Promise<Outcome> {
  return { why: whyOf(loan, await api.circulation.explainDue({ loan: loan.id })) };
}

/** Takes a scan back; what was undone already is undone. */
export async function undo(undo: UndoId): Promise<Pick<Line, "undone" | "notUndone">> {
  try {
    await api.circulation.undo({ undo });
    return { undone: true };
  } catch (thrown) {
    const failure = Failure.from(thrown);
    const reasons = reasonsOf(failure);
    if (has(reasons, "already_undone")) return { undone: true };
    const why = reasons.length > 0 ? reasons.map(reasonText).join(" ") : failureSentence(failure);
    return { notUndone: words.notUndone(why) };
  }
}

/** What a job is about, for the line that keeps it when it failed. */
export function subjectOf(job: Job): string {
  if (job.kind === "scan") return job.code;
  if (job.kind === "renew" || job.kind === "explain") return job.loan.title;
  if (job.kind === "override") return job.line.title;
  return "title" in job ? job.title : words.desk;
}

/** Renews the loan of an item that the patron has already. */
export async function renewItem(item: ItemId): Promise<Outcome> {
  const loan = await api.circulation.itemLoan({ item });
  if (loan) return renew(loan);
  const {
    title,
    item: { details },
  } = await api.catalog.item({ id: item });
  const gone = { refusal: { kind: "not_on_loan" }, message: "", may_override: null };
  return {
    line: lines.refusedLine(words.notRenewed, { title: title.details.title, barcode: details.barcode }, [gone]),
  };
}

/** Goes on in spite of the reasons. */
export function goOn(what: Refusable, override: Override): Promise<Outcome> {
  return what.kind === "lend" ? lend(what.patron, what.item, null, override) : renew(what.loan, override);
}

/** Settles a return that was scanned while the desk was locked. */
export async function settle(kept: LockedReturn, how: Settling): Promise<Outcome> {
  try {
    const settled = await api.circulation.settleLockedReturn({ id: kept.id, how });
    if (!settled.returned) return { line: lines.dismissedLine(kept) };
    const { line, why } = returned(settled.returned);
    const told = line && { ...line, about: [...line.about, words.scannedAt(kept.at)] };
    return { ...(told && { line: told }), ...(why && { why }) };
  } catch (thrown) {
    const reasons = reasonsOf(refusal(thrown));
    const of = { title: kept.item?.title.details.title ?? kept.barcode, barcode: kept.barcode };
    return { line: lines.refusedLine(words.notReturned, of, reasons) };
  }
}

async function useInHouse(item: ItemId, outTo: PatronId | null): Promise<Outcome> {
  try {
    return { line: lines.inHouseLine(await api.circulation.recordInHouse({ item })) };
  } catch (thrown) {
    return refused(words.notCounted, thrown, item, { outTo });
  }
}

async function withoutCard(item: ItemId): Promise<Outcome> {
  const [row, loan] = await Promise.all([api.catalog.item({ id: item }), api.circulation.itemLoan({ item })]);
  return { line: lines.cardFirstLine(row, loan) };
}

async function refused(
  tag: string,
  thrown: unknown,
  item: ItemId,
  more: { what?: Refusable; outTo?: PatronId | null } = {},
): Promise<Outcome> {
  const reasons = reasonsOf(refusal(thrown));
  const row = await api.catalog.item({ id: item });
  const of = { title: row.title.details.title, barcode: row.item.details.barcode };
  return { line: lines.refusedLine(tag, of, reasons, { ...more, item }) };
}

/** The refusal, or the failure thrown on: whoever asked keeps the scan. */
function refusal(thrown: unknown): Failure {
  const failure = Failure.from(thrown);
  if (failure.code !== "refused") throw failure;
  return failure;
}

function whyOf(loan: LoanRow, steps: readonly DueStep[]): Why {
  return { kind: "due", loan: loan.id, title: loan.title, due: loan.due, dueAt: loan.due_at, steps };
}
