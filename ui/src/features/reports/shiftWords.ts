// The words of the schedule on paper, English first; where the page says the same, it says it in these words.
import type { ReportGap, ReportKind, ShiftChanges, Told, WeekStanding } from "$api/generated";
import { count, day, hours, number, shift, time } from "$shared/format";

const told = ({ day: on, minute, by }: Told) => `${day(on)} ${time(minute)} by ${by}`;
const DRAFT = "Draft, not published";

export const shiftWords = {
  kinds: {
    shifts: "Shift report",
    week_by_person: "Week by person",
    week_by_desk: "Week by desk",
    week_by_day: "Week by day",
    person_pages: "A page a person",
    month: "Month",
    hours_and_coverage: "Hours and coverage",
    sign_in: "Sign-in sheet",
    shift_changes: "What changed",
  } satisfies Partial<Record<ReportKind, string>>,
  about: {
    shifts: "Who worked when and where, and what was not covered: a week on a page, with room to sign, then by desk.",
    week_by_person: "For the wall, in large type: a row a person, a column a day.",
    week_by_desk: "For the wall, in large type: who is at each desk, day by day.",
    week_by_day: "For the wall, in large type: a page a day, from when to when who is where.",
    person_pages: "For each person a page of their own: shifts, hours, breaks, how to reach the desks.",
    month: "A calendar with every shift of each day.",
    hours_and_coverage: "Hours wanted, given and at most; what of each desk’s need was covered; every gap in words.",
    sign_in: "A page a day with all who are to come, and room to write when they came and went.",
    shift_changes: "What is new, moved or taken off since everybody was told.",
  } satisfies Partial<Record<ReportKind, string>>,

  choice: "Whose shifts",
  everybody: "Everybody",
  everyDesk: "Every desk",
  person: "Person",
  people: "People",
  desk: "Desk",
  desks: "Desks",
  chosen: (many: number) => `${number(many)} chosen`,
  all: "All",
  since: "Since",
  sinceLast: "It was last published",
  sincePublished: (on: string, by: string) => `${on}, ${by}`,

  standing(standing: WeekStanding): string {
    switch (standing.kind) {
      case "draft":
        return DRAFT;
      case "changed":
        return `${DRAFT}: ${count(standing.changes, "change")} since it was published ${told(standing.told)}`;
      case "published":
        return `Published ${told(standing.told)}`;
    }
  },
  noShifts: "There are no shifts in these days.",
  noShiftsHint: "Place some on the schedule, or choose other days.",
  toSchedule: "Open the schedule",
  nobodyWorks: "Nobody works here in these days.",
  noDesks: "The library has no desk yet.",
  hours: "Hours",
  hoursByPerson: "Hours by person",
  position: "Position",
  wanted: "Wanted",
  given: "Given",
  difference: "Over or under",
  most: "Most",
  over: (minutes: number) => (minutes === 0 ? "0" : `${minutes > 0 ? "+" : "−"}${hours(Math.abs(minutes))}`),
  coverage: "Coverage by desk and day",
  covered: (covered: number, needed: number) =>
    needed === 0 ? "–" : `${hours(covered).replace(/ h$/, "")} of ${hours(needed)}`,
  gaps: "Not covered",
  gap: ({ day: on, from, to, name, covered, needed }: ReportGap) =>
    `Not covered: ${name}, ${day(on)} ${shift(from, to)}, ${number(covered)} of ${number(needed)}`,
  noGaps: "Every need was covered.",
  day: "Day",
  time: "Time",
  note: "Note",
  from: "From–to",
  break: (from: number, to: number) => `break ${shift(from, to)}`,
  closed: (reason: string) => reason || "closed",
  open: (from: number, to: number) => `open ${shift(from, to)}`,
  reach: "To reach it",
  change: "Change",
  now: "Now",
  insteadOf: "Instead of",
  added: "New",
  moved: "Moved",
  removed: "Taken off",
  changed: ({ since, added, moved, removed }: ShiftChanges) =>
    `${since ? `Since it was published ${told(since)}` : "These days were never published"}: ` +
    `${number(added)} new, ${number(moved)} moved, ${number(removed)} taken off.`,
  unchanged: (since: Told | null) =>
    since ? `Nothing changed since it was published ${told(since)}.` : "There are no shifts in these days.",
};
