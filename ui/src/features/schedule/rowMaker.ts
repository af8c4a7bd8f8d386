// Rows of the grid that stay the same things while nothing of theirs changes: a drop works out two rows, not sixty.
import type { PlacedShift, Week } from "$api/generated";
import { habit } from "$shared/habit.svelte";
import { blocksOf, drawn, headsOf, type By, type Draft, type Row } from "./rows";

/** What a row was made of, and the row. */
interface Made {
  of: readonly unknown[];
  row: Row;
}

/** Makes the rows of a week for the days in sight; what is being made is drawn among them. */
export type MakeRows = (week: Week, by: By, days: readonly string[], drafts?: readonly Draft[]) => readonly Row[];

/** Makes rows again and again: one that is made of the same as last time is the same thing as then. */
export function rowMaker(): MakeRows {
  let known = new Map<number, Made>();
  let last: readonly Row[] = [];
  return (week, by, days, drafts = []) => {
    const own = byRow(week, by, days, drafts);
    const unpublished = new Set(week.drafts.shifts);
    const all = [by, habit.clock, days.join(), by === "people" ? week.desks : week.people];
    const made = new Map<number, Made>();
    for (const head of headsOf(week, by, days)) {
      const placed = own.get(head.id) ?? [];
      const told = placed.map(({ shift }) => unpublished.has(shift.id));
      const of = [...all, JSON.stringify(head), ...placed, ...told];
      const before = known.get(head.id);
      const same = before !== undefined && isSame(before.of, of);
      const row = same ? before.row : { ...head, ...blocksOf(placed, week, by, days, unpublished) };
      made.set(head.id, { of, row });
    }
    known = made;
    const rows = [...made.values()].map(({ row }) => row);
    return isSame(rows, last) ? last : (last = rows);
  };
}

/** The rows once. */
export const rowsOf: MakeRows = (...of) => rowMaker()(...of);

/** The shifts of the days in sight by whose row they are in. A missing person or desk is in no row. */
function byRow(week: Week, by: By, days: readonly string[], drafts: readonly Draft[]) {
  const rows = new Map<number, PlacedShift[]>();
  const key = by === "people" ? "staff" : "desk";
  const inSight = new Set(days);
  for (const placed of [...week.shifts, ...drafts.map(drawn)]) {
    const { details } = placed.shift;
    if (!inSight.has(details.day)) continue;
    const row = rows.get(details[key]);
    if (row) row.push(placed);
    else rows.set(details[key], [placed]);
  }
  return rows;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
