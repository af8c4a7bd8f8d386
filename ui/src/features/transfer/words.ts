// The words of importing, English first; a translation is another file of this shape.
import { count, number } from "$shared/format";

/** Up to four names, and how many more. */
const listed = (names: string[]) =>
  names.length <= 4 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${number(names.length - 3)} more`;

const fieldNames: Record<string, string> = {
  name: "whole name",
  wanted_minutes: "hours wanted",
  most_minutes: "most hours",
  elsewhere_minutes: "hours in other jobs",
  award_minutes: "award hours",
  student: "studies here",
  senior: "may lead a shift",
  keyholder: "holds a key",
  minor: "under 18",
  born: "date of birth",
};
const classFields: Record<string, string> = {
  name: "whose class it is",
  email: "e-mail",
  card: "card or ID",
  title: "course",
  time: "start and end in one",
  first: "first day",
  last: "last day",
  travel_minutes: "way to class",
};

export const words = {
  about:
    "Brings patrons, items, open loans, staff and their classes in from another system’s export or a spreadsheet. For a schedule, begin with staff, then classes; for lending, with patrons and items, and loans last. A row whose card, barcode or staff member is known here corrects that record.",
  aboutKind: {
    staff:
      "A row for each person: name, or first and last name; e-mail, phone, hours wanted, and columns such as student, keys, under 18 or date of birth where you have them. Who is known here by e-mail or name is corrected.",
    classes:
      "One timetable for everybody: a row for each class with whose it is, course, days, start and end. Each row goes to the person it names; their classes of the term are replaced, and everybody else’s stay.",
  } as Record<string, string>,
  kind: "What the file holds",
  kinds: { patrons: "Patrons", items: "Items", loans: "Open loans", staff: "Staff", classes: "Classes" },
  choose: "Choose a file",
  another: "Another file",
  drop: "Drop a file here, or choose one.",
  dropHint: "CSV, XLSX, MARC or MARCXML. Nothing is kept until you say so.",
  file: "File to bring in",
  size: (bytes: number) =>
    bytes < 1_048_576
      ? `${number(Math.max(1, Math.round(bytes / 1024)))} KB`
      : `${number(Math.round(bytes / 104_857.6) / 10)} MB`,
  forms: { csv: "CSV", xlsx: "XLSX workbook", marc: "MARC", marcxml: "MARCXML" },
  systems: { koha: "Koha", evergreen: "Evergreen", slims: "SLiMS" },
  is: (form: string, rows: number, encoding: string, system: string | null) =>
    [form, system && `from ${system}`, count(rows, "row"), encoding].filter(Boolean).join(" · "),
  guessed: (encoding: string) =>
    `The file does not say how its letters are written and was read as ${encoding}. Look at names with accents before you import.`,
  remembered: "Understood as the last file of this shape was.",

  columns: "Columns",
  column: (place: number) => `Column ${place + 1}`,
  fills: "means",
  nothing: "— left out —",
  field: (name: string) => fieldNames[name] ?? name.replaceAll("_", " "),
  fieldOf: (kind: string, name: string) => (kind === "classes" ? classFields[name] : undefined) ?? words.field(name),
  missing: (fields: string[]) => `New records need: ${fields.join(", ")}.`,
  term: "Term of these classes",
  noTerm: "Other days",
  noTerms: "This library keeps no terms yet: say the days, and keep them as a term here.",
  termMissing: "Say the first and the last day of these classes; then the file can be tried.",
  termName: "Name of the term",
  /** What a term that begins then is mostly called. */
  termGuess: (year: string, month: number) => `${month < 5 ? "Spring" : month < 8 ? "Summer" : "Fall"} ${year}`,
  keepTerm: "Keep these days as a term",
  termKept: (name: string) => `“${name}” is a term now`,
  first: "First day",
  last: "Last day",
  travel: "Way to class",
  travelHint: "Minutes, each way",
  needsTerm: "Say the first and the last day of the classes.",
  constant: (field: string) => `${field}, the same for all`,
  dayOrder: "Days are written",
  dayOrders: { day_first: "day/month/year", month_first: "month/day/year", year_first: "year-month-day" },
  byItself: "as the file shows",
  dayUnclear: "Days such as 3/4/2020 could be read in two ways. Say how they are written.",
  bareTitles: "Keep titles of records without an item",

  unknown: "Names that this library does not have",
  unknownHint: "Say what each means, or add it; then try again.",
  inRows: (rows: number) => count(rows, "row"),
  means: (value: string) => `${value} means`,
  create: (value: string) => `Add “${value}”`,
  unknownPeople: (n: number) => `${count(n, "name")} not on the staff list`,
  unknownPeopleHint:
    "Add them as new people, or say who is meant; then try again. Until then their rows wait in the file.",
  meansPerson: (value: string) => `${value} is`,
  addPerson: (value: string) => `Add ${value}`,
  addPeople: (n: number) => `Add all ${number(n)} as new people`,
  same: "— not known —",

  addedRule: "What is added here lends by the default rule, until Loan rules give it one of its own.",
  tryFirst: "Try first",
  tryAgain: "Try again",
  doing: { read: "Reading the file", try: "Checking rows", keep: "Keeping rows" },
  rate: (rows: number) => `${number(rows)} rows a second`,
  keep: (rows: number) => `Import ${count(rows, "row")}`,
  saveReport: "Save the report",
  saved: (path: string) => `Saved: ${path}`,

  tried: (rows: number) => `${count(rows, "row")} checked. Nothing was kept yet.`,
  kept: (rows: number) => `${count(rows, "row")} read`,
  counts: {
    added: (n: number, kept: boolean) => (kept ? `${number(n)} added` : `${number(n)} would be added`),
    updated: (n: number, kept: boolean) => (kept ? `${number(n)} corrected` : `${number(n)} would be corrected`),
    same: (n: number) => `${number(n)} the same`,
    refused: (n: number) => `${number(n)} refused`,
  },
  ended: (row: number, left: number, why: string | null) =>
    `Ended before row ${number(row)}; ${count(left, "row")} not looked at${why ? `: ${why}` : ""}. What came before is kept; bring the same file in again to go on.`,
  classes: {
    /** One sentence each: what comes, what goes, who studies from now on. */
    come: (classes: number, people: number, span: string, kept: boolean) =>
      `${count(classes, "class", "classes")} of ${count(people, "person", "people")} ${kept ? "kept" : "to keep"}, ${span}.`,
    replaced: (n: number, kept: boolean) =>
      n === 0 ? "" : `${count(n, "class", "classes")} of these days ${kept ? "were" : "would be"} replaced.`,
    students: (names: string[], kept: boolean) =>
      names.length === 0
        ? ""
        : `${listed(names)} ${kept ? (names.length === 1 ? "is" : "are") : "would be"} marked as studying here, so that the rules for students hold.`,
  },
  ignored: (columns: string) => `Columns left out: ${columns}.`,
  noProblems: "Every row is in order.",
  allIn: "Every row was taken.",
  warnings: "Look at these rows",
  problems: "Rows that were not taken",
  head: { row: "Row", column: "Field", value: "In the file", problem: "What is wrong" },
  problemCount: (shown: number, all: number) =>
    shown < all ? `the first ${number(shown)} of ${count(all, "problem")}` : count(all, "problem"),
  refusedHint: "Correct these rows and bring the file in again: rows that are here already only correct themselves.",
  said: (line: number, column: string | null, problem: string) =>
    `Row ${number(line)}${column ? `, ${column}` : ""}: ${problem}`,
  stopped: "Stopped. Nothing was kept.",
  tellKept: (rows: number) => `${count(rows, "row")} imported`,

  past: "Imports so far",
  pastWhat: (kind: string, file: string) => `${kind} from ${file}`,
  pastDid: (added: number, updated: number, refused: number) =>
    `${number(added)} added, ${number(updated)} corrected, ${number(refused)} refused`,
  ends: { finished: "", cancelled: "stopped", failed: "broke off" },
  brokeOff: "broke off",
  undone: "taken back",
  undo: "Take back",
  undoTitle: (what: string) => `Take back ${what}?`,
  undoAbout:
    "What it added goes, and what it corrected is as it was. Records that were lent, edited or renewed since stay, and are listed.",
  undoing: "Taking rows back",
  tookBack: (removed: number, restored: number, left: number) =>
    `${number(removed)} removed, ${number(restored)} restored, ${number(left)} left as they are`,
  leftRow: (row: number, why: string) => `Row ${number(row)}: ${why}`,
};
