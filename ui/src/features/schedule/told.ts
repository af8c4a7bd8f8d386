// A week told anew in the place of the one before: what of it is as it was is the same thing as then, so that only what
// changed is worked out and drawn anew.
import type { Week } from "$api/generated";

/** The week as it is now, made of the parts of the last one where they are alike. */
export function renewed(before: Week | undefined, now: Week): Week {
  if (!before) return now;
  return {
    ...now,
    days: kept(before.days, now.days, ({ day }) => day),
    people: kept(before.people, now.people, ({ person }) => person.id),
    desks: kept(before.desks, now.desks, ({ id }) => id),
    shifts: kept(before.shifts, now.shifts, ({ shift }) => shift.id),
    coverage: kept(before.coverage, now.coverage, ({ desk, day }) => `${desk} ${day}`),
  };
}

function kept<T>(before: T[], now: T[], key: (one: T) => number | string): T[] {
  const known = new Map(before.map((one) => [key(one), one]));
  const list = now.map((one) => {
    const old = known.get(key(one));
    return old !== undefined && JSON.stringify(old) === JSON.stringify(one) ? old : one;
  });
  const same = list.length === before.length && list.every((one, index) => one === before[index]);
  return same ? before : list;
}
