// The loan rules as a table.
import { expect, test } from "vitest";
import { plainRule } from "./plainRule";
import { ruleTable, weekdays } from "./ruleTable";

test("each pair has its cell, and says whether its rule is its own", () => {
  const rule = { ...plainRule(null, 1), limit: 10 };
  const rows = ruleTable({
    categories: [{ id: 2, name: "Child" }],
    item_types: [{ id: 1, name: "Book" }],
    rules: [rule],
    table: [
      { category: null, item_type: null, holds: null },
      { category: 2, item_type: null, holds: null },
      { category: null, item_type: 1, holds: rule },
      { category: 2, item_type: 1, holds: rule },
    ],
  });
  expect(rows.map((row) => row.cells.map((cell) => cell.holds?.limit ?? null))).toEqual([
    [null, null],
    [10, 10],
  ]);
  expect(rows[1]?.cells.map((cell) => cell.own)).toEqual([true, false]);
  expect(rows.map((row) => row.itemType?.name ?? null)).toEqual([null, "Book"]);
});

test("a week begins where the library's does", () => {
  expect(weekdays("monday")[0]).toBe(1);
  expect(weekdays("sunday").slice(0, 2)).toEqual([7, 1]);
});
