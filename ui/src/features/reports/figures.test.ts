// What stands on the screen is what stands on paper.
import { expect, test } from "vitest";
import type { UsageBreakdown, UsageReport } from "$api/generated";
import { change, rowsOf, shades, totals } from "./figures";

const report = {
  measures: [
    { measure: "loans", name: "loans", words: "Loans", short: "Loans", definition: "", listed: true },
    {
      measure: "active_patrons",
      name: "active_patrons",
      words: "Active patrons",
      short: "Active",
      definition: "",
      listed: false,
    },
  ],
  totals: {
    loans: { this: 3, previous: 1, year_before: 0 },
    active_patrons: { this: 2, previous: 1, year_before: 0 },
  },
} as unknown as UsageReport;
const breakdown = {
  rows: [{ name: "9–10", part: { by: "hour", hour: 9 }, figures: { loans: { this: 3, previous: 1, year_before: 0 } } }],
} as unknown as UsageBreakdown;

test("a number leads to what it is made of, unless that is patrons", () => {
  const [loans, active] = totals(report);
  expect(loans?.of("previous")).toEqual({ measure: "loans", side: "previous", part: null });
  expect(active?.of("this")).toBeUndefined();
  expect(rowsOf(report, breakdown, "loans")[0]?.of("this")?.part).toEqual({ by: "hour", hour: 9 });
});

test.each([
  [1252, 1169, "+7 %"],
  [98, 100, "−2 %"],
  [1000, 1001, "±0 %"],
  [3, 0, "new"],
  [0, 0, ""],
  [0, 4, "−100 %"],
])("%i after %i", (now, previous, said) => expect(change(now, previous)).toBe(said));

test("shades grow with the numbers and closed hours have none", () => {
  expect(shades([{ weekday: 1, counts: [0, 1, 20, 40, null] }])).toEqual([[0, 1, 2, 4, null]]);
  expect(shades([{ weekday: 7, counts: [0] }])).toEqual([[0]]);
});
