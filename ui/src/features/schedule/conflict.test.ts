// What speaks against a shift, in words, and how gravely.
import { expect, test } from "vitest";
import type { Conflict, Week } from "$api/generated";
import { alarmOf, conflictSentence, conflictWord, meaningOf } from "./conflict";
import { demandOf, limitsOf, scopeOf } from "./workRule";

/** A conflict without the rule that says so. */
type Oddity = Conflict extends infer C
  ? C extends Conflict
    ? Omit<C, "rule" | "severity" | "overridden">
    : never
  : never;

const MONDAY = "2026-11-23";
const week = {
  shifts: [
    { shift: { id: 11, details: { staff: 1, desk: 2, day: MONDAY, start: 0, end: 60, note: "" } }, conflicts: [] },
  ],
  desks: [{ id: 2, details: { name: "Reserves", short: "R", colour: 1, active: true, contact: "" } }],
} satisfies Pick<Week, "shifts" | "desks">;

const odd = (what: Oddity, more: Partial<Conflict> = {}): Conflict =>
  ({ rule: "R", severity: "block", overridden: null, ...what, ...more }) as Conflict;
const say = (what: Oddity) => conflictSentence(odd(what), week);
const at = (minute: number, day = MONDAY) => ({ day, minute });

test("every conflict has its sentence", () => {
  expect(say({ kind: "double_booked", other: 11, from: 780, to: 840 })).toBe(
    "Double booked: also at Reserves 13:00–14:00",
  );
  expect(say({ kind: "closed", reason: "Thanksgiving" })).toBe("The library is closed: Thanksgiving");
  expect(say({ kind: "closed", reason: "" })).toBe("The library is closed on that weekday");
  expect(say({ kind: "outside_hours", opens: 540, closes: 1200 })).toBe("Open 9:00–20:00 only");
  expect(say({ kind: "over_wanted", wanted: 720, minutes: 780 })).toBe("13 h this week, 12 wanted");
  expect(say({ kind: "left_staff", ends: MONDAY })).toBe("No longer on the staff");
  expect(say({ kind: "in_class", from: at(600), to: at(690), travel: 10 })).toBe(
    "In class Mon 10–11:30, 10 minutes on the way",
  );
  expect(say({ kind: "short_rest", from: at(1320), to: at(420, "2026-11-24"), minutes: 540, least: 600 })).toBe(
    "9 h of rest until Tue 7:00, 10 at least",
  );
  expect(say({ kind: "long_week", first: MONDAY, minutes: 600, elsewhere: 720, most: 1200 })).toBe(
    "10 h in the week from Mon 23 Nov and 12 h elsewhere, 20 at most",
  );
  expect(say({ kind: "award_spent", from: at(630), minutes: 90 })).toBe(
    "The award is used up Mon 10:30; 1.5 h of the shift are not paid",
  );
  expect(say({ kind: "length", length: "hard", minutes: 360, limit: 345 })).toBe(
    "6 h without a gap, never more than 5.75",
  );
  expect(say({ kind: "occupation", duties: ["baler", "driving"], age: 17 })).toBe(
    "17 years old, too young for: baler or compactor, driving",
  );
  expect(say({ kind: "open_close", edge: "opening", from: at(540), to: at(555), people: 0, least: 2 })).toBe(
    "Nobody is there to open Mon 9–9:15, 2 at least",
  );
});

test("whose company somebody lacks or should not have is said with names", () => {
  const when = { from: at(540), to: at(660) };
  expect(say({ kind: "not_apart", one: "Ada", other: "Ben", ...when })).toBe(
    "Ada and Ben are not to work at the same time: Mon 9–11",
  );
  expect(say({ kind: "not_beside", other: "Ben", ...when })).toBe("Only while Ben works, who is not there Mon 9–11");
  expect(say({ kind: "unaccompanied", senior: true, ...when })).toBe("Nobody else who may lead is there Mon 9–11");
  expect(say({ kind: "unaccompanied", senior: false, ...when })).toBe("Nobody else is there Mon 9–11");
  expect(say({ kind: "closes_and_opens", from: at(1320), to: at(540, "2026-11-24") })).toBe(
    "Closes Mon 22:00 and opens Tue 9:00",
  );
});

test("a block is marked by the gravest that nobody gave a reason for", () => {
  const reason = { reason: "class cancelled", by: "Maya", at: "2026-11-22T10:00:00Z" };
  const stop = odd({ kind: "not_authorised" });
  const kept = odd({ kind: "not_authorised" }, { overridden: reason });
  const careful = odd({ kind: "untrained", desk: 2 }, { severity: "warn" });
  const note = odd({ kind: "break_due", worked: 240, breaks: 1, minutes: 15 }, { severity: "note" });
  expect([stop, kept, careful, note].map(meaningOf)).toEqual(["stop", "note", "careful", "note"]);
  expect(alarmOf([note, careful, stop])).toBe("stop");
  expect(alarmOf([kept, careful])).toBe("careful");
  expect(alarmOf([kept, note])).toBe("none");
  expect(conflictWord(careful)).toBe("not trained");
});

test("a rule tells its limits and for whom it holds", () => {
  const figure = { name: "most", unit: "hours", value: 1200, required: true, least: 0, most: 10080 } as const;
  const none = { ...figure, name: "until", unit: "time", value: null } as const;
  expect(limitsOf({ figures: [figure, none] })).toBe("At most 20 h");
  expect(limitsOf({ figures: [none] })).toBe("No limit");
  const scope = {
    only: ["students" as const],
    except: ["f1" as const],
    ages: { from: 14, under: 16 },
    together: false,
  };
  expect(scopeOf(scope)).toBe("Students, aged 14 to 15, without F-1 students");
  expect(scopeOf({ ...scope, together: true })).toBe("The library");
  expect(scopeOf({ ...scope, together: true, id: "PAIR-APART" })).toBe(
    "Pairs named with the people, under “With whom”",
  );
  expect(demandOf(undefined)).toBe("nothing special");
  expect(demandOf({ desk: 2, senior: true, duties: ["saw"] })).toBe("somebody who may lead, Saw");
});
