// What people type into fields, and what is made of it.
import { beforeEach, expect, test } from "vitest";
import { habit } from "./habit.svelte";
import { parseDay, parseMoney, parseTime, parseWhole } from "./parse";

const DOLLARS = { before: "$", after: "", digits: 2, decimal: ".", group: ",", days: "month_first" as const };
const EUROS = { before: "", after: "\u00a0€", digits: 2, decimal: ",", group: ".", days: "day_first" as const };
beforeEach(() => Object.assign(habit, { today: "2026-11-23", notation: DOLLARS }));

test.each([
  ["2026-12-07", "2026-12-07"],
  ["7 Dec 2026", "2026-12-07"],
  ["Mon 7 Dec", "2026-12-07"],
  ["7 december", "2026-12-07"],
  ["Dec 7, 2027", "2027-12-07"],
  ["today", "2026-11-23"],
  ["+14", "2026-12-07"],
  ["31 Feb", undefined],
  ["29 Feb 2027", undefined],
  ["12/7/2026", "2026-12-07"],
  ["13/7/2026", undefined],
  ["soon", undefined],
])("the day %s", (typed, day) => expect(parseDay(typed)).toBe(day));

test.each([
  ["9:30", 570],
  ["930", 570],
  ["21.30", 1290],
  ["9:30 pm", 1290],
  ["9p", 1260],
  ["12 am", 0],
  ["24:00", 1440],
  ["Midnight", 1440],
  ["9", 540],
  ["9:75", undefined],
  ["25", undefined],
  ["13 pm", undefined],
])("the time %s", (typed, minute) => expect(parseTime(typed)).toBe(minute));

test("a time without its half of the day is the first after the one before it, where the clock has two", () => {
  const read = (typed: string) => parseTime(typed, [540]);
  expect(["6", "1:30", "10", "12", "6 am", "14:00", "06:00"].map(read)).toEqual([360, 90, 600, 720, 360, 840, 360]);
  habit.clock = "h12";
  expect(["6", "1:30", "10", "12", "6 am", "14:00", "06:00"].map(read)).toEqual([1080, 810, 600, 720, 360, 840, 360]);
  expect([parseTime("12", [780]), parseTime("6"), parseTime("9", [1300, 540])]).toEqual([1440, 360, 1260]);
  habit.clock = "h24";
});

test.each([
  ["1.50", 150],
  ["$1.5", 150],
  ["1,200", 120000],
  ["0", 0],
  ["1.505", undefined],
  ["-1", undefined],
])("the amount %s", (typed, cents) => expect(parseMoney(typed)).toBe(cents));

test("days and amounts are read as the region writes them", () => {
  habit.notation = EUROS;
  expect(
    ["12/7/2026", "12.7.2026", "1,50", "1,50 €", "1.200,5", "1.50", "1.200"].map((typed) =>
      typed.includes("2026") ? parseDay(typed) : parseMoney(typed),
    ),
  ).toEqual(["2026-07-12", "2026-07-12", 150, 150, 120050, 150, 120000]);
  habit.notation = { ...DOLLARS, digits: 0, days: "year_first" };
  expect([parseMoney("1500"), parseMoney("1500.5"), parseDay("12/7/2026")]).toEqual([1500, undefined, undefined]);
});

test("whole numbers only", () => {
  expect(parseWhole("1,200")).toBe(1200);
  expect(parseWhole("-3")).toBe(-3);
  expect(parseWhole("1.5")).toBeUndefined();
});
