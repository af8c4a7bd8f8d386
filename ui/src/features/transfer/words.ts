// The words of importing, English first; a translation is another file of this shape.
import { count, number } from "$shared/format";

export const words = {
  about:
    "Brings patrons, items, open loans and staff in from another system’s export or a spreadsheet. Begin with patrons and items; loans come last. A row whose card, barcode or staff member is known here corrects that record.",
  kind: "What the file holds",
  kinds: { patrons: "Patrons", items: "Items", loans: "Open loans", staff: "Staff" },
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
  field: (name: string) => (name === "name" ? "whole name" : name.replaceAll("_", " ")),
  missing: (fields: string[]) => `New records need: ${fields.join(", ")}.`,
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
