// Days, times, money and counts as people read them.
import { beforeEach, expect, test } from "vitest";
import * as format from "./format";
import { habit } from "./habit.svelte";

beforeEach(() =>
  Object.assign(habit, {
    clock: "h24",
    today: "2026-11-23",
    zone: "America/Chicago",
    notation: { before: "$", after: "", digits: 2, decimal: ".", group: ",", days: "month_first" },
    week_starts: "monday",
  }),
);

test("a day shows its year only when it is another year", () => {
  expect(format.day("2026-12-07")).toBe("Mon 7 Dec");
  expect(format.day("2027-01-04")).toBe("Mon 4 Jan 2027");
  expect(format.dayShort("2025-11-23")).toBe("23 Nov 2025");
});

test("near days are called by their names", () => {
  expect(format.dayNear("2026-11-23")).toBe("today");
  expect(format.dayNear("2026-11-24")).toBe("tomorrow");
  expect(format.dayNear("2026-11-22")).toBe("yesterday");
  expect(format.dayNear("2026-11-25")).toBe("Wed 25 Nov");
});

test("a span of days says the month once when it can", () => {
  expect(format.daySpan("2026-11-23", "2026-11-29")).toBe("23–29 Nov");
  expect(format.daySpan("2026-11-30", "2026-12-06")).toBe("30 Nov – 6 Dec");
  expect(format.daySpan("2025-12-29", "2026-01-04")).toBe("29 Dec 2025 – 4 Jan");
  expect(format.daySpan("2026-11-23", "2026-11-23")).toBe("Mon 23 Nov");
});

test("weeks are numbered as calendars number them", () => {
  expect(format.weekNumber("2026-11-23")).toBe(48);
  expect(format.weekNumber("2026-01-01")).toBe(1);
  expect(format.weekNumber("2027-01-01")).toBe(53);
});

test("times follow the library's clock", () => {
  expect(format.time(1290)).toBe("21:30");
  expect(format.time(1440)).toBe("24:00");
  expect(format.timeSpan(480, 1260)).toBe("8:00–21:00");
  habit.clock = "h12";
  expect(format.time(1290)).toBe("9:30 pm");
  expect(format.time(0)).toBe("12:00 am");
  expect(format.timeSpan(480, 1260)).toBe("8:00 am–9:00 pm");
  expect(format.timeSpan(480, 660)).toBe("8:00–11:00 am");
  expect(format.time(1440)).toBe("midnight");
  expect(format.timeSpan(182, 1440)).toBe("3:02 am–midnight");
});

test("a shift takes its shortest form", () => {
  expect(format.shift(780, 960)).toBe("13–16");
  expect(format.shift(480, 690)).toBe("8–11:30");
  habit.clock = "h12";
  expect(format.shift(780, 960)).toBe("1–4 pm");
  expect(format.shift(660, 840)).toBe("11 am–2 pm");
  expect(format.shift(1200, 1440)).toBe("8 pm–12 am");
  expect(format.shift(60, 1440)).toBe("1 am–12 am");
});

test("an instant is told in the library's zone", () => {
  expect(format.atTime("2026-11-23T17:42:00Z")).toBe("11:42");
  expect(format.atDay("2026-11-24T03:00:00Z")).toBe("2026-11-23");
  expect(format.at("2026-11-23T17:42:00Z")).toBe("11:42");
  expect(format.at("2026-11-20T17:42:00Z")).toBe("Fri 20 Nov 11:42");
});

test("money comes from whole cents", () => {
  expect(format.money(150)).toBe("$1.50");
  expect(format.money(-5)).toBe("−$0.05");
  expect(format.money(1240000)).toBe("$12,400.00");
  habit.notation = { before: "", after: "\u00a0€", digits: 2, decimal: ",", group: ".", days: "day_first" };
  expect([format.money(5), format.money(-1240050)]).toEqual(["0,05\u00a0€", "−12.400,50\u00a0€"]);
  habit.notation = { before: "¥", after: "", digits: 0, decimal: ".", group: ",", days: "year_first" };
  expect([format.money(0), format.money(1240050)]).toEqual(["¥0", "¥1,240,050"]);
});

test("counts agree with their nouns", () => {
  expect(`${format.count(3, "item")} due today`).toBe("3 items due today");
  expect(format.count(1, "copy", "copies")).toBe("1 copy");
  expect(format.count(0, "copy", "copies")).toBe("no copies");
  expect(format.count(12400, "loan")).toBe("12,400 loans");
});

test("minutes of work are hours", () => {
  expect(format.hours(210)).toBe("3.5 h");
  expect(format.hours(435)).toBe("7.25 h");
  expect(format.hours(0)).toBe("0 h");
});

test("days step over months and leap days", () => {
  expect(format.addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(format.addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(format.daysBetween("2026-03-07", "2026-03-09")).toBe(2);
});

test("a month has its year", () => {
  expect(format.month("2026-11-01")).toBe("Nov 2026");
});
