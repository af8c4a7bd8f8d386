// The words of the solver, English first; a translation is another file of this shape.
import type { Candidate, ShiftDetails, Standing } from "$api/generated";
import { count, hours, time } from "$shared/format";

const bare = (minutes: number) => hours(minutes).replace(/ h$/, "");

/** From which minute of a day on it is late. */
const EVENING = 1080;
const percent = (part: number) => `${Math.round(part * 100)} %`;

type Stands = Pick<Standing, "gaps" | "keyless" | "leaderless" | "alone" | "missed">;
/** "2 gaps, 1 opening or closing without a key, 3 wishes missed". */
const standing = ({ gaps, keyless, leaderless, alone, missed }: Stands) =>
  [
    count(gaps, "gap"),
    keyless && `${count(keyless, "opening or closing", "openings or closings")} without a key`,
    leaderless && `${count(leaderless, "stretch", "stretches")} with nobody to lead`,
    alone && `${count(alone, "stretch", "stretches")} with too few together`,
    `${count(missed, "wish", "wishes")} missed`,
  ]
    .filter(Boolean)
    .join(", ");

export const solveWords = {
  solve: "Solve",
  title: "Solve the schedule",
  about: "Carrel looks for the shifts that cover every desk and suit everybody best. Nothing is kept until you say so.",
  first: "From",
  last: "To",
  keep: "Shifts that are there",
  keeps: [
    { value: "everything" as const, label: "Keep" },
    { value: "most" as const, label: "Change little" },
    { value: "nothing" as const, label: "From scratch" },
  ],
  keepHint: {
    everything: "What stands stays; what is free is filled.",
    most: "A shift is changed only where the week is much better for it.",
    nothing: "Every shift of these days is made anew. Published ones show as changes.",
  },
  untold: "Also who never said when they can work",
  untoldHint: "They are taken for free in all opening hours.",
  pinned: (shifts: number) =>
    shifts === 1 ? "The selected shift stays as it is" : `The ${shifts} selected shifts stay as they are`,
  whoCould: "Who could take it?",
  time: "How long",
  times: [
    { value: 10, label: "10 seconds" },
    { value: 30, label: "30 seconds" },
    { value: 60, label: "1 minute" },
    { value: 300, label: "5 minutes" },
    { value: 900, label: "15 minutes" },
  ],
  cancel: "Cancel",

  solving: (days: string) => `Solving ${days}`,
  soFar: (seconds: number, all: number) => `${seconds} of ${all} s`,
  standing,
  missedAre:
    "A wish is missed where a week is shorter or longer than somebody wants, or a shift is not when they like.",
  looking: "Reading people, rules and needs…",
  stop: "Stop here",
  details: "Details",
  cost: (cost: string) => `Cost ${cost}`,
  bound: (percent: number) => `at most ${percent} % from the best possible`,
  noBound: "how far from the best is not known yet",
  best: "nothing better is possible",
  solved: (stands: Stands) => `Solved: ${standing(stands)}. K keeps it, X drops it.`,
  changes: (placed: number, moved: number, off: number) =>
    [placed ? `${count(placed, "shift")} new` : "", moved ? `${moved} moved` : "", off ? `${off} taken off` : ""]
      .filter(Boolean)
      .join(", ") || "Nothing would change",
  leftOut: (shifts: number) => `${count(shifts, "shift")} left out: a rule that blocks speaks against it`,
  showing: "Shown",
  before: "Before",
  after: "After",
  beside: "Side by side",
  keepVerb: "Keep",
  drop: "Drop",
  kept: (changes: number) => `Solved: ${count(changes, "shift")} changed`,
  dropped: "The proposal is dropped",

  placeBreaks: "Place breaks",
  breaksPlaced: (changes: number) =>
    changes === 0 ? "No break is due in a shift that is still to begin" : "Breaks placed",
  nobody: "Nobody can take it.",
  give: "Give it",
  whatCost: "What would it cost?",
  priced: (name: string, more: number, moved: number, stands: Stands) =>
    `${name} there: ${more > 0 ? `${more} dearer` : more < 0 ? `${-more} cheaper` : "costs the same"}, ` +
    `${count(moved, "shift")} differ, ${standing(stands)}.`,
  adopt: "Take this plan",
  why: ({ preferred, given, wanted, phone }: Candidate, { start, end }: ShiftDetails) =>
    [
      preferred === end - start ? "likes this time" : preferred ? `likes ${hours(preferred)} of it` : "",
      wanted === null ? `${hours(given)} this week` : `${bare(given)} of ${hours(wanted)} this week`,
      phone,
    ]
      .filter(Boolean)
      .join(" · "),
  /** Why just this person is there. */
  whyHere: ({ preferred, given, wanted }: Candidate, { start, end }: ShiftDetails, free: number) =>
    [
      preferred === end - start ? "Likes this time" : preferred ? `Likes ${hours(preferred)} of it` : "Can work then",
      wanted === null ? "" : `would have ${bare(given)} of ${hours(wanted)} without it`,
      free === 0 ? "nobody else is free" : `${count(free, "other", "others")} could take it`,
    ]
      .filter(Boolean)
      .join("; ") + ".",
  whoElse: "Why here, and who could take it?",
  sick: "Called in sick",
  sickTitle: (name: string) => `${name} is ill`,
  sickAbout: "Call down the list. Who says yes has the shift at once; Ctrl+Z gives it back.",
  away: (name: string) => `Write down that ${name} is away that day`,
  ill: "ill",
  yes: "Yes",
  no: "No",
  unreached: "Not reached",
  saidBy: (said: "yes" | "no" | "unreached", when: string, by: string) =>
    `${{ yes: "said yes", no: "said no", unreached: "not reached" }[said]}, ${when}, ${by}`,
  askedOf: (what: string, name: string) => `${what}: ${name}`,
  taken: (name: string) => `${name} has the shift`,
  whoCannot: (people: number) => `${count(people, "person", "people")} cannot, and why`,
  stillEmpty: "Still empty",
  whyEmpty: "Why?",
  leftOutHead: "Left out",
  fairness: "Fair to all?",
  fairnessOver: "Counted over",
  fairnessMeans: () =>
    `Late: from ${time(EVENING)} on, Monday to Friday. Sa/Su: all hours of the weekend. Coloured: who is further from the ` +
    "part that all get than an hour and a tenth of what they want.",
  verdict: (all: number, least: [number, string], most: [number, string]) =>
    `All together get ${percent(all)} of the hours they want: from ${percent(least[0])} (${least[1]}) to ` +
    `${percent(most[0])} (${most[1]}).`,
  thisWeek: "This week",
  wholeTerm: "The term",
  person: "Person",
  hoursHead: "Hours",
  eveningsHead: "Late",
  weekendsHead: "Sa/Su",
  likedHead: "Liked",
  bare,
  ofWanted: (given: number, wanted: number | null) =>
    wanted === null ? bare(given) : `${bare(given)} / ${bare(wanted)}`,
  shortOf: (least: number) => `${bare(least)} at least`,
  liked: (preferred: number | null, given: number) =>
    preferred === null || given === 0 ? "–" : percent(preferred / given),
};
