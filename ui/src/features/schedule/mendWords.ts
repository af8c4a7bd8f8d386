// The words of a mending, English first; a translation is another file of this shape.
import { count } from "$shared/format";

export const mendWords = {
  mending: (shifts: number) => `Mending ${count(shifts, "shift")}`,
  mendingAll: "Mending what classes broke",
  weeks: (done: number, total: number) => `${done} of ${count(total, "week")}`,
  standing: (broken: number, open: number) =>
    `${count(broken, "shift")} out of class, ${open === 0 ? "nothing left empty" : `${count(open, "stretch", "stretches")} left open`}`,
  mended: (broken: number, open: number) => `${mendWords.standing(broken, open)}. K keeps it, X drops it.`,
  nothing: "No shift lies in a class: there is nothing to mend",
  kept: (changes: number, open: number) =>
    open === 0
      ? `Mended: ${count(changes, "shift")} changed`
      : `Mended: ${count(changes, "shift")} changed, ${open} open`,
  broken: "What classes broke",
  becomes: "What becomes of it",
  left: "Open to whoever wants it",
  nothingLeft: "Somebody takes everything.",
  leftAbout: "These become open shifts. Give one to somebody here, and it is theirs.",
  who: "Who could take it?",
  given: (name: string) => `${name} has it in the proposal`,
  placed: "New",
  moved: "Moved",
  off: "Off",
  show: "Show",
};
