// Periods by name, at the edges of weeks, months and years.
import { expect, test } from "vitest";
import { isDay, periodOf, presetOf, type Preset } from "./periods";

const span = (preset: Preset, today: string, starts: "monday" | "sunday" = "monday") =>
  Object.values(periodOf(preset, today, starts)).join(" ");

test.each([
  ["this_week", "2026-11-23", "2026-11-23 2026-11-29"],
  ["this_week", "2026-11-29", "2026-11-23 2026-11-29"],
  ["last_week", "2026-01-01", "2025-12-22 2025-12-28"],
  ["this_month", "2028-02-10", "2028-02-01 2028-02-29"],
  ["last_month", "2026-01-31", "2025-12-01 2025-12-31"],
  ["last_month", "2026-03-30", "2026-02-01 2026-02-28"],
  ["this_year", "2026-11-23", "2026-01-01 2026-12-31"],
  ["last_year", "2026-01-02", "2025-01-01 2025-12-31"],
] as const)("%s on %s", (preset, today, days) => expect(span(preset, today)).toBe(days));

test("a week begins where the library's does", () => {
  expect(span("this_week", "2026-11-23", "sunday")).toBe("2026-11-22 2026-11-28");
  expect(span("this_week", "2026-11-22", "sunday")).toBe("2026-11-22 2026-11-28");
});

test("a period knows its name", () => {
  const named = (from: string, to: string) => presetOf({ from, to }, "2026-11-23", "monday");
  expect(named("2026-11-01", "2026-11-30")).toBe("this_month");
  expect(named("2026-11-01", "2026-11-29")).toBeNull();
});

test("an address may hold anything", () => {
  expect(["2026-11-23", "2026-13-01", "soon", undefined].map(isDay)).toEqual([true, false, false, false]);
});
