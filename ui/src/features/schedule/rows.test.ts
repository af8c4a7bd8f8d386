// Rows of the grid, what their blocks say, what is laid over them, and where the keys lead.
import { beforeEach, expect, test } from "vitest";
import type { Conflict, Week } from "$api/generated";
import { habit } from "$shared/habit.svelte";
import { nudged, walk } from "./keyboard";
import { overlaid, unsettled } from "./pending";
import { blankDetails } from "$features/staff/blank";
import { rowMaker, rowsOf } from "./rowMaker";
import { renewed } from "./told";
import { daysOf, detailsAt, freeSpan, viewOf } from "./view";

const MONDAY = "2026-11-23";
const days = ["23", "24", "25", "26", "27", "28", "29"].map((date) => `2026-11-${date}`);
const person = (id: number, name: string, active = true) => ({
  person: { id, details: { ...blankDetails, name, position: "Lead", wanted_minutes: 600, active } },
  minutes: 300,
});
const desk = (id: number, name: string) => ({
  id,
  details: { name, short: name.slice(0, 3), colour: id, active: true, contact: "" },
});
const shift = (id: number, staff: number, at: number, day: string, start: number, conflicts: Conflict[] = []) => ({
  shift: { id, details: { staff, desk: at, day, start, end: start + 120, note: "" } },
  conflicts,
});
const stop = { rule: "DOUBLE", severity: "block", overridden: null } as const;
const warn = { rule: "WANTED", severity: "warn", overridden: null } as const;
const week: Week = {
  lacking: [],
  drafts: { newest: null, unpublished: null, changes: [], shifts: [] },
  first: MONDAY,
  days: days.map((day) => ({ day, opens: 480, closes: 1260, closed: null })),
  from: 480,
  to: 1260,
  desks: [desk(1, "Circulation"), desk(2, "Reserves")],
  people: [person(1, "Hugo Sørensen"), person(2, "Ada Okafor"), person(3, "Gone", false)],
  shifts: [
    shift(10, 1, 1, MONDAY, 720, [{ ...stop, kind: "double_booked", other: 11, from: 780, to: 840 }]),
    shift(11, 1, 2, MONDAY, 780),
    shift(12, 2, 1, MONDAY, 600, [{ ...warn, kind: "over_wanted", wanted: 600, minutes: 720 }]),
    shift(13, 2, 1, "2026-11-24", 480),
  ],
  coverage: [{ desk: 1, day: MONDAY, spans: [{ from: 480, to: 540, needed: 2, covered: 0 }] }],
};

beforeEach(() => Object.assign(habit, { clock: "h24", today: MONDAY }));

test("a block's label says who, when, where and what is odd", () => {
  const [hugo, ada, gone] = rowsOf(week, "people", [MONDAY]);
  expect(hugo!.blocks[0]!.label).toBe("Hugo Sørensen, Mon 12:00–14:00, Circulation, double booked");
  expect(hugo).toMatchObject({
    lanes: 2,
    blocks: [
      { alarm: "stop", beside: "Cir" },
      { lane: 1, alarm: "none" },
    ],
  });
  expect(ada).toMatchObject({ under: "Lead", blocks: [{ id: 12, alarm: "careful" }] });
  expect(gone).toMatchObject({ under: "left", blocks: [] });
});

test("desks as rows hold the same shifts, with names, and say what they lack", () => {
  const [circulation] = rowsOf(week, "desks", [MONDAY]);
  expect(circulation!.blocks.map((block) => [block.id, block.beside])).toEqual([
    [12, "Ada Okafor"],
    [10, "Hugo Sørensen"],
  ]);
  expect(circulation!.hours).toEqual({ kind: "desk", short: 120, needed: true });
});

test("a shift that is being made stands in its row once there is one", () => {
  const draft = { staff: null, desk: 2, day: MONDAY, start: 900, end: 960, note: "" };
  expect(rowsOf(week, "people", [MONDAY], [draft]).flatMap((row) => row.blocks)).toHaveLength(3);
  expect(rowsOf(week, "desks", [MONDAY], [draft])[1]!.blocks.map((block) => block.id)).toEqual([11, 0]);
});

test("changes on their way lie over the week until the core has told a new one", () => {
  const details = { ...week.shifts[3]!.shift.details, start: 540, end: 660 };
  const changes = new Map([
    [13, { details, conflicts: null, settled: true }],
    [12, { details: null, conflicts: null, settled: false }],
    [-1, { details: { ...details, staff: 1 }, conflicts: null, settled: false }],
    [11, { details: { ...details, day: "2026-12-01" }, conflicts: null, settled: false }],
  ]);
  expect(overlaid(week, changes).shifts.map(({ shift }) => [shift.id, shift.details.start])).toEqual([
    [10, 720],
    [13, 540],
    [-1, 540],
  ]);
  expect([...unsettled(changes).keys()]).toEqual([12, -1, 11]);
  expect(overlaid(week, new Map())).toBe(week);
});

test("arrow keys walk from name to block to block, and to the nearest in the next row", () => {
  const rows = rowsOf(week, "people", days);
  expect(walk(rows, { row: 1, shift: null }, "ArrowRight")).toEqual({ row: 1, shift: 10 });
  expect(walk(rows, { row: 1, shift: 10 }, "ArrowLeft")).toEqual({ row: 1, shift: null });
  expect(walk(rows, { row: 1, shift: 11 }, "ArrowDown")).toEqual({ row: 2, shift: 12 });
  expect(walk(rows, { row: 2, shift: 13 }, "ArrowDown")).toEqual({ row: 3, shift: null });
  expect(walk(rows, { row: 2, shift: 13 }, "Home")).toEqual({ row: 2, shift: null });
  expect(walk(rows, { row: 2, shift: 13 }, "x")).toBeNull();
});

test("arrow keys move a selected shift by a slot, a row, or a day; with Ctrl they move an end", () => {
  const from = { row: 1, column: 0, start: 720, end: 840 };
  const day = { rows: 3, columns: 13, timed: true, slot: 15 };
  const press = (key: string, held: "" | "ctrl" | "both" = "") => ({
    key,
    ctrlKey: held !== "",
    shiftKey: held === "both",
  });
  expect(nudged(from, press("ArrowRight"), day)).toMatchObject({ start: 735, end: 855 });
  expect(nudged(from, press("ArrowRight"), { ...day, slot: 60 })).toMatchObject({ start: 780, end: 900 });
  expect(nudged(from, press("ArrowLeft", "ctrl"), day)).toMatchObject({ start: 720, end: 825 });
  expect(nudged(from, press("ArrowLeft", "both"), day)).toMatchObject({ start: 705, end: 840 });
  expect(nudged(from, press("ArrowUp"), day)).toMatchObject({ row: 0 });
  expect(nudged({ ...from, row: 2 }, press("ArrowDown"), day)).toBeNull();
  expect(nudged(from, press("ArrowRight"), { ...day, columns: 7, timed: false })).toMatchObject({
    column: 1,
    start: 720,
  });
  expect(nudged(from, press("ArrowLeft"), { ...day, columns: 7, timed: false })).toBeNull();
});

test("a row in which nothing changed is the same row as before", () => {
  const make = rowMaker();
  const before = make(week, "people", days);
  expect(make({ ...week }, "people", days)).toBe(before);
  const moved = week.shifts.map((placed, index) =>
    index === 0 ? { ...placed, shift: { ...placed.shift, details: { ...placed.shift.details, end: 1200 } } } : placed,
  );
  const now = make({ ...week, shifts: moved }, "people", days);
  expect(now.map((row, index) => row === before[index])).toEqual(
    before.map((row) => row.id !== week.shifts[0]!.shift.details.staff),
  );
  const published = { ...week, drafts: { ...week.drafts, shifts: [12] } };
  expect(make(published, "people", days)[1]!.blocks[0]!.unpublished).toBe(true);
  expect(make(week, "desks", days)[0]!.name).toBe("Circulation");
});

test("a week told anew is made of what of the last one is still so", () => {
  const told = structuredClone(week);
  told.shifts[1]!.shift.details.end += 60;
  const now = renewed(week, told);
  expect(now.shifts.map((placed, index) => placed === week.shifts[index])).toEqual([true, false, true, true]);
  expect([now.people, now.desks, now.days]).toEqual([week.people, week.desks, week.days]);
  expect(now.people).toBe(week.people);
  expect(renewed(undefined, told)).toBe(told);
});

test("the view is what the address says, else as it was, and today", () => {
  const last = { span: "week", by: "desks", zoom: 30 } as const;
  expect(viewOf({}, MONDAY, last)).toEqual({ day: MONDAY, span: "week", by: "desks", zoom: 30 });
  expect(viewOf({ day: "2026-12-01", span: "day", by: "people" }, MONDAY, last)).toEqual({
    day: "2026-12-01",
    span: "day",
    by: "people",
    zoom: 30,
  });
  expect(viewOf({ day: "nonsense" }, MONDAY, last).day).toBe(MONDAY);
  // While the next week is on its way, its Wednesday shows this one's.
  expect(daysOf(week, { day: "2026-12-02", span: "day", by: "people", zoom: 30 })[0]!.day).toBe("2026-11-25");
});

test("a drop changes the person or the desk, the day and the time", () => {
  const grid = { rows: rowsOf(week, "desks", days), by: "desks" as const, days: week.days };
  const details = week.shifts[0]!.shift.details;
  expect(detailsAt(details, { row: 1, column: 2, start: 600, end: 700 }, grid)).toEqual({
    ...details,
    desk: 2,
    day: "2026-11-25",
    start: 600,
    end: 700,
  });
});

test("a new shift begins after what is there, and ends by closing time", () => {
  const day = week.days[0]!;
  expect(freeSpan(day, [], 180)).toEqual({ start: 480, end: 660 });
  expect(freeSpan(day, [{ start: 480, end: 1140 }], 180)).toEqual({ start: 1140, end: 1260 });
  expect(freeSpan(day, [{ start: 480, end: 1230 }], 180)).toEqual({ start: 480, end: 660 });
  expect(freeSpan({ ...day, opens: null, closes: null }, [], 60)).toEqual({ start: 540, end: 600 });
});
