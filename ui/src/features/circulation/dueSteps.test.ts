// Each step says what it looked at, and whether the day moved.
import { expect, test } from "vitest";
import type { DueStep } from "$api/generated";
import { habit } from "$shared/habit.svelte";
import { stepRows, weekdayOf } from "./dueSteps";

habit.today = "2026-11-23";
habit.zone = "UTC";

function rule(more: Partial<Extract<DueStep, { kind: "rule" }>>): DueStep {
  return {
    kind: "rule",
    category: "Adult",
    item_type: "DVD",
    row: "both",
    period: { unit: "days", count: 7 },
    counted_from: "today",
    day: "2026-11-30",
    at: null,
    ...more,
  };
}

function card(expires: string | null, day: string, at: string | null = null): DueStep {
  return { kind: "card", expires, bounds: true, by: "library", day, at };
}

test("a step that changes nothing says so", () => {
  const rows = stepRows([
    rule({ category: "Undergraduate", item_type: "Book", period: { unit: "days", count: 14 }, day: "2026-12-07" }),
    card("2026-12-31", "2026-12-07"),
    { kind: "open", day: "2026-12-07", hours: [{ opens: 480, closes: 1260 }] },
  ]);
  expect(rows).toEqual([
    { text: "Undergraduate × book: 14 days", then: "Mon 7 Dec", still: false },
    { text: "Card runs to 31 Dec", then: "no change", still: true },
    { text: "Open that day 8:00–21:00", then: "no change", still: true },
  ]);
});

test("a moved day shows where it moved and who decided", () => {
  const rows = stepRows([
    rule({ row: "default" }),
    card("2026-11-26", "2026-11-26"),
    {
      kind: "closed",
      day: "2026-11-26",
      reason: "Thanksgiving",
      how: "previous_open",
      by: "rule",
      moved_to: "2026-11-25",
    },
  ]);
  expect(rows.map((row) => row.then)).toEqual(["Mon 30 Nov", "→ Thu 26 Nov", "→ Wed 25 Nov"]);
  expect(rows[0]!.text).toBe("Default rule (none for Adult × dvd): 7 days");
  expect(rows[2]!.text).toBe("Closed Thu 26 Nov: Thanksgiving; back to the last open day (the rule says so)");
});

test("a loan by the hour shows its time, and the lunch break it moved out of", () => {
  const rows = stepRows([
    rule({ period: { unit: "hours", count: 2 }, day: "2026-11-23", at: "2026-11-23T12:30:00Z" }),
    card(null, "2026-11-23", "2026-11-23T12:30:00Z"),
    {
      kind: "closed_then",
      at: "2026-11-23T12:30:00Z",
      how: "at_closing",
      by: "library",
      moved_to: "2026-11-23T12:00:00Z",
      day: "2026-11-23",
    },
    {
      kind: "open",
      day: "2026-11-23",
      hours: [
        { opens: 540, closes: 720 },
        { opens: 780, closes: 1080 },
      ],
    },
  ]);
  expect(rows.map((row) => row.then)).toEqual(["Mon 23 Nov 12:30", "no change", "→ Mon 23 Nov 12:00", "no change"]);
  expect(rows[2]!.text).toBe("Closed Mon 23 Nov at 12:30; back to closing time (library-wide)");
  expect(rows[3]!.text).toBe("Open that day 9:00–12:00 and 13:00–18:00");
});

test("a weekday that is always closed is named", () => {
  const [row] = stepRows([
    { kind: "closed", day: "2026-11-29", reason: "", how: "next_open", by: "library", moved_to: "2026-11-30" },
  ]);
  expect(row!.text).toBe("Closed on Sundays; to the next open day (library-wide)");
  expect(weekdayOf("2026-11-29")).toBe(7);
});
