// The words of managing who may sign in, and of the record of what they did, English first.
import { count, number } from "$shared/format";

export const words = {
  lockTimes: "Lock times",
  lockTimesHint: "Minutes without a key after which the desk locks",
  lockTimeHint: "Empty: the library’s own number",
  lockTimesSaved: "The lock times are saved",
  roles: { supervisor: "Supervisor", clerk: "Clerk", student_worker: "Student worker" },
  roleMeans: {
    supervisor: "May do everything, and override what a rule refuses.",
    clerk: "Lends, registers patrons, keeps the catalogue, reads reports.",
    student_worker: "Lends and takes back.",
  },
  about: "Whoever works at the desk signs in by name, so that the record says who did what.",
  add: "Add somebody",
  addTitle: "Somebody new",
  editTitle: "Who may sign in",
  name: "Name",
  nameHint: "As it stands on the sign-in screen, unlike every other.",
  role: "Role",
  staff: "On the staff list",
  noStaff: "Not on the staff list",
  active: "May sign in",
  activeHint: "Without it the account and its history stay, and nobody can use it.",
  secretKind: "Signs in with",
  secrets: { pin: "PIN", passphrase: "Passphrase" },
  secretHint: {
    pin: "4 to 12 digits. Quick at the desk, easy to see.",
    passphrase: "At least 8 characters; a short sentence is best.",
  },
  newSecret: "New PIN or passphrase",
  secretSet: (name: string) => `${name} signs in with the new secret from now on`,
  save: "Save",
  cancel: "Cancel",
  saved: (name: string) => `${name} saved`,
  head: {
    name: "Name",
    role: "Role",
    secret: "Signs in with",
    staff: "Staff list",
    last: "Last signed in",
    state: "Sign-in",
  },
  never: "never",
  inactive: "May not sign in",
  list: "Who may sign in",
  people: (people: number) => count(people, "account"),

  record: {
    about:
      "Every change is written down: when, who, what. Each row carries a seal over all rows before it, so nothing can be changed unseen afterwards. Details that name people are forgotten in time; the seals stay.",
    verify: "Check the record",
    checking: "Checking the record",
    head: "Printed record head (optional)",
    headHint: "From the foot of a page, such as 1204 7f3a91c0.",
    fine: (rows: number) => `All ${count(rows, "row")} are as they were written.`,
    matches: (head: string) => `The printed head ${head} is part of this record.`,
    newest: (seq: number, hash: string) => `Newest: ${seq} ${hash}`,
    fault: (seq: number) => `Row ${number(seq)} is not as it was written`,
    faultText: (rows: number) =>
      `The ${count(rows, "row")} before it are sound. Keep this file, restore a backup beside it, and compare.`,
    empty: "Nothing is written down yet",
    emptyText: "The first change writes the first row.",
    list: "The newest of the record",
    columns: { seq: "Row", at: "When", actor: "Who", command: "What", detail: "Detail" },
    /** A command's name as people say it: "Circulation: check out". */
    did: (command: string) => {
      const said = command.replace(".", ": ").replaceAll("_", " ");
      return said.charAt(0).toUpperCase() + said.slice(1);
    },
    forgotten: "no longer kept",
    older: "Show older",
    shown: (rows: number) => count(rows, "row"),
  },
};
