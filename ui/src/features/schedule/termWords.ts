// The words of a term that is solved, English first; a translation is another file of this shape.
import { count } from "$shared/format";

const each = (weeks: number, shifts: number) => `${count(shifts, "shift")} in ${count(weeks, "week")}`;

export const termWords = {
  what: "What to solve",
  whats: [
    { value: "days" as const, label: "These days" },
    { value: "term" as const, label: "A whole term" },
  ],
  about: "One pattern is found for a usual week and laid on every week. Days that differ are made to fit one by one.",
  term: "Term",
  otherDays: "Other days",
  pattern: "The pattern comes again",
  patterns: [
    { value: 1, label: "Every week" },
    { value: 2, label: "Odd and even weeks" },
    { value: 3, label: "Every 3 weeks" },
    { value: 4, label: "Every 4 weeks" },
  ],
  patternHint: {
    1: "Every week looks the same. Classes of odd or even weeks are kept free in all of them.",
    2: "Classes of odd and even weeks count where they are, and weekends take turns.",
    3: "Three weeks in turn: weekends go round among more people.",
    4: "Four weeks in turn: weekends go round among more people.",
  } as Record<number, string>,
  keepHint: {
    everything: "What stands stays; what is free is filled.",
    most: "Shifts that you changed by hand stay; the rest changes only where the term is much better for it.",
    nothing: "Every shift of the term is made anew. Published ones show as changes.",
  },
  breaks: (names: string) => `Also in the break: ${names}`,
  breaksHint: "Else nothing is laid on these days.",
  fitting: (days: string) => `Making ${days} fit`,
  usually: (turns: number, standing: string) =>
    `${turns === 1 ? "Usual week" : `${turns} weeks that come again`}: ${standing}`,
  solved: (weeks: number, shifts: number) => `The term is solved: ${each(weeks, shifts)}. K keeps it, X drops it.`,
  laid: (weeks: number, shifts: number, differ: number) =>
    differ === 0
      ? `${each(weeks, shifts)}; all days follow the pattern`
      : `${each(weeks, shifts)}; ${count(differ, "shift")} ${differ === 1 ? "differs" : "differ"} from the pattern`,
  open: (stretches: number) => `${count(stretches, "stretch", "stretches")} short`,
  unchanged: "Nothing would change",
  kept: (shifts: number) => `Term kept: ${count(shifts, "shift")} changed`,
  summary: "What is laid",
  emptyThisWeek: "Still empty this week",
  openHead: "Open shifts",
  noneOpen: "No day has fewer people than a usual one.",
  gap: (desk: string, missing: number) => `${desk}: ${missing} missing`,
  wouldBe: (name: string, why: string) => `${name} would be there: ${why}`,
  differHead: "What differs",
  noneDiffers: "No day differs from the pattern.",
  group: (shifts: number, why: string) => `${count(shifts, "shift")}: ${why}`,
  instead: (names: string) => `→ ${names}`,
  stillOpen: "→ open",
  extra: "on top of the pattern",
  why: {
    closed: (reason: string) => (reason ? `closed (${reason})` : "closed"),
    break: (name: string) => `break (${name})`,
    other_hours: "open at other hours",
    not_here: "does not work here then",
    on_leave: "on leave",
    in_class: "in class",
    unavailable: "cannot work then",
    works_then: "works at that time already",
    not_needed: "nobody needed",
    rule: (rule: string) => `rule ${rule} speaks against it`,
    mended: "moved to fit that day",
  },
};
