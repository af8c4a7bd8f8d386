// What keys and cells of a rota's month mean.
import { expect, test } from "vitest";
import type { Desk, MonthCell, MonthDay, RotaMonth, ShiftType } from "$api/generated";
import { cellLabel, coverRows, mondayFrom, moved, shownIn, typed } from "./month";

const type = (id: number, name: string, letters: string): ShiftType => ({
  id,
  details: { name, letters, desk: 1, start: 480, end: 840, active: true, never_before: [] },
});
const desk: Desk = { id: 1, details: { name: "Main", short: "M", colour: 3, active: true, contact: "" } };
const types = [type(1, "Early", "E"), type(2, "Late", "L"), type(3, "Late reading room", "LR")];
const cell = (change: Partial<MonthCell>): MonthCell => ({
  day: "2026-12-05",
  shifts: [],
  pinned: false,
  wish: null,
  away: null,
  changed: false,
  ...change,
});
const works = (kind: number | null): MonthCell["shifts"] => [
  {
    kind,
    placed: {
      shift: { id: 1, details: { staff: 1, desk: 1, day: "2026-12-05", start: 480, end: 840, note: "" } },
      conflicts: [],
    },
  },
];
const month = {
  types,
  cover: [{ day: "2026-12-05", kind: 2, wanted: 1, there: 0 }],
} as unknown as RotaMonth;
const about: MonthDay = { day: "2026-12-05", weekend: true, closed: null, to_come: true };

test("arrows stop at the edges, and Home and End reach them", () => {
  expect(moved({ row: 0, column: 0 }, "ArrowLeft", 3, 28)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 1, column: 5 }, "ArrowDown", 3, 28)).toEqual({ row: 2, column: 5 });
  expect(moved({ row: 1, column: 5 }, "End", 3, 28)).toEqual({ row: 1, column: 27 });
  expect(moved({ row: 1, column: 5 }, "PageDown", 3, 28)).toEqual({ row: 1, column: 12 });
  expect(moved({ row: 1, column: 5 }, "x", 3, 28)).toBeUndefined();
});

test("a letter is a type's at once, and may go on to another's", () => {
  expect(typed("e", types)).toEqual({ type: types[0], more: false });
  expect(typed("l", types)).toEqual({ type: types[1], more: true });
  expect(typed("lr", types)).toEqual({ type: types[2], more: false });
  expect(typed("x", types)).toBeNull();
});

test("a cell shows the letters in its desk's colour, and dots for a shift of no type", () => {
  expect(shownIn(cell({ shifts: works(2) }), month, [desk])).toEqual([{ text: "L", colour: 3 }]);
  expect(shownIn(cell({ shifts: works(null) }), month, [])).toEqual([{ text: "…", colour: null }]);
});

test("a cell says all of itself in words", () => {
  expect(cellLabel("Ada", cell({}), about, month)).toBe("Ada, Sat 5 Dec: day off");
  const wished = cell({ shifts: works(1), pinned: true, wish: { kind: 2, wanted: false }, away: "leave" });
  expect(cellLabel("Ada", wished, about, month)).toBe(
    "Ada, Sat 5 Dec: Early 8–14; on leave; not Late, please; set by hand",
  );
});

test("only types that are wanted have a row of cover", () => {
  expect(coverRows(month).map(({ type }) => type.id)).toEqual([2]);
});

test("a rota begins on the next Monday, or today where it is one", () => {
  expect(mondayFrom("2026-11-23")).toBe("2026-11-23");
  expect(mondayFrom("2026-11-24")).toBe("2026-11-30");
  expect(mondayFrom("2026-11-29")).toBe("2026-11-30");
});
