// The words of the opening screen, English first; a translation is another file of this shape.
import { count, dayNear, number, shift, time, timeSpan, weekday } from "$shared/format";

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

  pages: "Today",
  messages: "Messages",
  noMessages: "Nothing to tell: no notes, nothing new in the schedule.",
  note: {
    title: "Note for the desk",
    about: "Everybody who signs in reads it on this page.",
    text: "What the next shift should know",
    until: "Shown until",
    untilHint: "Then it goes by itself",
    write: "Leave the note",
    cancel: "Cancel",
    written: "The note is on everybody’s first page",
    remove: (text: string) => `Settled: ${text}`,
    removed: "The note is off the desk",
  },
  noteAbout: (by: string, at: string, until: string) => `${by}, ${at} · until ${dayNear(until)}`,
  handOverAbout: (by: string, at: string, until: string) => `Hand-over of ${by}, ${at} · until ${dayNear(until)}`,
  published: (days: string) => `The schedule of ${days} was published`,
  publishedBy: (by: string, at: string, changesMine: boolean) =>
    changesMine ? `${by}, ${at}` : `${by}, ${at} · nothing of yours changed`,
  mine: {
    added: (what: string) => `New for you: ${what}`,
    moved: (before: string, after: string) => `Moved: ${before} → ${after}`,
    removed: (what: string) => `No longer yours: ${what}`,
  },
  untold: (people: number) => `${count(people, "person was", "people were")} told other shifts for this week`,
  untoldAbout: (at: string) => `Changed since it was published ${at}`,
  leftOut: (file: string, rows: number) => `${file}: ${count(rows, "row was", "rows were")} not taken`,
  brokeOff: (file: string) => `${file}: the import broke off`,
  importedBy: (by: string, at: string) => `${by}, ${at}`,

  begin: "First steps",
  beginHint: "Carrel is ready. These make it yours; each can be done now or later.",
  beginLeft: (left: number) => `${count(left, "step")} to go`,
  done: "Done",
  putAway: "Not needed",
  putAwayAbout: "Takes this step off the page, on this PC",
  has: (step: string, found: number) =>
    step === "people"
      ? `${number(found)} may sign in.`
      : `The library has ${count(found, step === "items" ? "item" : "patron")}.`,
  steps: {
    hours: {
      title: "Say when you are open",
      text: "Due days fall on days on which somebody can bring things back.",
      button: "Opening hours",
    },
    rules: { title: "Say how long you lend", text: "For each kind of patron and of item.", button: "Loan rules" },
    items: {
      title: "Bring in what you lend",
      text: "From a spreadsheet or another system’s export, or one by one.",
      button: "Import a file",
      other: "Add items",
    },
    patrons: {
      title: "Register who borrows",
      text: "A name and a card are enough to begin. A file of patrons can be imported too.",
      button: "Import a file",
      other: "Register patrons",
    },
    people: {
      title: "Add your helpers",
      text: "Everybody who signs in has a PIN or a passphrase of their own.",
      button: "Who may sign in",
    },
    scanner: {
      title: "Teach your scanner",
      text: "Scan a card and an item, and Carrel learns what your scanner adds to them.",
      button: "Scanner",
    },
    desks: {
      title: "Say where people work, and who",
      text: "With a desk and the people who sit there, the week’s schedule can begin.",
      button: "Add desks",
      other: "Staff",
    },
    places: {
      title: "Name your desks",
      text: "Each place where somebody sits: circulation, reserves, the help desk. Add all of them now.",
      button: "Add desks",
    },
    workers: {
      title: "Bring your people in",
      text: "A file of names, e-mails and hours wanted is enough; one by one works too.",
      button: "Import a file",
      other: "Staff",
    },
    classes: {
      title: "Bring their classes in",
      text: "One timetable for everybody: nobody is put at a desk while in class. Not needed where nobody studies.",
      button: "Import a timetable",
    },
    need: {
      title: "Paint how many each desk needs",
      text: "Drag over the hours of the week. Carrel fills what is painted.",
      button: "Schedule",
    },
    shifts: {
      title: "Have the schedule solved",
      text: "Carrel proposes who works when, fair and by your rules; you change what you like and publish.",
      button: "Schedule",
    },
    backup: {
      title: "Choose a second place for backups",
      text: "A copy on another disk is what helps when this PC does not start any more.",
      button: "Backups",
    },
  },
};
