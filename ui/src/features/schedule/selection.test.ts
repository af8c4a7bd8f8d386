// Several shifts at once.
import { expect, test } from "vitest";
import type { ShiftDetails } from "$api/generated";
import type { Row } from "./rows";
import { pasted, stepBetween, stepped, toggled, within } from "./selection";

const MONDAY = "2026-11-23";
const shift = (start: number, change: Partial<ShiftDetails> = {}): ShiftDetails => ({
  staff: 1,
  desk: 1,
  day: MONDAY,
  start,
  end: start + 60,
  note: "",
  ...change,
});
const block = (id: number, start: number, column = 0) => ({ id, column, details: shift(start) });
const row = (...blocks: ReturnType<typeof block>[]) => ({ blocks }) as unknown as Row;
const spot = (row: number, minute: number, column = 0) => ({ row, column, minute });

test("one more, and one fewer", () => {
  expect(toggled([1, 2], 3)).toEqual([1, 2, 3]);
  expect(toggled([1, 2, 3], 2)).toEqual([1, 3]);
});

test("a band takes in what it touches in its rows, hours and days", () => {
  const rows = [row(block(1, 540), block(2, 720)), row(block(3, 570)), row(block(4, 540))];
  expect(within(rows, spot(1, 560), spot(0, 575), true)).toEqual([1, 3]);
  expect(within([row(block(1, 540, 0), block(2, 540, 2))], spot(0, 0, 1), spot(0, 0, 3), false)).toEqual([2]);
});

test("a step keeps what goes together together, and ends at the edge", () => {
  const by = stepBetween({ row: 1, column: 0, start: 540, end: 600 }, { row: 2, column: 0, start: 570, end: 630 });
  const grid = { rows: 3, columns: 1 };
  expect(stepped({ row: 0, column: 0, start: 600, end: 720 }, by, grid)).toEqual({
    row: 1,
    column: 0,
    start: 630,
    end: 750,
  });
  expect(stepped({ row: 2, column: 0, start: 600, end: 720 }, by, grid)).toBeNull();
  expect(stepped({ row: 0, column: 0, start: 1380, end: 1440 }, by, grid)).toBeNull();
  expect(stepped({ row: 0, column: 0, start: 540, end: 555 }, { ...by, row: 0, start: 30, end: 0 }, grid)).toBeNull();
});

test("copies go to another day and row as they stood to each other", () => {
  const copies = pasted([shift(540), shift(660, { day: "2026-11-24" })], "2026-11-30", { staff: 9 });
  expect(copies.map(({ after }) => [after!.staff, after!.day, after!.start])).toEqual([
    [9, "2026-11-30", 540],
    [9, "2026-12-01", 660],
  ]);
  expect(copies.every(({ id, before }) => id === null && before === null)).toBe(true);
});

test("a copy upon itself follows right after, while the day has room", () => {
  expect(pasted([shift(540)], MONDAY, {})[0]!.after).toMatchObject({ start: 600, end: 660 });
  expect(pasted([shift(1350)], MONDAY, {})[0]!.after).toMatchObject({ start: 1350 });
});
