// The words of reports, English first; where the page says the same, it says it in these words.
import { count, day, daySpan, hours, number, shift } from "$shared/format";

export const words = {
  title: "Reports",
  kind: "Report",
  kinds: { usage: "Usage report" },
  about: {
    usage:
      "Loans, renewals, returns, overdues, use in the library and patrons, beside the period before and the year before.",
  },
  period: "Period",
  presets: {
    this_week: "This week",
    last_week: "Last week",
    this_month: "This month",
    last_month: "Last month",
    this_year: "This year",
    last_year: "Last year",
  },
  from: "First day",
  to: "Last day",
  noPeriod: "There is no such period",
  noPeriodText: "Choose a first and a last day that make one.",
  paper: "Paper",
  papers: { a4: "A4", letter: "Letter" },

  print: "Print…",
  printHint: "Saves the pages and opens them in this computer’s viewer, which prints.",
  saveAs: { pdf: "Save PDF", csv: "Save CSV", json: "Save JSON" },
  formats: { pdf: "PDF", csv: "CSV", json: "JSON" },
  saving: { pdf: "Printing to PDF", csv: "Writing the table", json: "Writing the data" },
  saved: (name: string) => `Saved ${name}`,
  savedAs: "Saved as",
  open: "Open",
  dismiss: "Dismiss",

  show: "Preview",
  pages: "Pages",
  figures: "Figures",
  making: "Making the pages",
  missing: (characters: string) =>
    `The page’s fonts lack ${[...characters].length === 1 ? "this character" : "these characters"}: ${[...characters].join(" ")}. Each prints as an empty box; names that need them are whole on screen and in CSV.`,
  cancelled: "The preview was stopped.",
  again: "Make the pages",

  weekday: "Weekday",
  closed: "closed",
  all: "All",
  nothing: "Nothing was counted.",
  ages: { child: "Up to 11", young_adult: "12 to 17", adult: "18 and over", unknown: "Not known" },
  fresh: "new",

  worked: (people: number, minutes: number) => `${count(people, "person", "people")}, ${hours(minutes)}`,
  covered: (needed: number, covered: number) =>
    needed === 0 ? "no need was set" : `${number(Math.floor((covered * 100) / needed))} % of the need covered`,
  person: "Person",
  desk: "Desk",
  hours: "Hours",
  byPerson: (span: string) => `By person, ${span}`,
  byDesk: (span: string) => `By desk, ${span}`,
  span: (from: string, to: string) => daySpan(from, to),
  closedDay: (reason: string) => reason || "closed",
  nobody: "Nobody works on these days.",
  notCovered: "Not covered",
  allCovered: "Every need was covered.",
  gap: (on: string, from: number, to: number, desk: string, covered: number, needed: number) =>
    `${day(on)} ${shift(from, to)} ${desk}: ${number(covered)} of ${number(needed)}`,
};
