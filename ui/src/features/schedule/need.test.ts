// What desks need, painted.
import { expect, test } from "vitest";
import { inForce, nextChange, painted, peopleIn, strokeChanges, withChanges } from "./need";

const TODAY = "2026-11-23";
const LATER = "2026-11-30";
const span = (from: number, to: number, people: number) => ({ from, to, people });
const plans = [
  { desk: 1, weekday: 1, since: "2026-11-16", spans: [span(480, 600, 1)] },
  { desk: 1, weekday: 1, since: LATER, spans: [] },
  { desk: 2, weekday: 1, since: "2026-11-16", spans: [span(480, 1260, 3)] },
];

test("the newest plan that has begun holds", () => {
  expect(inForce(plans, 1, 1, "2026-11-09")).toEqual([]);
  expect(inForce(plans, 1, 1, TODAY)).toEqual([span(480, 600, 1)]);
  expect(inForce(plans, 1, 1, LATER)).toEqual([]);
  expect([nextChange(plans, 1, TODAY), nextChange(plans, 2, TODAY)]).toEqual([LATER, null]);
});

test("a brush cuts what it crosses and joins what it touches", () => {
  const spans = [span(480, 600, 1), span(660, 720, 2)];
  expect(painted(spans, 540, 690, 2)).toEqual([span(480, 540, 1), span(540, 720, 2)]);
  expect(painted(spans, 510, 540, 0)).toEqual([span(480, 510, 1), span(540, 600, 1), span(660, 720, 2)]);
  expect(painted(spans, 600, 660, 1)).toEqual([span(480, 660, 1), span(660, 720, 2)]);
  expect(painted(spans, 0, 1440, 0)).toEqual([]);
});

test("a slot knows the least and the most that it needs", () => {
  const spans = [span(480, 510, 1), span(510, 600, 3)];
  expect([peopleIn(spans, 480, 540), peopleIn(spans, 540, 600), peopleIn(spans, 570, 630)]).toEqual([
    [1, 3],
    [3, 3],
    [0, 3],
  ]);
});

test("a stroke begins a plan on its day and leaves the one before as it was", () => {
  const changes = strokeChanges(plans, 1, TODAY, { weekdays: [1, 2], from: 600, to: 660 }, 1);
  expect(changes).toEqual([
    { desk: 1, weekday: 1, since: TODAY, before: null, after: [span(480, 660, 1)] },
    { desk: 1, weekday: 2, since: TODAY, before: null, after: [span(600, 660, 1)] },
  ]);
  const after = withChanges(plans, changes);
  expect(inForce(after, 1, 1, "2026-11-16")).toEqual([span(480, 600, 1)]);
  expect(inForce(after, 1, 1, TODAY)).toEqual([span(480, 660, 1)]);
  const again = strokeChanges(after, 1, TODAY, { weekdays: [1], from: 600, to: 660 }, 0);
  expect(again[0]).toMatchObject({ before: [span(480, 660, 1)], after: [span(480, 600, 1)] });
});

test("a stroke over what is so already changes nothing", () => {
  expect(strokeChanges(plans, 1, TODAY, { weekdays: [1], from: 480, to: 540 }, 1)).toEqual([]);
});
