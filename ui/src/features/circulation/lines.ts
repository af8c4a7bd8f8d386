// The lines of the running list, made from what the core answered. A line keeps no rule, only what to show and offer.
import type {
  Charged,
  Credited,
  CheckedIn,
  Day,
  Identified,
  InHouse,
  ItemId,
  ItemRow,
  ItemStatus,
  Lent,
  LoanId,
  LoanRow,
  LockedReturn,
  NumberKind,
  PatronId,
  UndoId,
} from "$api/generated";
import { type Failure, type Refused } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { looksLikeName } from "./typed";
import { has, isQuiet, mayGoOn, reasonText, said, someoneMayGoOn, type Said } from "./reasons";
import { words } from "./words";

export type Kind = "fine" | "careful" | "stop" | "note";

/** The running list keeps so many. */
export const LINES_KEPT = 200;

/** What was refused, so that it can be tried again with an override. */
export type Refusable = { kind: "lend"; patron: PatronId; item: ItemId } | { kind: "renew"; loan: LoanRow };

/** A way out that a line offers. */
export type Way =
  | { kind: "open_patron"; patron: PatronId }
  | { kind: "take_back" | "renew"; item: ItemId }
  | { kind: "lend"; item: ItemId; patron: PatronId }
  | { kind: "register" | "add_item" | "find"; text: string }
  | { kind: "again" };

/** One entry, as it is said; the list adds number and time. */
export interface Entry {
  kind: Kind;
  /** Which icon, where it is not the kind's own. */
  did?: "returned" | "renewed";
  title: string;
  barcode: string;
  /** What else stands on the second line. */
  about: string[];
  due?: Day;
  /** The instant, of a loan by the hour. */
  dueAt?: string | null;
  tag?: { kind: Kind; text: string };
  reasons?: Said[];
  undo?: UndoId | null;
  loan?: LoanId;
  /** Who has it, told only while they do. */
  borrower?: string;
  /** The item whose status may be set, and the one it has. */
  item?: { item: ItemId; status: ItemStatus };
  ways?: Way[];
  /** `mayGoOn` is the person at the desk, `mayAsk` where only somebody else may. */
  refused?: { what: Refusable; mayGoOn: boolean; mayAsk: boolean };
}

export interface Line extends Entry {
  id: number;
  /** When it was done. */
  at: string;
  undone?: boolean;
  /** Why it was not undone. */
  notUndone?: string;
}

export function lentLine({ loan, overridden, undo }: Lent): Entry {
  return {
    ...ofLoan(loan, overridden),
    kind: overridden.length > 0 ? "careful" : "fine",
    due: loan.due,
    dueAt: loan.due_at,
    undo,
    loan: loan.id,
    ...(loan.patron_name && { borrower: loan.patron_name }),
  };
}

/** The lines after another: once a loan has ended they do not say any more whose it was. */
export function withoutBorrower(lines: readonly Line[], loan: LoanId | undefined): readonly Line[] {
  if (loan === undefined) return lines;
  return lines.map((line) => {
    if (line.loan !== loan || !line.borrower) return line;
    const { borrower: _, ...rest } = line;
    return rest;
  });
}

export function renewedLine(lent: Lent): Entry {
  const line = lentLine(lent);
  return { ...line, did: "renewed", about: [words.renewed(lent.loan.renewals_left), ...line.about] };
}

export function returnedLine({ item, loan, late, overdue_days, charge, found, undo }: CheckedIn): Entry {
  const outOfService = item.item.status === "in_service" ? [] : [words.status[item.item.status]];
  const about = loan?.patron_name ? [words.returnedBy(loan.patron_name)] : [];
  if (loan && found) about.push(words.found);
  if (charge) about.push(words.fined(charge.amount));
  const tag = late
    ? words.late(overdue_days)
    : loan
      ? words.returned
      : found
        ? words.found
        : (outOfService[0] ?? words.notOnLoan);
  const kind: Kind = late || outOfService.length > 0 ? "careful" : loan ? "fine" : "note";
  if (!loan && tag !== words.notOnLoan) about.push(words.notOnLoan.toLowerCase());
  return {
    ...ofItem(item, about),
    kind,
    did: "returned",
    tag: { kind, text: tag },
    undo,
    ...(loan && { loan: loan.id }),
  };
}

/** What was brought to the desk by somebody who stands there, and was not out: most likely they wanted to borrow it. */
export function notOutLine(back: CheckedIn, patron: PatronId): Entry {
  const line = returnedLine(back);
  const { id, status } = back.item.item;
  if (status !== "in_service") return line;
  const ways: Way[] = [{ kind: "lend", item: id, patron }];
  const tag = { kind: "careful", text: words.notOnLoan } as const;
  return { ...line, kind: "careful", about: [...line.about, words.nothingLent], tag, ways };
}

/** Money that changed hands, or did not have to. */
export function creditedLine({ credit, balance, undo }: Credited, name: string): Entry {
  const kind: Kind = credit.kind === "reversal" ? "careful" : "fine";
  return {
    kind,
    title: words.credited[credit.kind](Math.abs(credit.amount)),
    barcode: "",
    about: [name, words.owesNow(balance), credit.reason].filter(Boolean),
    undo,
  };
}

export function chargedLine({ charge, balance, undo }: Charged, name: string): Entry {
  const about = [name, charge.title ?? "", charge.note, words.owesNow(balance)].filter(Boolean);
  return { kind: "careful", title: words.charged(charge.amount), barcode: "", about, undo };
}

export function inHouseLine({ item, undo }: InHouse): Entry {
  return { ...ofItem(item, [words.usedHere]), kind: "note", tag: { kind: "note", text: words.inHouse }, undo };
}

/** An item that came before any card. */
export function cardFirstLine(row: ItemRow, loan: LoanRow | null): Entry {
  const where = loan ? words.isOut(loan.patron_name ?? words.somebody, loan.due, loan.due_at) : words.isIn;
  const ways: Way[] = loan ? [{ kind: "take_back", item: row.item.id }] : [];
  if (loan?.patron != null) ways.push({ kind: "open_patron", patron: loan.patron });
  return { ...ofItem(row, [where]), kind: "careful", tag: { kind: "careful", text: words.cardFirst }, ways };
}

export function unknownLine(code: string, looksLike: NumberKind | null, mayRegister: boolean, mayAdd: boolean): Entry {
  const ways: Way[] = looksLikeName(code) ? [{ kind: "find", text: code }] : [];
  if (mayRegister && looksLike !== "item") ways.push({ kind: "register", text: code });
  if (mayAdd && looksLike !== "card") ways.push({ kind: "add_item", text: code });
  const title = looksLikeName(code) ? words.unknownName(code) : words.unknown(code);
  const about = looksLike ? [words.looksLike[looksLike]] : [];
  return { kind: "stop", title, barcode: "", about, tag: { kind: "stop", text: words.notDone }, ways };
}

/** A number that opens nobody any more: what became of it, whose it was, and the way to them. */
export function retiredCardLine({ card, patron, name }: Extract<Identified, { kind: "retired_card" }>): Entry {
  const what = card.kind === "lost" ? words.cardLost(card.since) : words.cardReplaced(card.since);
  return {
    kind: "stop",
    title: what,
    barcode: card.number,
    about: [words.cardWas(name), card.note].filter(Boolean),
    tag: { kind: "stop", text: words.notOpened },
    ways: [{ kind: "open_patron", patron }],
  };
}

/** A line for what the core refused: all its reasons, or one quiet sentence when it was only done already. */
export function refusedLine(
  tag: string,
  { title, barcode }: { title: string; barcode: string },
  reasons: readonly Refused[],
  more: { what?: Refusable; item?: ItemId; outTo?: PatronId | null } = {},
): Entry {
  const of = { title, barcode };
  if (isQuiet(reasons)) return { ...of, kind: "careful", about: reasons.map(reasonText) };
  const alone = mayGoOn(reasons);
  const refused = more.what && { what: more.what, mayGoOn: alone, mayAsk: !alone && someoneMayGoOn(reasons) };
  const ways: Way[] = [];
  if (has(reasons, "on_loan") && more.item !== undefined) {
    const hers = reasons.some((reason) => reason.refusal.to_this_patron === true);
    if (more.outTo != null && !hers) ways.push({ kind: "open_patron", patron: more.outTo });
    ways.push(hers ? { kind: "renew", item: more.item } : { kind: "take_back", item: more.item });
  }
  const line: Entry = {
    ...of,
    kind: "stop",
    about: [],
    tag: { kind: "stop", text: tag },
    reasons: said(reasons),
    ways,
  };
  return refused ? { ...line, refused } : line;
}

/** A return that was scanned while locked, and is no return after all. */
export function dismissedLine({ barcode, item }: LockedReturn): Entry {
  const title = item?.title.details.title ?? barcode;
  return { kind: "note", title, barcode, about: [], tag: { kind: "note", text: words.dismissed } };
}

/** A scan that failed without a refusal is kept, and may be tried again. */
export function failedLine(code: string, failure: Failure): Entry {
  const reasons = [{ text: failureSentence(failure), who: "" }];
  return {
    kind: "stop",
    title: code,
    barcode: "",
    about: [],
    tag: { kind: "stop", text: words.notDone },
    reasons,
    ways: [{ kind: "again" }],
  };
}

/** What a screen reader says of a line. */
export function spoken(line: Entry, dueOf: (due: Day, at?: string | null) => string): string {
  const first = line.tag?.text ?? (line.due ? words.lent : undefined);
  const facts = [
    line.title,
    line.due && dueOf(line.due, line.dueAt),
    ...line.about,
    ...(line.reasons ?? []).map(({ text }) => text),
  ];
  return [first, ...facts].filter(Boolean).join(". ");
}

function ofItem({ item, title }: ItemRow, about: string[]): Pick<Entry, "title" | "barcode" | "about" | "item"> {
  const call = item.details.call_number;
  return {
    title: title.details.title,
    barcode: item.details.barcode,
    about: call ? [call, ...about] : about,
    item: { item: item.id, status: item.status },
  };
}

function ofLoan(loan: LoanRow, overridden: readonly Refused[]): Pick<Entry, "title" | "barcode" | "about"> {
  const spite = overridden.length > 0 ? [words.overridden(overridden.map(reasonText).join("; "))] : [];
  return { title: loan.title, barcode: loan.barcode, about: [loan.call_number, ...spite].filter(Boolean) };
}
