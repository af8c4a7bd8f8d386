// Who works now and who comes next, of the day's shifts.
import type { OnShift } from "$api/generated";

export interface Working {
  now: OnShift[];
  next: OnShift[];
}

/** The shifts that run and those still to begin; what is over is left out. */
export function workingAt(shifts: readonly OnShift[], minute: number): Working {
  return {
    now: shifts.filter((shift) => shift.now),
    next: shifts.filter((shift) => !shift.now && shift.start >= minute),
  };
}
