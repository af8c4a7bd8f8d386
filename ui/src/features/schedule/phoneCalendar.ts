// The shifts of one row as a file for phones.
import { api, type Week } from "$api/generated";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { addDays } from "$shared/format";
import { toast } from "$shared/toast.svelte";
import { words } from "./words";

/** Saves them from a week on through a year. */
export async function saveCalendar(week: Week, by: "people" | "desks", row: number): Promise<void> {
  const of = by === "people" ? { kind: "person" as const, staff: row } : { kind: "desk" as const, desk: row };
  try {
    const saved = await api.reports.saveCalendar({ of, from: week.first, to: addDays(week.first, 365) });
    toast(words.calendarSaved(saved.path));
  } catch (thrown) {
    toast(failureSentence(Failure.from(thrown)), { kind: "stop" });
  }
}
