// How a message of today is told.
import { beforeEach, expect, test } from "vitest";
import type { Desk, MessageOfToday, Shift } from "$api/generated";
import { told } from "./messages";

const desks = [{ id: 1, details: { name: "Circulation" } }] as Desk[];
const shift = (id: number, day: string, start: number): Shift => ({
  id,
  details: { staff: 1, desk: 1, day, start, end: start + 180, note: "" },
});
const publication = {
  id: 4,
  first: "2026-11-23",
  last: "2026-11-29",
  at: "2026-11-22T15:00:00Z",
  by: "Maya",
  shifts: 9,
};
let message: MessageOfToday;
beforeEach(() => {
  message = { kind: "published", publication, mine: null };
});

test("a publication says what came, moved and went for whoever reads it", () => {
  const mine = {
    staff: 1,
    added: [shift(1, "2026-11-24", 540)],
    moved: [{ id: 2, before: shift(2, "2026-11-25", 540).details, after: shift(2, "2026-11-26", 540).details }],
    removed: [shift(3, "2026-11-27", 540)],
  };
  const { lines, about, href } = told({ ...message, mine } as MessageOfToday, desks);
  expect(lines.map((line) => line.split(":")[0])).toEqual(["New for you", "Moved", "No longer yours"]);
  expect(lines[0]).toContain("Tue");
  expect(lines[0]).toContain("Circulation");
  expect(about).not.toContain("nothing of yours");
  expect(href).toBe("#/schedule?day=2026-11-23");
});

test("a publication that changes nothing of theirs says so", () => {
  const { lines, about } = told(message, desks);
  expect(lines).toEqual([]);
  expect(about).toContain("nothing of yours changed");
});

test("one row that was not taken is one row", () => {
  const of = (refused: number) => {
    const file = { file: "books.csv", refused, ended: "finished", by_whom: "Maya", at: publication.at };
    return told({ kind: "import", import: file } as MessageOfToday, desks).text;
  };
  expect(of(1)).toBe("books.csv: 1 row was not taken");
  expect(of(3)).toBe("books.csv: 3 rows were not taken");
});
