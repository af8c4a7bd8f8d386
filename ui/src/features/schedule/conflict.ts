// The core's conflicts in words: a word on the block's label, a sentence with the rule in the panel.
import type { Conflict, Week } from "$api/generated";
import { oddSentence, oddWord } from "./oddity";
import { words } from "./words";

/** "double booked". */
export function conflictWord(conflict: Conflict): string {
  switch (conflict.kind) {
    case "double_booked":
      return words.conflict.double;
    case "closed":
      return words.conflict.closed;
    case "outside_hours":
      return words.conflict.hours;
    case "over_wanted":
      return words.conflict.wanted;
    case "left_staff":
      return words.conflict.left;
    default:
      return oddWord(conflict);
  }
}

/** "Double booked: also at Reserves 12:00–14:00". */
export function conflictSentence(conflict: Conflict, week: Pick<Week, "shifts" | "desks">): string {
  switch (conflict.kind) {
    case "double_booked": {
      const other = week.shifts.find(({ shift }) => shift.id === conflict.other)?.shift.details;
      const desk = week.desks.find((desk) => desk.id === other?.desk)?.details.name ?? "";
      return words.doubleBooked(desk, conflict.from, conflict.to);
    }
    case "closed":
      return words.closedDay(conflict.reason);
    case "outside_hours":
      return words.openOnly(conflict.opens, conflict.closes);
    case "over_wanted":
      return words.overWanted(conflict.minutes, conflict.wanted);
    case "left_staff":
      return words.leftStaff;
    default:
      return oddSentence(conflict);
  }
}

/** How gravely it is meant: a reason makes a note of anything. */
export function meaningOf(conflict: Conflict): "stop" | "careful" | "note" {
  if (conflict.overridden) return "note";
  switch (conflict.severity) {
    case "block":
      return "stop";
    case "warn":
      return "careful";
    case "note":
      return "note";
  }
}

/** The gravest of all, for the block's notch. */
export function alarmOf(conflicts: readonly Conflict[]): "none" | "careful" | "stop" {
  const meanings = conflicts.map(meaningOf);
  if (meanings.includes("stop")) return "stop";
  return meanings.includes("careful") ? "careful" : "none";
}
