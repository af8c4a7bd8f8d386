// A pattern, from its fields to its preview.
import { expect, test } from "vitest";
import type { Laying, ShiftDetails, Week } from "$api/generated";
import { patternOf, placedSpan, skippedByReason } from "./pattern";

const exception = (first: string | null, last: string | null) => ({ key: 1, first, last, template: null });

test("a pattern is whole once it has a week, an end and whole exceptions", () => {
  expect(patternOf([null, null], "2026-11-23", "2026-12-18", [])).toBeNull();
  expect(patternOf([1, null], "2026-11-23", "2026-11-22", [])).toBeNull();
  expect(patternOf([1, null], "2026-11-23", "2026-12-18", [exception("2026-11-26", null)])).toBeNull();
  expect(patternOf([1, 2], "2026-11-23", "2026-12-18", [exception("2026-11-26", "2026-11-27")])).toEqual({
    weeks: [1, 2],
    first: "2026-11-23",
    last: "2026-12-18",
    except: [{ first: "2026-11-26", last: "2026-11-27", template: null }],
  });
});

test("what is skipped is told by reason, the weightiest first", () => {
  const details = (day: string): ShiftDetails => ({ staff: 1, desk: 1, day, start: 540, end: 600, note: "" });
  const laying: Laying = {
    placed: [details("2026-11-23"), details("2026-12-07")],
    skipped: [
      { details: details("2026-11-26"), why: { kind: "closed", reason: "Thanksgiving" } },
      { details: details("2026-11-30"), why: { kind: "works_then" } },
      { details: details("2026-12-01"), why: { kind: "works_then" } },
    ],
  };
  const week = {
    people: [{ person: { id: 1, details: { name: "Ada" } } }],
    desks: [{ id: 1, details: { name: "Stacks" } }],
  } as unknown as Pick<Week, "people" | "desks">;
  const told = skippedByReason(laying, week);
  expect(told.map(({ why, lines }) => [why, lines.length])).toEqual([
    ["works at that time already", 2],
    ["closed: Thanksgiving", 1],
  ]);
  expect(told[1]!.lines[0]).toBe("Thu 26 Nov 9–10, Ada, Stacks");
  expect(placedSpan(laying)).toBe("23 Nov – 7 Dec");
});
