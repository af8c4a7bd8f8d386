// The brush on the week: strokes by pointer and by key, and taking them back.
import { expect, test } from "vitest";
import type { WishSpan } from "$api/generated";
import { Painting } from "./painting.svelte";

const key = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const nine: WishSpan = { weekday: 1, start: 540, end: 600, wish: "no" };

test("a dragged rectangle is painted when the pointer is let go", () => {
  const painting = new Painting([]);
  painting.brush = "preferred";
  painting.press({ column: 0, minute: 540 });
  painting.drag({ column: 1, minute: 570 });
  expect(painting.isMarked({ column: 1, minute: 540 })).toBe(true);
  expect(painting.spans).toEqual([]);
  painting.release();
  expect(painting.spans).toEqual([
    { weekday: 1, start: 540, end: 600, wish: "preferred" },
    { weekday: 2, start: 540, end: 600, wish: "preferred" },
  ]);
  expect(painting.dirty).toBe(true);
});

test("the same is done with Shift, arrows and a figure", () => {
  const painting = new Painting([]);
  painting.key(key("ArrowDown", { shiftKey: true }));
  painting.key(key("ArrowRight", { shiftKey: true }));
  expect(painting.key(key("1"))).toBe(true);
  expect(painting.spans).toEqual([
    { weekday: 1, start: 540, end: 600, wish: "no" },
    { weekday: 2, start: 540, end: 600, wish: "no" },
  ]);
  expect(painting.anchor).toBeNull();
});

test("strokes are taken back one by one", () => {
  const painting = new Painting([nine]);
  painting.clear();
  painting.key(key("3"));
  expect(painting.spans).toHaveLength(1);
  painting.key(key("z", { ctrlKey: true }));
  painting.key(key("z", { ctrlKey: true }));
  expect(painting.spans).toEqual([nine]);
  expect([painting.dirty, painting.canTakeBack]).toEqual([false, false]);
});

test("a stroke that changes nothing is none", () => {
  const painting = new Painting([]);
  painting.key(key("2"));
  expect(painting.canTakeBack).toBe(false);
});

test("Escape gives up a stroke and otherwise belongs to the sheet", () => {
  const painting = new Painting([]);
  expect(painting.key(key("Escape"))).toBe(false);
  painting.key(key("ArrowDown", { shiftKey: true }));
  expect(painting.key(key("Escape"))).toBe(true);
  expect(painting.anchor).toBeNull();
});

test("all of the week is marked at once", () => {
  const painting = new Painting([]);
  painting.wholeDay = true;
  painting.key(key("a", { ctrlKey: true }));
  painting.key(key("n"));
  expect(painting.spans).toHaveLength(7);
  expect(painting.spans[0]).toEqual({ weekday: 1, start: 0, end: 1440, wish: "no" });
});

test("a week that was told in quarters is shown in quarters, and early hours are shown where told", () => {
  const painting = new Painting([{ weekday: 1, start: 375, end: 600, wish: "no" }]);
  expect([painting.step, painting.view.from, painting.view.to]).toEqual([15, 360, 1320]);
  painting.zoom(30);
  expect(painting.step).toBe(30);
});
