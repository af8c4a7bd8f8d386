// The shifts of a report as tables.
import { beforeEach, expect, test } from "vitest";
import type { ShiftReport } from "$api/generated";
import { habit } from "$shared/habit.svelte";
import { byDay, byHours, byMonth, byPersonPage, bySignIn, standing } from "./shiftTables";

const report = {
  period: { from: "2026-11-23", to: "2026-11-24" },
  week_starts: "sunday",
  choice: { people: [], desks: [], since: null },
  people: 1,
  minutes: 240,
  needed_minutes: 240,
  covered_minutes: 180,
  weeks: [
    {
      standing: { kind: "draft" },
      days: [
        { day: "2026-11-23", opens: 540, closes: 1020, closed: null },
        { day: "2026-11-24", opens: null, closes: null, closed: "Snow" },
      ],
      desks: [
        {
          desk: 1,
          name: "Circulation",
          short: "C",
          contact: "Extension 4711",
          minutes: 240,
          days: [
            [
              { shift: 1, person: 1, name: "Ada", start: 540, end: 660 },
              { shift: 2, person: 1, name: "Ada", start: 720, end: 840 },
            ],
            [],
          ],
          cover: [
            { needed: 240, covered: 180 },
            { needed: 0, covered: 0 },
          ],
        },
      ],
      people: [
        {
          person: 1,
          name: "Ada",
          position: "Student",
          minutes: 240,
          wanted_minutes: 300,
          most_minutes: null,
          days: [
            [
              { shift: 1, desk: 1, short: "C", start: 540, end: 660, minutes: 120, note: "" },
              { shift: 2, desk: 1, short: "C", start: 720, end: 840, minutes: 120, note: "Keys" },
            ],
            [],
          ],
        },
      ],
      gaps: [{ desk: 1, name: "Circulation", day: "2026-11-23", from: 660, to: 720, needed: 1, covered: 0 }],
      slots: [
        [
          { from: 540, to: 660, desks: [["Ada"]] },
          { from: 720, to: 840, desks: [["Ada"]] },
        ],
        [],
      ],
    },
  ],
  hours: [
    {
      person: 1,
      name: "Ada",
      position: "Student",
      wanted_minutes: 300,
      most_minutes: null,
      weeks: [240],
      minutes: 240,
    },
    { person: 2, name: "Ben", position: "", wanted_minutes: null, most_minutes: 600, weeks: [0], minutes: 0 },
  ],
} as unknown as ShiftReport;

beforeEach(() => {
  habit.clock = "h24";
  habit.today = "2026-11-23";
});

test("a day says who is where from when to when, and a day without shifts says nothing", () => {
  const [monday, ...others] = byDay(report);
  expect(others).toEqual([]);
  expect(monday?.title).toBe("Mon 23 Nov · open 9–17");
  expect(monday?.rows).toEqual([
    ["9–11", "Ada"],
    ["12–14", "Ada"],
  ]);
  expect(monday?.below).toEqual(["Not covered: Circulation, Mon 23 Nov 11–12, 0 of 1"]);
});

test("a page of somebody's own tells breaks, notes and how to reach the desk", () => {
  const [ada, ...others] = byPersonPage(report);
  expect(others).toEqual([]);
  expect(ada?.rows).toEqual([
    ["Mon 23 Nov", "9–11", "Circulation", "2", ""],
    ["", "12–14", "Circulation", "2", "break 11–12\nKeys"],
  ]);
  expect(ada?.below).toEqual(["Circulation: Extension 4711"]);
});

test("a month is a calendar that begins its weeks as the library does", () => {
  const [month] = byMonth(report);
  expect(month?.heads.map(({ label }) => label)).toEqual(["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]);
  expect(month?.rows).toEqual([["", "23\nC 9–11 Ada\nC 12–14 Ada", "24 Snow", "", "", "", ""]]);
});

test("hours tell of who did not work too, and what was covered of what was needed", () => {
  const [hours, cover] = byHours(report);
  expect(hours?.rows).toEqual([
    ["Ada", "Student", "5", "4", "−1", ""],
    ["Ben", "", "", "0", "", "10"],
  ]);
  expect(hours?.foot).toEqual(["All", "", "5", "4", "", ""]);
  expect(cover?.rows).toEqual([["Circulation", "3 of 4 h", "–", "3 of 4 h"]]);
});

test("who is to come stands in the order in which they come", () => {
  expect(bySignIn(report)[0]?.rows).toEqual([
    ["Ada", "Circulation", "9–11"],
    ["Ada", "Circulation", "12–14"],
  ]);
  expect(standing(report)).toBe("Draft, not published");
});
