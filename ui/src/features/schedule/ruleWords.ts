// The words of the rules of work: what each rule says, its figures, its groups, and what breaks it. English first.
import type { DeskDuty, FigureUnit, RuleFigure, RuleSeverity, UsState, WorkGroup } from "$api/generated";
import { count, day, hours, time } from "$shared/format";

const minutes = (value: number) => `${value} min`;

const names: Record<string, string> = {
  DOUBLE: "Nobody works at two desks at a time",
  AVAILABLE: "Nobody works when they said they cannot",
  CLASS: "Nobody works during a class",
  LEAVE: "Nobody works while away",
  HOURS: "Work lies within opening hours",
  EMPLOYED: "Nobody works before they begin or after they left",
  WANTED: "Nobody works more than they want",
  AGREED: "Nobody works more than was agreed",
  REST: "Rest between two days of work",
  "CLOSE-OPEN": "Who closes does not open the day after",
  "DAY-HOURS": "Work a day",
  "WEEK-DAYS": "Days of work a week",
  "ROW-DAYS": "Days of work in a row",
  "F1-20": "F-1 students: work a week while school is in session",
  "J1-20": "J-1 students: work a week while school is in session",
  "J1-AUTH": "J-1 students: only with a written authorisation",
  "DOM-MAX": "Other students: work a week while school is in session",
  "OT-40": "Work a week in all jobs",
  "FWS-AWARD": "Work-study: only while the award pays",
  "MINOR-AGE": "Nobody younger works",
  "MINOR-14-15": "Hours of those aged 14 and 15",
  "MINOR-16-17": "Hours of those aged 16 and 17",
  "MINOR-OCC": "Under 18: no balers, hoists, saws, no driving",
  "MINOR-OCC-15": "Under 16: no repairs, no loading of trucks",
  "SHIFT-LEN": "Length of work without a gap",
  KEEP: "Keep payroll records three years, time records two",
  "BREAK-FED": "Federal law asks for no break",
  "BREAK-CAMPUS-4": "A short paid break for each stretch of work",
  "BREAK-CAMPUS-8": "A long break in a long day",
  "BREAK-CA-5": "California: a meal break",
  "BREAK-CA-10": "California: a second meal break",
  "BREAK-CO-5": "Colorado: a meal break",
  "BREAK-AL-5": "Alabama, ages 14 and 15: a meal break",
  "BREAK-AK-6": "Alaska, under 18: a meal break",
  "BREAK-AK-5": "Alaska, under 18: a meal break in unbroken work",
  TRAINED: "Who works at a desk is trained for it",
  "COVER-TRAINED": "Somebody at the desk is trained for it",
  "COVER-SENIOR": "Somebody who may lead is at desks that ask for it",
  ALONE: "Nobody is alone in the library",
  "ALONE-UNDER": "Nobody young is alone in the library",
  "OPEN-CLOSE": "The library is opened and closed by several",
  "PAIR-APART": "Who is to be kept apart never works at the same time",
  "PAIR-BESIDE": "Who is to work with another works only then",
  "PAIR-ALONE": "Who is never to be alone has company",
  KEY: "Somebody with a key opens and closes",
};

const figures: Record<string, string> = {
  travel: "Way of at least",
  margin: "Before opening and after closing",
  least: "At least",
  most: "At most",
  hard: "Never more than",
  warn_days: "Warn before the end",
  warn_percent: "Warn when used up by",
  years: "From the age of",
  age: "Under the age of",
  school_day: "On a school day",
  other_day: "On another day",
  school_week: "In a school week",
  other_week: "In another week",
  from: "Not before",
  until: "Not after",
  summer_until: "Not after, 1 June to Labor Day",
  school_from: "School begins",
  school_to: "School ends",
  after: "After work of",
  minutes: "Lasting",
  people: "At least",
};

const severities: Record<RuleSeverity, string> = { note: "Note", warn: "Warning", block: "Stop" };

function amount(value: number, unit: FigureUnit): string {
  switch (unit) {
    case "hours":
      return hours(value);
    case "minutes":
      return minutes(value);
    case "time":
      return time(value);
    case "percent":
      return `${value} %`;
    case "days":
      return count(value, "day");
    case "years":
      return count(value, "year");
    case "people":
      return count(value, "person", "people");
  }
}

export const ruleWords = {
  names,
  figures,
  severities,
  severityHints: {
    note: "Told in the panel, and no more.",
    warn: "Marked in the grid.",
    block: "Marked in the grid; a shift stays in spite of it only with a reason.",
  } satisfies Record<RuleSeverity, string>,
  groups: {
    students: "Students",
    other_staff: "Other staff",
    f1: "F-1 students",
    j1: "J-1 students",
    work_study: "Work-study",
  } satisfies Record<WorkGroup, string>,
  states: {
    alabama: "Alabama",
    alaska: "Alaska",
    california: "California",
    colorado: "Colorado",
  } satisfies Record<UsState, string>,
  duties: {
    baler: "Baler or compactor",
    hoist: "Hoist or book lift",
    saw: "Saw",
    driving: "Driving",
    repair: "Repairs of the building",
    loading: "Loading trucks",
  } satisfies Record<DeskDuty, string>,
  everybody: "Everybody",
  place: "The library",
  pairs: "Pairs named with the people, under “With whom”",
  ages: (from: number, under: number) => (from === 0 ? `under ${under}` : `aged ${from} to ${under - 1}`),
  except: (groups: string) => `without ${groups}`,
  figure: ({ name, value, unit }: RuleFigure) =>
    `${figures[name] ?? name} ${value === null ? "" : amount(value, unit)}`,
  unlimited: "No limit",
  off: "Off",
  on: "On",
  own: "Carrel’s own proposal; no law behind it.",
  checked: (on: string) => `Read on ${day(on)}`,
  told: "Told here only; the schedule looks for nothing.",

  about:
    "What the schedule looks at. These are defaults to be changed, not legal advice: each says where it comes from and when that was read.",
  table: "Work rules",
  rule: "Rule",
  limits: "Limits",
  foot: (all: number, active: number) => `${count(all, "rule")}, ${active} of them on`,
  who: "For",
  weight: "Weight",
  changed: "changed",
  state: "State",
  noState: "No state’s rules",
  stateHint: "Many states differ for public employers: check, and change the figures.",
  week: "The week of the rules begins on",
  libraryWeek: "the library’s own day",
  choicesSaved: "Saved",

  edit: "Work rule",
  holds: "This rule holds",
  severity: "Weight",
  only: "Only for",
  onlyHint: "Nothing chosen is everybody.",
  exceptField: "But not for",
  noLimit: (unit: string) => `${unit}; empty is no limit.`,
  units: {
    hours: "Hours",
    minutes: "Minutes",
    time: "Time of day",
    percent: "Percent",
    days: "Days",
    years: "Years of age",
    people: "People",
  } satisfies Record<FigureUnit, string>,
  notHours: "Write hours from 0 to 168, such as 5.75 or 5:45.",
  sources: "Where it comes from",
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  reset: "As Carrel brings it",
  saved: (name: string) => `Saved: ${name}`,
  wasReset: (name: string) => `As Carrel brings it: ${name}`,

  demands: "What desks ask",
  demandsAbout: "Who may lead, and what the young may not do. Training is kept with the people.",
  demand: (desk: string) => `What ${desk} asks`,
  senior: "Somebody who may lead is there while anybody is",
  nothing: "nothing special",
  led: "somebody who may lead",
  noDesks: "No desk yet: add one on the schedule.",
  demandSaved: (desk: string) => `Saved: ${desk}`,

  showRule: "Show rule",
  hideRule: "Hide rule",
  override: "Keep it with a reason",
  reason: "Reason",
  reasonHint: "Such as “class cancelled”. It is kept with the shift, and in the record.",
  keep: "Keep the shift",
  kept: (reason: string, by: string, when: string) => `Kept: ${reason} (${by}, ${when})`,
  takeBack: "Take the reason back",
  lacking: "Opening and closing",
};
