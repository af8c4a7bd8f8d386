// The words of importing, English first; a translation is another file of this shape.
import { count, number } from "$shared/format";

export const words = {
  about:
    "Brings patrons or items in from a spreadsheet or another system’s export. A row whose card or barcode is known here already corrects that record.",
  kind: "What the file holds",
  kinds: { patrons: "Patrons", items: "Items" },
  columns: {
    patrons:
      "The first line names the columns. Needed: card, family name, category. Known besides: given name, email, phone, address, born, expires, note.",
    items:
      "The first line names the columns. Needed: barcode, item type, title. Known besides: author, ISBN, year, publisher, call number, location, price, note.",
  },
  choose: "Choose a file",
  another: "Another file",
  drop: "Drop a CSV file here, or choose one.",
  dropHint: "Comma, semicolon or tab. Nothing is kept until you say so.",
  file: "CSV file",
  size: (bytes: number) =>
    bytes < 1_048_576
      ? `${number(Math.max(1, Math.round(bytes / 1024)))} KB`
      : `${number(Math.round(bytes / 104_857.6) / 10)} MB`,
  otherEncoding:
    "The file was not written in UTF-8 and was read as Windows-1252. Look at names with accents before you import.",
  unreadable: "The file could not be read. It may have been moved or is open in another program.",

  tryFirst: "Try first",
  tryAgain: "Try again",
  trying: "Checking rows",
  keeping: "Keeping rows",
  keep: (rows: number) => `Import ${count(rows, "row")}`,
  done: "Done",

  tried: (rows: number) => `${count(rows, "row")} checked. Nothing was kept yet.`,
  kept: (rows: number) => `${count(rows, "row")} read`,
  counts: {
    added: (n: number, kept: boolean) => (kept ? `${number(n)} added` : `${number(n)} would be added`),
    updated: (n: number, kept: boolean) => (kept ? `${number(n)} corrected` : `${number(n)} would be corrected`),
    refused: (n: number) => `${number(n)} refused`,
  },
  used: (columns: string) => `Columns read: ${columns}.`,
  ignored: (columns: string) => `Columns that mean nothing here and were left out: ${columns}.`,
  noProblems: "Every row is in order.",
  allIn: "Every row was taken.",
  problems: "Rows that were not taken",
  head: { row: "Line", column: "Column", value: "In the cell", problem: "What is wrong" },
  problemCount: (n: number) => count(n, "problem"),
  refusedHint:
    "Correct these rows in the spreadsheet and bring the file in again: rows that are here already only correct themselves.",
  said: (line: number, column: string | null, problem: string) =>
    `Line ${number(line)}${column ? `, ${column}` : ""}: ${problem}`,
  stopped: "Stopped. Nothing was kept.",
  tellKept: (rows: number) => `${count(rows, "row")} imported`,
};
