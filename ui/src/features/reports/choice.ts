// Whose shifts, as an address holds it: "people=3.5&desks=1&since=7".
import type { ReportKind, ShiftChoice } from "$api/generated";
import { shiftWords } from "./shiftWords";

/** Whether a report is one of the schedule's. */
export function isOfShifts(report: ReportKind): report is keyof typeof shiftWords.kinds {
  return report in shiftWords.kinds;
}

/** The report that an address names; the shift report where it names none. */
export function reportOf(text: string | undefined): ReportKind {
  if (text === "usage") return "usage";
  return text !== undefined && text in shiftWords.kinds ? (text as ReportKind) : "shifts";
}

/** The choice that an address holds. */
export function choiceOf({ people, desks, since }: Record<string, string>): ShiftChoice {
  return { people: ids(people), desks: ids(desks), since: ids(since)[0] ?? null };
}

/** The choice as an address holds it; what is not chosen is left out. */
export function addressed({ people, desks, since }: ShiftChoice): Record<string, string> {
  return {
    ...(people.length > 0 ? { people: people.join(".") } : {}),
    ...(desks.length > 0 ? { desks: desks.join(".") } : {}),
    ...(since !== null ? { since: String(since) } : {}),
  };
}

function ids(text: string | undefined): number[] {
  return (text ?? "")
    .split(".")
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0);
}
