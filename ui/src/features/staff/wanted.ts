// The work that somebody wants a week, as people write it: hours, with a decimal or with minutes.
import { hours } from "$shared/format";

const WEEK_HOURS = 168;

/** "12", "7.5", "7,5", "7:30", "12 h": minutes a week; undefined when it cannot be understood. */
export function parseWanted(typed: string): number | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s*h(ours?)?$/, "");
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  const decimal = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : decimal
      ? Math.round(Number(`${decimal[1]}.${decimal[2] ?? 0}`) * 60)
      : undefined;
  return minutes !== undefined && minutes <= WEEK_HOURS * 60 ? minutes : undefined;
}

/** "7.5", to be typed over. */
export function showWanted(minutes: number): string {
  return hours(minutes).replace(/ h$/, "");
}

/** An hour more or less, for the arrow keys. */
export function stepWanted(minutes: number, by: 1 | -1): number {
  return Math.min(WEEK_HOURS * 60, Math.max(0, minutes + by * 60));
}

/** Any number of hours, such as an award of 200: minutes; undefined when it cannot be understood. */
export function parseHours(typed: string): number | undefined {
  const text = /^\s*(\d{1,5})(?:[.,](\d{1,2}))?\s*(?:h|hours?)?\s*$/i.exec(typed);
  return text ? Math.round(Number(`${text[1]}.${text[2] ?? 0}`) * 60) : undefined;
}
