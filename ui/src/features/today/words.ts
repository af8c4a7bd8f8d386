// The words of the opening screen, English first; a translation is another file of this shape.
import { count, number, shift, time, timeSpan, weekday } from "$shared/format";

export const words = {
  subtitle: (day: string, opening: string) => `${day} · ${opening}`,
  open: (opens: number, closes: number) => `open ${timeSpan(opens, closes)}`,
  closed: (reason: string) => (reason ? `closed: ${reason}` : "closed, as always on this weekday"),

  figures: "Today in figures",
  figure: {
    due_today: "due today",
    overdue: "overdue",
    open: "out",
    lent: "lent today",
    returned: "returned today",
  },
  figureSaid: (value: number, what: string) => `${number(value)} ${what}`,

  loans: "Loans shown",
  loansTable: { due_today: "Loans due today", overdue: "Overdue loans", open: "All open loans" },
  filter: { due_today: "Due today", overdue: "Overdue", open: "All out" },
  head: {
    due: "Due",
    overdue: "Days over",
    title: "Title",
    call: "Call number",
    barcode: "Barcode",
    patron: "Patron",
    lent: "Lent",
  },
  toDesk: (patron: string) => `${patron}: open at the desk`,
  forgotten: "not kept",
  items: (shown: number) => count(shown, "item"),
  more: (shown: number) => `The first ${number(shown)} by due day; there are more.`,
  none: {
    due_today: { title: "Nothing is due today", text: "What comes back anyway goes over the desk as always." },
    overdue: { title: "Nothing is overdue", text: "Everything that is out still has time." },
    open: { title: "Nothing is out", text: "Loans appear here as soon as the desk lends." },
  },

  working: "At work",
  now: "Now",
  next: "Next",
  until: (end: number) => `until ${time(end)}`,
  from: (start: number, end: number) => shift(start, end),
  nobody: "Nobody is at work now.",
  nobodyToday: "Nobody is on the schedule today.",
  overToday: "All shifts of today are over.",

  gaps: "Gaps this week",
  gap: (day: string, from: number, to: number) => `${weekday(day)} ${shift(from, to)}`,
  short: (desk: string, covered: number, needed: number) => `${desk}: ${number(covered)} of ${number(needed)}`,
  noDesks: "There are no desks to staff yet: the schedule begins with one.",
  noGaps: "Every desk has the people it needs to the end of the week.",
  toSchedule: "Open the schedule",

  begin: "First steps",
  beginHint: "Carrel is ready. It needs to know what you lend and to whom.",
  done: "Done",
  steps: {
    items: {
      title: "Bring in what you lend",
      text: "From a spreadsheet or another system’s export, or one by one.",
      has: (items: number) => `The library has ${count(items, "item")}.`,
      button: "Import a file",
      other: "Add items",
    },
    patrons: {
      title: "Register who borrows",
      text: "A name and a card are enough to begin. A file of patrons can be imported too.",
      has: (patrons: number) => `The library has ${count(patrons, "patron")}.`,
      button: "Import a file",
      other: "Register patrons",
    },
    scanner: {
      title: "Teach your scanner",
      text: "Scan a card and an item, and Carrel learns what your scanner adds to them.",
      button: "Scanner",
    },
    helpers: {
      title: "Add your helpers",
      text: "Everybody who signs in has a PIN or a passphrase of their own.",
      button: "Who may sign in",
    },
    backup: {
      title: "Choose a second place for backups",
      text: "A copy on another disk is what helps when this PC does not start any more.",
      button: "Backups",
    },
  },
};
