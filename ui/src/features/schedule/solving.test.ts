// What a proposal changes, counted.
import { expect, test } from "vitest";
import type { ShiftDetails } from "$api/generated";
import { fromBest, sorts } from "./solving";

const shift: ShiftDetails = { staff: 1, desk: 1, day: "2026-11-30", start: 540, end: 600, note: "" };

test("new, moved and taken off are told apart", () => {
  const changes = [
    { id: null, before: null, after: shift },
    { id: 1, before: shift, after: { ...shift, end: 660 } },
    { id: 2, before: shift, after: null },
  ];
  expect(sorts(changes)).toEqual({ placed: 1, moved: 1, off: 1 });
});

test("how far a plan is from the best is a part of its cost, and unknown without a bound", () => {
  expect(fromBest({ cost: 200, bound: 194 })).toBe(3);
  expect(fromBest({ cost: 200, bound: 200 })).toBe(0);
  expect(fromBest({ cost: 100_000, bound: 99_999 })).toBe(0.1);
  expect(fromBest({ cost: 200, bound: null })).toBeNull();
  expect(fromBest({ cost: 200, bound: -5 })).toBeNull();
});
