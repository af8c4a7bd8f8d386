// What an address says, it says again.
import { expect, test } from "vitest";
import type { NamedPeriods } from "$api/generated";
import { filterOf, paramsOf, ruleOf } from "./usageAsk";

test("a filter goes through an address unchanged", () => {
  const filter = { item_type: 2, category: null, location: "Annex" };
  expect(paramsOf(filter, "last_month")).toEqual({ type: 2, location: "Annex", rule: "last_month" });
  expect(filterOf({ type: "2", location: "Annex" })).toEqual(filter);
  expect(filterOf({ type: "two" }).item_type).toBeNull();
});

test("a rule is the one asked for while it means those days", () => {
  const year = { from: "2026-01-01", to: "2026-12-31" };
  const named: NamedPeriods = {
    fiscal_month: 1,
    periods: [
      { rule: "this_year", days: year, term: "" },
      { rule: "this_fiscal_year", days: year, term: "" },
    ],
  };
  expect(ruleOf("this_fiscal_year", year, named)).toBe("this_fiscal_year");
  expect(ruleOf("last_month", year, named)).toBe("this_year");
  expect(ruleOf("days", year, named)).toBe("days");
  expect(ruleOf(undefined, { ...year, to: "2026-12-30" }, named)).toBe("days");
});
