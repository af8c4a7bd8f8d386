// A mapping as a person changes it.
import { expect, test } from "vitest";
import type { Mapping } from "$api/generated";
import { daysUnclear, hasDays, hasTerm, missing, withColumn, withConstant, withValue } from "./mapping";

const mapping: Mapping = {
  kind: "patrons",
  header: true,
  columns: ["card", null],
  constants: {},
  values: {},
  day_order: null,
  keep_bare_titles: false,
};
const field = (field: string, required: boolean, is_day = false) => ({ field, required, is_day, names: null });

test("a column, a constant and a value are set and taken away", () => {
  expect(withColumn(mapping, 1, "born").columns).toEqual(["card", "born"]);
  const set = withConstant(mapping, "category", "Adult");
  expect(set.constants).toEqual({ category: "Adult" });
  expect(withConstant(set, "category", null).constants).toEqual({});
  const meant = withValue(mapping, "category", "J", "Child");
  expect(meant.values).toEqual({ category: { J: "Child" } });
  expect(withValue(meant, "category", "J", null).values).toEqual({ category: {} });
});

test("a whole name stands for the family's", () => {
  const fields = [field("card", true), field("family_name", true), field("category", true)];
  expect(missing(mapping, fields).map((one) => one.field)).toEqual(["family_name", "category"]);
  expect(missing(withColumn(mapping, 1, "name"), fields).map((one) => one.field)).toEqual(["category"]);
});

test("a family name stands for somebody's on the staff", () => {
  const fields = [field("name", true), field("family_name", false)];
  expect(missing(mapping, fields).map((one) => one.field)).toEqual(["name"]);
  expect(missing(withColumn(mapping, 1, "family_name"), fields)).toEqual([]);
});

test("a day that could be two is asked about only where it is used", () => {
  const columns = [
    { name: "a", day_orders: [], filled: 1 },
    { name: "b", day_orders: ["day_first" as const, "month_first" as const], filled: 1 },
  ];
  const fields = [field("born", false, true)];
  expect(daysUnclear(mapping, columns, fields)).toBe(false);
  expect(daysUnclear(withColumn(mapping, 1, "born"), columns, fields)).toBe(true);
});

test("a file of classes needs its term, and somebody's name, e-mail or card", () => {
  const classes = { ...mapping, kind: "classes" as const, columns: ["email", "days"], constants: {} };
  expect(hasTerm(classes)).toBe(false);
  expect(hasTerm({ ...classes, constants: { first: "2026-08-24", last: "2026-12-11" } })).toBe(true);
  expect(hasTerm(mapping)).toBe(true);
  const name = { field: "name", required: true, is_day: false, names: null };
  expect(missing(classes, [name])).toEqual([]);
  expect(missing({ ...classes, columns: ["days"] }, [name])).toEqual([name]);
});

test("how days are written is asked only where a column holds days", () => {
  const first = { field: "first", required: false, is_day: true, names: null };
  expect(hasDays({ ...mapping, columns: ["name"] }, [first])).toBe(false);
  expect(hasDays({ ...mapping, columns: ["first"] }, [first])).toBe(true);
});
