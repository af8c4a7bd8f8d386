// When the library is open today, in words.
import type { Calendar, Day } from "$api/generated";
import { weekdayOf } from "./dueSteps";
import { words } from "./words";

export function openingOf(calendar: Calendar, today: Day): string {
  const closure = calendar.closures.find((closure) => closure.day === today);
  const hours = calendar.hours.find((hours) => hours.weekday === weekdayOf(today));
  if (closure || !hours) return words.closed(closure?.reason ?? "");
  return words.open(hours.opens, hours.closes);
}
