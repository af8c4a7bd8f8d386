// When the library is open on a day, in words.
import type { OpenDay } from "$api/generated";
import { words } from "./words";

export function openingOf({ hours, closed }: OpenDay): string {
  return hours.length === 0 ? words.closed(closed ?? "") : words.open(hours);
}
