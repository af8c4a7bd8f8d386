// The loan rules as a table.
import { expect, test } from "vitest";
import { ruleTable, weekdays } from "./ruleTable";

test("each pair has its cell, and a pair without a rule an empty one", () => {
  const rule = { category: 2, item_type: 1, days: 14, limit: 10, renewals: 2 };
  const rows = ruleTable({
    categories: [
      { id: 1, name: "Adult" },
      { id: 2, name: "Child" },
    ],
    item_types: [{ id: 1, name: "Book" }],
    rules: [rule],
  });
  expect(rows.map((row) => row.cells.map((cell) => cell.rule))).toEqual([[null, rule]]);
  expect(rows[0]?.cells.map((cell) => cell.category.name)).toEqual(["Adult", "Child"]);
});

test("a week begins where the library's does", () => {
  expect(weekdays("monday")[0]).toBe(1);
  expect(weekdays("sunday").slice(0, 2)).toEqual([7, 1]);
});
