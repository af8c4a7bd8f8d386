// The words of backups: their settings, the restore, and the window of a damaged library. English first.
import type { BackupCause, HeldKind } from "$api/generated";
import { at, count, number } from "$shared/format";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "just now", "12 minutes", "3 hours", "9 days". */
export function age(seconds: number): string {
  if (seconds < MINUTE) return "less than a minute";
  if (seconds < HOUR) return count(Math.floor(seconds / MINUTE), "minute");
  if (seconds < 2 * DAY) return count(Math.floor(seconds / HOUR), "hour");
  return count(Math.floor(seconds / DAY), "day");
}

/** "640 KB", "12.4 MB", "1.2 GB". */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${number(Math.ceil(bytes / 1000))} KB`;
  const [unit, value] = bytes < 1_000_000_000 ? ["MB", bytes / 1_000_000] : ["GB", bytes / 1_000_000_000];
  return `${value.toFixed(1)} ${unit}`;
}

const causes: Record<BackupCause, string> = {
  closing: "At closing",
  half_hour: "Half an hour",
  by_hand: "By hand",
  before_import: "Before an import",
  before_bulk_change: "Before a change of many",
  before_restore: "Before a restore",
  before_update: "Before an update",
};
const kinds: Record<HeldKind, string> = {
  patrons: "Patrons",
  items: "Items",
  loans: "Loans, open and returned",
  record: "Things done",
};

export const words = {
  age,
  size,
  causes,
  kinds,
  about:
    "A backup is a whole copy of the library. Carrel makes one at closing, every half hour in which something was done, and before anything risky, and opens each to see that it is whole.",
  now: "Back up now",
  copying: "Making a backup",
  made: (bytes: number) => `The backup is made and verified: ${size(bytes)}.`,
  none: "There is no backup yet.",
  newest: (seconds: number) => `The newest verified backup is ${age(seconds)} old.`,
  failed: (when: string) => `The backup of ${at(when)} could not be made.`,
  second: (place: string, seconds: number | null) =>
    seconds === null ? `There is no copy in ${place} yet.` : `The last copy in ${place} is ${age(seconds)} old.`,
  away: "It is not there now.",
  line: "Backups",
  settings: "Backup settings",

  place: "Beside the library",
  secondPlace: "Second place",
  secondHint: "A folder on a stick or another PC, such as E:\\Carrel. Each backup is copied there while it is there.",
  keep: "Days that backups are kept",
  keepHint: "A backup still knows loans that the library has forgotten since. The newest always stays.",
  tryIt: "Try it",
  tried: (free: number | null) =>
    free === null ? "Carrel can write there." : `Carrel can write there; ${size(free)} are free.`,
  sameDrive: "It is on the same drive as the library: one fault would take both.",
  save: "Save",
  saved: "Saved",

  list: "All backups",
  columns: { made: "Made", why: "Why", place: "Place", size: "Size", holds: "Holds", verified: "Verified" },
  places: { first: "Beside the library", second: "Second place" },
  holds: (patrons: number, items: number, loans: number) =>
    `${count(patrons, "patron")}, ${count(items, "item")}, ${count(loans, "loan")}`,
  whole: "Verified",
  changed: "Changed",
  shown: (backups: number) => count(backups, "backup"),
  empty: { title: "No backup yet", text: "The first is made within half an hour, or at once." },
  elsewhere: "Another file…",
  file: "The backup’s whole path",
  look: "Look into it",

  restore: "Restore",
  restoreThis: "Restore this backup",
  restoreTitle: "Restore a backup",
  of: (library: string, made: string | null) => (made === null ? library : `${library}, ${at(made)}`),
  looking: "Looking into the backup…",
  then: "In the backup",
  present: "Now",
  lost: (commands: number) =>
    commands === 0 ? "Nothing was done since." : `${count(commands, "thing")} done since would be gone:`,
  lostOf: (loans: number, patrons: number, items: number) =>
    `${count(loans, "loan")}, ${count(patrons, "new patron")}, ${count(items, "new item")}.`,
  lostUnknown: "What would be gone cannot be counted: the library has gone another way since.",
  anotherLibrary: "This is a backup of another library.",
  notAsVerified: "This file is not every byte as it was when it was verified. It holds together all the same.",
  unknownOrigin: "The note beside this file is lost, so nobody knows when it was verified. It holds together.",
  before: "The library as it is now is backed up first, so that this can be undone. Everybody signs in again.",
  secret: { pin: "Your PIN, once more", passphrase: "Your passphrase, once more" },
  undo: "Undo the restore",
  undoAbout: (when: string, made: string | null) =>
    made === null ? `A backup was restored ${at(when)}.` : `The backup of ${at(made)} was restored ${at(when)}.`,
  wrong: { pin: "That is not the right PIN.", passphrase: "That is not the right passphrase." },

  rescueTitle: "The library cannot be opened",
  rescueAbout:
    "Nothing was deleted, and no empty library takes its place. Choose the backup to go on from; the record of the restored library will say that it was restored here, without signing in.",
  rescueNone: "No backup was found beside the library or in its second place. Plug in the stick, or name a file.",
  rescueSecond: (place: string) => `The second place, ${place}, is not there now.`,
  again: "Look again",
  closing: "Making a backup before closing…",
  closingAbout: "Carrel closes by itself as soon as it is done.",
};
