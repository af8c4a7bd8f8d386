// Each step says what it looked at, and whether the day moved.
import { expect, test } from "vitest";
import { habit } from "$shared/habit.svelte";
import { stepRows, weekdayOf } from "./dueSteps";

habit.today = "2026-11-23";

test("a step that changes nothing says so", () => {
  const rows = stepRows([
    { kind: "rule", category: "Undergraduate", item_type: "Book", days: 14, day: "2026-12-07" },
    { kind: "card", expires: "2026-12-31", day: "2026-12-07" },
    { kind: "open", day: "2026-12-07", opens: 480, closes: 1260 },
  ]);
  expect(rows).toEqual([
    { text: "Undergraduate × book: 14 days", then: "Mon 7 Dec", still: false },
    { text: "Card runs to 31 Dec", then: "no change", still: true },
    { text: "Open that day 8:00–21:00", then: "no change", still: true },
  ]);
});

test("a moved day shows where it moved", () => {
  const rows = stepRows([
    { kind: "rule", category: "Adult", item_type: "DVD", days: 7, day: "2026-11-30" },
    { kind: "card", expires: "2026-11-26", day: "2026-11-26" },
    { kind: "closed", day: "2026-11-26", reason: "Thanksgiving", moved_to: "2026-11-25" },
  ]);
  expect(rows.map((row) => row.then)).toEqual(["Mon 30 Nov", "→ Thu 26 Nov", "→ Wed 25 Nov"]);
  expect(rows[2]!.text).toBe("Closed Thu 26 Nov: Thanksgiving");
});

test("a weekday that is always closed is named", () => {
  const [row] = stepRows([{ kind: "closed", day: "2026-11-29", reason: "", moved_to: "2026-11-30" }]);
  expect(row!.text).toBe("Closed on Sundays");
  expect(weekdayOf("2026-11-29")).toBe(7);
});
