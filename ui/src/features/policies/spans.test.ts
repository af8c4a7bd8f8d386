// Hours count once both ends of each stretch are typed.
import { expect, test } from "vitest";
import { before, isWrong, told, whole } from "./spans";

test("hours with an end missing are not whole yet", () => {
  expect(whole([{ opens: 540, closes: null }])).toBeNull();
  expect(whole([{ opens: 540, closes: 720 }])).toEqual([{ opens: 540, closes: 720 }]);
  expect(whole([])).toEqual([]);
});

test("before an end stand its opening, then the stretch before", () => {
  const spans = [
    { opens: 540, closes: 720 },
    { opens: null, closes: null },
  ];
  expect(before(spans, 0, "opens")).toEqual([]);
  expect(before(spans, 0, "closes")).toEqual([540]);
  expect(before(spans, 1, "opens")).toEqual([720, 540]);
});

test("of two stretches that meet it is the later one's opening that is marked, and both are told", () => {
  const spans = [
    { opens: 540, closes: 720 },
    { opens: 720, closes: 1080 },
    { opens: 1000, closes: 1100 },
  ];
  const fault = (span: number, other: number) => ({ weekday: 1, span, wrong: { kind: "meets", other } as const });
  expect([isWrong([fault(1, 0)], 1, "opens"), isWrong([fault(1, 0)], 1, "closes")]).toEqual([true, false]);
  expect(told("Monday", spans, [fault(1, 0), fault(2, 1)])).toBe(
    "Monday closes at 12:00 and opens again at once: there is nothing between. Monday is open 12:00–18:00 and 16:40–18:20, which overlap.",
  );
});
