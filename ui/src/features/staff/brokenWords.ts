// The words about shifts that lie in classes, English first; a translation is another file of this shape.
import type { BrokenShift } from "$api/generated";
import { count, day, timeSpan } from "$shared/format";

export const brokenWords = {
  list: "Shifts that lie in a class",
  title: (shifts: number) =>
    shifts === 1
      ? "1 shift lies in a class of whoever has it"
      : `${shifts} shifts lie in classes of those who have them`,
  about: "A timetable that came later broke them. They stand here until each is mended, moved, or kept with a reason.",
  none: "No shift lies in a class.",
  noneBroken: "No shift to come lies in a class.",
  broke: (shifts: number) => `${count(shifts, "shift")} to come ${shifts === 1 ? "lies" : "lie"} in a class now:`,
  meets: ({ class: title, from, to, travel }: BrokenShift) =>
    `in ${title || "class"} ${timeSpan(from, to)}${travel > 0 ? `, ${travel} min way` : ""}`,
  draft: "Draft",
  show: "Show",
  showAll: "Show",
  which: (person: string, on: string) => `the shift of ${person} on ${day(on)}`,
  mend: "Mend…",
  mendAbout: "Others take what they can, and little else moves. Nothing is kept until you say so.",
  toSchedule: "On the schedule",
  close: "Close",
  gone: (classes: number) =>
    `${count(classes, "class", "classes")} ${classes === 1 ? "is" : "are"} in no timetable any more; no shift moves for that:`,
};
