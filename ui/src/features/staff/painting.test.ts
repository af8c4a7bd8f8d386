// Weeks of wishes as cells: there and back, rectangles, and where keys lead.
import { expect, test } from "vitest";
import type { WishSpan } from "$api/generated";
import {
  blank,
  cellsOf,
  copied,
  moved,
  needsQuarters,
  painted,
  rectOf,
  spansOf,
  wishAt,
  wishOf,
  type View,
} from "./painting";

const span = (weekday: number, start: number, end: number, wish: WishSpan["wish"]): WishSpan => ({
  weekday,
  start,
  end,
  wish,
});
const view: View = { step: 30, from: 420, to: 1320, weekdays: [7, 1, 2, 3, 4, 5, 6] };

test("spans become cells and spans again", () => {
  const spans = [span(1, 540, 600, "no"), span(1, 600, 615, "preferred"), span(7, 0, 1440, "no")];
  expect(spansOf(cellsOf(spans))).toEqual(spans);
  expect(spansOf(blank())).toEqual([]);
});

test("a span off the quarters takes in those that it touches", () => {
  expect(spansOf(cellsOf([span(2, 545, 601, "no")]))).toEqual([span(2, 540, 615, "no")]);
});

test("a rectangle is painted over the days of its columns", () => {
  const rect = rectOf({ column: 2, minute: 600 }, { column: 1, minute: 540 }, 30);
  expect(spansOf(painted(blank(), rect, "preferred", view))).toEqual([
    span(1, 540, 630, "preferred"),
    span(2, 540, 630, "preferred"),
  ]);
});

test("painting what is possible takes spans away again", () => {
  const cells = cellsOf([span(1, 540, 720, "no")]);
  const rect = rectOf({ column: 1, minute: 600 }, { column: 1, minute: 600 }, 30);
  expect(spansOf(painted(cells, rect, "possible", view))).toEqual([span(1, 540, 600, "no"), span(1, 630, 720, "no")]);
});

test("a cell of two quarters that differ says the smaller wish", () => {
  const cells = cellsOf([span(1, 540, 555, "preferred"), span(1, 600, 615, "no")]);
  expect(wishAt(cells, { column: 1, minute: 540 }, view)).toBe("possible");
  expect(wishAt(cells, { column: 1, minute: 600 }, view)).toBe("no");
  expect(wishAt(cells, { column: 1, minute: 540 }, { ...view, step: 15 })).toBe("preferred");
});

test("quarters are needed where a span begins or ends on one", () => {
  expect(needsQuarters([span(1, 540, 600, "no")])).toBe(false);
  expect(needsQuarters([span(1, 540, 585, "no")])).toBe(true);
});

test("a day is copied and its source stays", () => {
  const cells = copied(cellsOf([span(1, 540, 600, "no"), span(2, 0, 60, "no")]), 1, 2);
  expect(spansOf(cells)).toEqual([span(1, 540, 600, "no"), span(2, 540, 600, "no")]);
});

test("keys lead to the next cell and stop at the edges", () => {
  const at = { column: 0, minute: 420 };
  expect(moved(at, "ArrowUp", view)).toEqual(at);
  expect(moved(at, "ArrowLeft", view)).toEqual(at);
  expect(moved(at, "ArrowDown", view)).toEqual({ column: 0, minute: 450 });
  expect(moved(at, "End", view)).toEqual({ column: 6, minute: 420 });
  expect(moved(at, "PageDown", view)).toEqual({ column: 0, minute: 1290 });
  expect(moved(at, "x", view)).toBeUndefined();
});

test("figures and letters name a wish", () => {
  expect(["1", "2", "3", "N", "o", "p", "q"].map(wishOf)).toEqual([
    "no",
    "possible",
    "preferred",
    "no",
    "possible",
    "preferred",
    undefined,
  ]);
});
