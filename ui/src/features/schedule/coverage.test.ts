// Coverage as the strip and the list of gaps show it.
import { expect, test } from "vitest";
import { cells, gaps, isNeeded, minutesShort } from "./coverage";

const span = (from: number, to: number, needed: number, covered: number) => ({ from, to, needed, covered });

test("an hour without a need says nothing, or who works all the same", () => {
  expect(cells([span(480, 540, 0, 0), span(540, 600, 0, 2)]).map(({ kind, text }) => [kind, text])).toEqual([
    ["none", ""],
    ["none", "2"],
  ]);
});

test("an hour says covered of needed, and is short or fine", () => {
  expect(cells([span(480, 540, 2, 1), span(540, 600, 1, 2)]).map(({ kind, text }) => [kind, text])).toEqual([
    ["short", "1/2"],
    ["fine", "2/1"],
  ]);
});

test("the worst stretch speaks for a divided hour", () => {
  const [cell] = cells([span(600, 630, 2, 2), span(630, 645, 2, 0), span(645, 660, 2, 1)]);
  expect(cell).toMatchObject({ from: 600, to: 660, kind: "short", text: "0/2" });
  expect(cells([span(600, 630, 0, 0), span(630, 660, 1, 1)])[0]).toMatchObject({ kind: "fine", text: "1/1" });
});

test("gaps join over the hours and come in order of day and time", () => {
  const coverage = [
    { desk: 2, day: "2026-11-24", spans: [span(480, 540, 1, 0), span(540, 600, 1, 0), span(600, 660, 2, 0)] },
    { desk: 1, day: "2026-11-23", spans: [span(720, 780, 2, 1), span(780, 840, 2, 2), span(840, 900, 2, 1)] },
  ];
  expect(gaps(coverage)).toEqual([
    { desk: 1, day: "2026-11-23", from: 720, to: 780, needed: 2, covered: 1 },
    { desk: 1, day: "2026-11-23", from: 840, to: 900, needed: 2, covered: 1 },
    { desk: 2, day: "2026-11-24", from: 480, to: 600, needed: 1, covered: 0 },
    { desk: 2, day: "2026-11-24", from: 600, to: 660, needed: 2, covered: 0 },
  ]);
});

test("missing minutes count each missing person", () => {
  const spans = [span(480, 540, 2, 0), span(540, 555, 2, 1), span(555, 600, 0, 3)];
  expect([minutesShort(spans), isNeeded(spans), isNeeded([])]).toEqual([135, true, false]);
});
