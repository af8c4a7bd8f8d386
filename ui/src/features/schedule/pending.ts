// What was changed on the screen and is not yet in the week that the core told: laid over it, so that a block stays
// where it was dropped.
import type { Conflict, PlacedShift, ShiftDetails, Week } from "$api/generated";

/** A change on its way. `details` null means removed; a negative number stands for a shift that has none yet. */
export interface Pending {
  details: ShiftDetails | null;
  /** The core has answered; the next week that it tells holds the change. */
  settled: boolean;
}

export type Changes = ReadonlyMap<number, Pending>;

/** The week with the changes laid over it. */
export function overlaid(week: Week, changes: Changes): Week {
  if (changes.size === 0) return week;
  const days = new Set(week.days.map(({ day }) => day));
  const known = new Set(week.shifts.map(({ shift }) => shift.id));
  const changed = week.shifts.map((placed) => over(placed, changes.get(placed.shift.id)));
  const added = [...changes].filter(([id]) => !known.has(id)).map(([id, change]) => over(fresh(id), change));
  const shifts = [...changed, ...added].filter((placed) => placed !== null);
  return { ...week, shifts: shifts.filter(({ shift }) => days.has(shift.details.day)) };
}

/** What is still on its way once the core has told a new week. */
export function unsettled(changes: Changes): Changes {
  const left = [...changes].filter(([, change]) => !change.settled);
  return left.length === changes.size ? changes : new Map(left);
}

function over(placed: PlacedShift | { shift: { id: number }; conflicts: Conflict[] }, change: Pending | undefined) {
  if (!change) return placed as PlacedShift;
  if (!change.details) return null;
  const shift = { id: placed.shift.id, details: change.details };
  return { shift, conflicts: placed.conflicts };
}

function fresh(id: number) {
  return { shift: { id }, conflicts: [] };
}
