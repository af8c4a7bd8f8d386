// Several shifts at once: which a band takes in, where they go together, where copies land. It holds no selection.
import type { ShiftChange, ShiftDetails } from "$api/generated";
import { addDays, daysBetween } from "$shared/format";
import type { Spot, Stand } from "./drag";
import type { Row } from "./rows";

/** By how much a stand differs from another. */
export interface Step {
  row: number;
  column: number;
  start: number;
  end: number;
}

/** One more, or one fewer if it was there. */
export function toggled(selection: readonly number[], id: number): number[] {
  return selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id];
}

/** The blocks that a band from one spot to another touches. */
export function within(rows: readonly Row[], from: Spot, to: Spot, timed: boolean): number[] {
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  const [first, last] = [Math.min(from.minute, to.minute), Math.max(from.minute, to.minute)];
  const touched = ({ column, details }: Row["blocks"][number]) =>
    column >= left && column <= right && (!timed || (details.start < last && details.end > first));
  return rows.slice(top, bottom + 1).flatMap((row) => row.blocks.filter(touched).map(({ id }) => id));
}

export function stepBetween(from: Stand, to: Stand): Step {
  return {
    row: to.row - from.row,
    column: to.column - from.column,
    start: to.start - from.start,
    end: to.end - from.end,
  };
}

/** Where a stand is after a step; null off the grid or the day, or where nothing would be left of it. */
export function stepped(from: Stand, by: Step, grid: { rows: number; columns: number }): Stand | null {
  const to = {
    row: from.row + by.row,
    column: from.column + by.column,
    start: from.start + by.start,
    end: from.end + by.end,
  };
  const onGrid = to.row >= 0 && to.row < grid.rows && to.column >= 0 && to.column < grid.columns;
  return onGrid && to.start >= 0 && to.end <= 1440 && to.start < to.end ? to : null;
}

/** What was copied, as new shifts: the earliest day becomes `day`, and the row's person or desk is theirs if there is
 * one. Where they would lie upon themselves they follow right after. */
export function pasted(copied: readonly ShiftDetails[], day: string, row: Partial<ShiftDetails>): ShiftChange[] {
  const first = copied.map((shift) => shift.day).sort()[0];
  if (!first) return [];
  const by = daysBetween(first, day);
  const there = copied.map((shift) => ({ ...shift, ...row, day: addDays(shift.day, by) }));
  const upon = there.every(
    (shift, index) =>
      shift.day === copied[index]!.day && shift.staff === copied[index]!.staff && shift.desk === copied[index]!.desk,
  );
  const length = Math.max(...there.map(({ end }) => end)) - Math.min(...there.map(({ start }) => start));
  const fits = there.every(({ end }) => end + length <= 1440);
  const later = upon && fits ? length : 0;
  return there.map((shift) => ({
    id: null,
    before: null,
    after: { ...shift, start: shift.start + later, end: shift.end + later },
  }));
}
