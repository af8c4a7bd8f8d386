// What stands on the screen is what stands on paper.
import { expect, test } from "vitest";
import type { UsageFigures, UsageReport } from "$api/generated";
import { breakdowns, change, shades } from "./figures";

const none = { this: 0, previous: 0 };
const figures = (loans: number): UsageFigures => ({
  loans: { this: loans, previous: 10 },
  renewals: none,
  returns: none,
  late_returns: none,
  in_house: none,
  new_patrons: none,
});
const report = {
  by_item_type: [
    { kind: 1, name: "Book", figures: figures(12) },
    { kind: null, name: "", figures: figures(0) },
  ],
  by_category: [],
  by_age: [{ band: "young_adult", figures: figures(3) }],
  by_hour: [{ hour: 9, figures: figures(3) }],
  by_time: [
    { span: { from: "2026-11-23", to: "2026-11-23" }, previous: null, figures: figures(3) },
    { span: null, previous: { from: "2026-11-20", to: "2026-11-20" }, figures: figures(0) },
  ],
} as unknown as UsageReport;

test("each breakdown names its rows as the page does", () => {
  const names = Object.fromEntries(breakdowns(report).map(({ id, rows }) => [id, rows.map(({ name }) => name)]));
  expect(names).toEqual({
    type: ["Book", "No item"],
    category: [],
    age: ["12 to 17"],
    hour: ["9–10"],
    time: ["Mon 23 Nov", "Before"],
  });
});

test.each([
  [1252, 1169, "+7 %"],
  [98, 100, "−2 %"],
  [1000, 1001, "±0 %"],
  [3, 0, "new"],
  [0, 0, ""],
  [0, 4, "−100 %"],
])("%i after %i", (now, previous, said) => expect(change({ this: now, previous })).toBe(said));

test("shades grow with the loans and closed hours have none", () => {
  expect(shades([{ weekday: 1, loans: [0, 1, 20, 40, null] }])).toEqual([[0, 1, 2, 4, null]]);
  expect(shades([{ weekday: 7, loans: [0] }])).toEqual([[0]]);
});
