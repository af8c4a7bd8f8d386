// Points and places of the grid in pixels.
import { expect, test } from "vitest";
import { boxOf, spotAt } from "./measure";

const measures = { left: 100, width: 780, tops: [50, 90, 160], heights: [40, 70, 40] };
const day = { hours: { from: 480, to: 1260 }, columns: 13, timed: true };
const week = { hours: { from: 480, to: 1260 }, columns: 7, timed: false };

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
