// Sorting, filtering and the window of rows in sight.
import { expect, test } from "vitest";
import { filtered, inSight, nextOrder, rowAfter, sorted, type Column } from "./table";

interface Row {
  name: string;
  out: number | null;
}
const columns: Column<Row>[] = [
  { id: "name", head: "Name", value: (row) => row.name },
  { id: "out", head: "Out", value: (row) => row.out },
];
const rows: Row[] = [
  { name: "item 10", out: 2 },
  { name: "Item 9", out: null },
  { name: "Éva", out: 11 },
];
const names = (rows: readonly Row[]) => rows.map((row) => row.name);

test("numbers within words sort as numbers, whatever the case", () => {
  expect(names(sorted(rows, columns, { column: "name", down: false }))).toEqual(["Éva", "Item 9", "item 10"]);
});

test("empty values stay last in both directions", () => {
  expect(names(sorted(rows, columns, { column: "out", down: false }))).toEqual(["item 10", "Éva", "Item 9"]);
  expect(names(sorted(rows, columns, { column: "out", down: true }))).toEqual(["Éva", "item 10", "Item 9"]);
});

test("the filter wants every word and forgives accents", () => {
  expect(names(filtered(rows, columns, "eva"))).toEqual(["Éva"]);
  expect(names(filtered(rows, columns, "10 item"))).toEqual(["item 10"]);
  expect(filtered(rows, columns, " ")).toBe(rows);
});

test("a head turns up, down, and back to how rows came", () => {
  const up = nextOrder(null, "name");
  const down = nextOrder(up, "name");
  expect([up, down, nextOrder(down, "name")]).toEqual([
    { column: "name", down: false },
    { column: "name", down: true },
    null,
  ]);
});

test("a long table draws only what is in sight", () => {
  expect(inSight(300, 5000, 640, 32)).toEqual({ from: 0, to: 300 });
  expect(inSight(2000, 3200, 640, 32)).toEqual({ from: 88, to: 132 });
  expect(inSight(2000, 63_360, 640, 32).to).toBe(2000);
});

test("keys move between rows and stop at the ends", () => {
  expect(rowAfter("ArrowDown", 2, 3, 10)).toBe(2);
  expect(rowAfter("PageUp", 20, 30, 10)).toBe(10);
  expect(rowAfter("End", 0, 30, 10)).toBe(29);
  expect(rowAfter("a", 0, 30, 10)).toBeNull();
});
