// A scanner is told from a hand by the time between its keys.
import { expect, test } from "vitest";
import { Burst, rawOf, shown } from "./burst";

function typed(text: string, every: number): Burst {
  const burst = new Burst();
  [...text].forEach((key, index) => burst.press(key, 1000 + index * every));
  return burst;
}

const key = (key: string, more: KeyboardEventInit = {}) => rawOf(new KeyboardEvent("keydown", { key, ...more }));

test("keys that come fast are a scan, with Tab and Enter at their end", () => {
  const scan = typed("A31000B\t", 20);
  expect([scan.isScan, scan.raw, scan.text]).toEqual([true, "A31000B\t", "A31000B"]);
});

test("keys that come slowly are a hand's", () => {
  expect(typed("310001", 90).isScan).toBe(false);
  expect(typed("47\r", 10).isScan).toBe(false);
});

test("a scan behind what a hand typed is told from it", () => {
  const burst = typed("oka", 200);
  [..."31000\r"].forEach((key, index) => burst.press(key, 5000 + index * 10));
  expect(burst.text).toBe("31000");
});

test("control characters reach the core, and keys that type nothing do not", () => {
  expect(key("b", { ctrlKey: true })).toBe("\u0002");
  expect(key("]", { ctrlKey: true })).toBe("\u001d");
  expect([key("Tab"), key("Enter"), key("é"), key("F2"), key("Shift"), key("Tab", { shiftKey: true })]).toEqual([
    "\t",
    "\r",
    "é",
    null,
    null,
    null,
  ]);
  expect(shown("\u0002A31\t\r")).toBe("␂A31⇥⏎");
});
