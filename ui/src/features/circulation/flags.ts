// What to know of a patron before the first scan, as words with their meaning.
import type { Day, Flag } from "$api/generated";
import { day, daysBetween, weekday } from "$shared/format";
import { habit } from "$shared/habit.svelte";
import type { Kind } from "./lines";
import { words } from "./words";

export const FLAG_KINDS: Record<Flag["kind"], Kind> = {
  expired: "stop",
  expires_soon: "careful",
  overdue: "careful",
  note: "note",
};

export function flagText(flag: Flag): string {
  switch (flag.kind) {
    case "expired":
      return words.expired(flag.on);
    case "expires_soon":
      return words.expiresSoon(flag.on);
    case "overdue":
      return words.overdueSince(flag.count, lately(flag.oldest));
    case "note":
      return `${words.note}: ${flag.text}`;
  }
}

/** "Thu" within the last week, else "Thu 19 Nov". */
function lately(on: Day): string {
  return habit.today && daysBetween(on, habit.today) < 7 ? weekday(on) : day(on);
}
