// Corrections from the desk: what can be put right, and the line that tells what was.
import { api, type Day, type ItemId, type ItemStatus, type LoanId, type LoanRow } from "$api/generated";
import { addDays } from "$shared/format";
import { habit } from "$shared/habit.svelte";
import { may } from "$shared/permissions.svelte";
import type { Entry, Line } from "./lines";
import { words } from "./words";

/** What is put right, and of what. */
export type Correction = { title: string; barcode: string } & (
  | { kind: "due"; loan: LoanId; due: Day }
  | { kind: "claim" | "returned"; loan: LoanId }
  | { kind: "status"; item: ItemId; status: ItemStatus }
);

/** What was typed: each kind needs some of it. */
export interface Corrected {
  day: Day | null;
  reason: string;
  status: ItemStatus;
}

/** What the person here may put right of a loan that is out. */
export function ofLoan(loan: LoanRow): Correction[] {
  const of = { title: loan.title, barcode: loan.barcode, loan: loan.id };
  const due: Correction[] = may("override_rules") ? [{ ...of, kind: "due", due: loan.due }] : [];
  return loan.claimed_at === null && may("lend") ? [...due, { ...of, kind: "claim" }] : due;
}

/** What the person here may put right of a line: when the item came back, and what became of it. */
export function ofLine(line: Line): Correction[] {
  if (line.undone || line.kind === "stop") return [];
  const of = { title: line.title, barcode: line.barcode };
  const returned: Correction[] =
    line.did === "returned" && line.loan !== undefined && may("take_money")
      ? [{ ...of, kind: "returned", loan: line.loan }]
      : [];
  const { item } = line;
  return item && may("edit_catalog") ? [...returned, { ...of, kind: "status", ...item }] : returned;
}

/** How the fields stand before anything is typed; a return was most often in the book drop since yesterday. */
export function proposed(correction: Correction): Corrected {
  const yesterday = addDays(habit.today, -1);
  const day = correction.kind === "due" ? correction.due : yesterday;
  return { day, reason: "", status: correction.kind === "status" ? correction.status : "in_service" };
}

/** Puts it right and tells so. */
export async function correct(correction: Correction, { day, reason, status }: Corrected): Promise<Entry> {
  switch (correction.kind) {
    case "due": {
      const { loan } = correction;
      const done = await api.circulation.changeDue({ loan, due: day ?? correction.due, reason });
      return told(correction, words.dueByHand, [reason], done.undo, { due: done.loan.due, loan });
    }
    case "claim": {
      const { loan } = correction;
      const done = await api.circulation.claimReturned({ loan, reason });
      return told(correction, words.claimed, [reason], done.undo, { loan });
    }
    case "returned": {
      const { loan } = correction;
      const on = day ?? habit.today;
      const done = await api.circulation.backdateReturn({ loan, day: on, reason });
      const waived = done.waived > 0 ? [words.fineWaived(done.waived)] : [];
      return told(correction, words.cameBack(on), [...waived, reason], done.undo, { loan });
    }
    case "status": {
      const done = await api.circulation.setStatus({ item: correction.item, status });
      return told(correction, words.status[status], [], done.undo);
    }
  }
}

function told(
  { title, barcode }: Correction,
  what: string,
  about: string[],
  undo: number,
  more: Pick<Entry, "due" | "loan"> = {},
): Entry {
  const tag = { kind: "careful", text: what } as const;
  return { title, barcode, about, undo, kind: "careful", tag, ...more };
}
