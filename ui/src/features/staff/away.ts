// What of a week's classes and leave stands on which cell of the grid.
import type { Away, DayTimes } from "$api/generated";

/** A column of the grid: a weekday, its day in the week that is shown, and what keeps somebody away then. */
export interface Column {
  weekday: number;
  day: string | null;
  away: readonly Away[];
}

/** The columns of a week; without its days they stand in the library's order of weekdays. */
export function columnsOf(days: readonly DayTimes[], starts: "monday" | "sunday"): Column[] {
  if (days.length === 7) {
    return days.map(({ day, away }) => ({ weekday: weekdayOf(day), day, away }));
  }
  const weekdays = starts === "sunday" ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  return weekdays.map((weekday) => ({ weekday, day: null, away: [] }));
}

/** What keeps somebody away in a cell, and whether it is the first cell of it that is shown. */
export function awayAt(
  away: readonly Away[],
  minute: number,
  { step, from }: { step: number; from: number },
): (Away & { starts: boolean }) | undefined {
  const found = away.find(({ start, end }) => start < minute + step && minute < end);
  return found && { ...found, starts: minute <= Math.max(found.start, from) };
}

/** 1 = Monday to 7 = Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
