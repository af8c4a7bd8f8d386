// Classes and leave on the cells of a week.
import { expect, test } from "vitest";
import type { Away, DayTimes } from "$api/generated";
import { awayAt, columnsOf } from "./away";

const away: Away[] = [{ start: 560, end: 650, kind: "class", title: "BIO 201" }];
const view = { step: 30, from: 420 };

test("a cell that a class touches has it, and the first of them its title", () => {
  expect(awayAt(away, 510, view)).toBeUndefined();
  expect(awayAt(away, 540, view)).toMatchObject({ title: "BIO 201", starts: true });
  expect(awayAt(away, 570, view)).toMatchObject({ starts: false });
  expect(awayAt(away, 660, view)).toBeUndefined();
});

test("a leave of a whole day has its title on the first cell that is shown", () => {
  const leave: Away[] = [{ start: 0, end: 1440, kind: "leave", title: "Wedding" }];
  expect(awayAt(leave, 420, view)).toMatchObject({ starts: true });
  expect(awayAt(leave, 450, view)).toMatchObject({ starts: false });
});

test("the columns are the week's days, or weekdays as the library begins its weeks", () => {
  const day = (day: string): DayTimes => ({ day, told: false, works_here: true, wishes: [], away: [] });
  const days = ["22", "23", "24", "25", "26", "27", "28"].map((date) => day(`2026-11-${date}`));
  expect(columnsOf(days, "monday").map(({ weekday }) => weekday)).toEqual([7, 1, 2, 3, 4, 5, 6]);
  expect(columnsOf([], "monday").map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(columnsOf([], "sunday")[0]).toEqual({ weekday: 7, day: null, away: [] });
});
