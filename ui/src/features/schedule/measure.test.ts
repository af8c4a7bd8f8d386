// Points and places of the grid in pixels.
import { expect, test } from "vitest";
import { bandOf, boxOf, spotAt } from "./measure";

const measures = { left: 100, width: 780, tops: [50, 90, 160], heights: [40, 70, 40] };
const day = { hours: { from: 480, to: 1260 }, columns: 13, timed: true, slot: 15 };
const week = { hours: { from: 480, to: 1260 }, columns: 7, timed: false, slot: 15 };

test("a point means a row and a minute, or a row and a day", () => {
  expect(spotAt({ x: 160, y: 95 }, measures, day)).toEqual({ row: 1, column: 0, minute: 540 });
  expect(spotAt({ x: 879, y: 999 }, measures, week)).toEqual({ row: 2, column: 6, minute: 0 });
  expect(spotAt({ x: 5000, y: 0 }, measures, week)).toEqual({ row: 0, column: 6, minute: 0 });
});

test("a shift stands on its hours, or fills its day", () => {
  const stand = { row: 1, column: 2, start: 540, end: 600 };
  expect(boxOf(stand, measures, day)).toEqual({ x: 160, y: 90, width: 60, height: 70 });
  expect(boxOf(stand, { ...measures, width: 700 }, week)).toMatchObject({ x: 300, width: 100 });
});

test("a band covers what lies between its two spots, rows whole", () => {
  const at = (row: number, minute: number, column = 0) => ({ row, column, minute });
  expect(bandOf(at(1, 600), at(0, 540), measures, day)).toEqual({ x: 160, y: 50, width: 60, height: 110 });
  const wide = { ...measures, width: 700 };
  expect(bandOf(at(0, 0, 3), at(0, 0, 1), wide, week)).toMatchObject({ x: 200, width: 300 });
});
