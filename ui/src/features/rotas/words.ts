// The words of the rotas, English first; a translation is another file of this shape.
import type { CellAway, CellWish, MonthCover, ShiftType } from "$api/generated";
import { count, day, daySpan, hours, shift, weekdayName } from "$shared/format";

const weeks = (many: number) => count(many, "week");
const evenings = (many: number) => count(many, "evening", "evenings");

export const words = {
  title: "Rotas",
  subtitle: (first: string, last: string, gaps: number) =>
    `${daySpan(first, last)}${gaps ? ` · ${count(gaps, "gap")}` : ""}`,
  rota: "Rota",
  rotaName: (first: string, many: number) => `${weeks(many)} from ${day(first)}`,
  earlier: "Earlier weeks",
  later: "Later weeks",
  undo: "Undo",
  redo: "Redo",
  more: "More",
  solve: "Solve",
  publish: "Publish…",
  save: "Save",
  cancel: "Cancel",
  close: "Close",

  emptyDesks: "A rota needs a desk",
  emptyDesksText: "Each kind of shift is worked at a desk. Add the first one on the schedule.",
  openSchedule: "Open the schedule",
  emptyTypes: "A rota is made of shift types",
  emptyTypesText:
    "Say which shifts come again, such as Early 8–16 and Late 12–20. Then say how many people each day wants, and Carrel looks for who works what.",
  firstType: "First shift type",
  emptyRotas: "No rota yet",
  emptyRotasText:
    "A rota is two to 52 weeks from a Monday. Its shifts are drafts of the schedule until you publish them.",
  newRota: "New rota",
  newRotaAbout: "Cover and people are taken over from the rota before, where there is one.",
  first: "First Monday",
  weeks: "Weeks",
  weeksHint: "2 to 52",
  removeRota: "Remove this rota",
  removeTitle: (name: string) => `Remove the rota ${name}?`,
  removeText: "Its cover, limits and wishes go. The shifts of its days stay on the schedule.",
  removeVerb: "Remove",
  noCover: "Nobody is wanted on any day yet.",
  noPeople: "Nobody takes part yet.",

  cover: "Types and cover",
  coverAbout: "How many people each type of shift wants on each weekday.",
  newType: "New shift type",
  editType: (name: string) => `Edit ${name}`,
  typeName: "Name",
  letters: "Letters",
  lettersHint: "One to three, for the cells of the rota",
  desk: "Desk",
  start: "Starts",
  end: "Ends",
  notInUse: "not in use",
  inUse: "In use",
  inUseHint: "Shifts that stand stay as they are",
  neverBefore: "Never on the next day",
  neverBeforeHint: "Besides what the rest of your work rules forbids already",
  wantedOf: (name: string, weekday: number) => `${name}, ${weekdayName(weekday)}`,
  hoursOf: ({ details }: ShiftType) => shift(details.start, details.end),

  people: "People",
  peopleAbout: "Who takes part in this rota.",
  limitsShort: "Limits…",
  limitsOf: (name: string) => `Limits of ${name}`,
  limits: (name: string) => `${name} in this rota`,
  limitsAbout: (many: number) =>
    `Limits over these ${weeks(many)}. Left empty, the work rules hold, hours are shared and weekends go in turn.`,
  least: "At least",
  most: "At most",
  wholeRota: "Hours over the whole rota",
  run: "Most days in a row",
  rest: "Fewest days off in a row",
  weekendsMost: "Most weekends",
  works: "Works",
  leaveOut: "Leave out of this rota",

  person: "Person",
  hoursHead: "Hours",
  weekendsHead: "Sa/Su",
  weekendsLong: "Weekends worked",
  eveningsHead: "Late",
  eveningsLong: "Shifts of Monday to Friday beyond 18:00",
  totals: (name: string, minutes: number, weekends: number, late: number) =>
    `${name}: ${hours(minutes)}, ${count(weekends, "weekend")}, ${evenings(late)}`,
  bare: (minutes: number) => hours(minutes).replace(/ h$/, ""),
  grid: "Who works what, people by days",
  covered: (type: string, { wanted, there }: MonthCover, when: string) =>
    there < wanted
      ? `${day(when)}, ${type}: ${there} of ${wanted}, ${wanted - there} missing`
      : `${day(when)}, ${type}: ${there} of ${wanted}`,
  gapTitle: (type: string, when: string) => `Who could take ${type} on ${day(when)}?`,
  off: "day off",
  pinned: "set by hand",
  changed: "new in the proposal",
  away: { leave: "on leave", not_here: "not here", cannot: "cannot" } satisfies Record<CellAway, string>,
  closed: (reason: string) => (reason ? `closed: ${reason}` : "closed"),
  wish: ({ wanted }: CellWish, type: string) =>
    wanted ? `likes ${type || "to work"}` : `not ${type || "to work"}, please`,
  odd: (many: number) => count(many, "problem"),

  choices: "What is worked",
  dayOff: "Day off",
  asWished: "Wish",
  noWish: "No wish",
  wishOff: "Wants the day off",
  wishOn: "Wants to work",
  wishFor: (type: string) => `Wants ${type}`,
  wishNot: (type: string) => `Does not want ${type}`,
  pin: "A solve leaves this day alone",
  pinHint: "Set by hand; take it out to let Carrel choose again",
  otherShift: (desk: string, from: number, to: number) => `Another shift: ${desk} ${shift(from, to)}`,
  set: (name: string, when: string, what: string) => `${name}, ${day(when)}: ${what}`,
  undone: "Taken back",
  redone: "Done again",
  nothingToUndo: "Nothing to take back",

  missedAre: "A wish is missed where a day on or off that somebody asked for is not as they asked.",
  solveTitle: "Solve the rota",
  solveAbout:
    "Carrel looks for who works what. Days set by hand and days gone by stay. Nothing is kept until you say so.",
  keepHint: {
    everything: "What stands stays; empty days are filled.",
    most: "A day is changed only where the rota is much better for it.",
    nothing: "Every day that was not set by hand is made anew.",
  },
  solving: "Solving the rota",
  strained: (names: string[]) => `No days keep all limits of ${names.join(", ")}: some of them were let go`,
  kept: (changes: number) => `Rota kept: ${count(changes, "shift")} changed`,
  keys: "Arrows move · letters set the shift · Delete clears · Enter shows choices",
};
