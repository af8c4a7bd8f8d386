// Who works now and who comes next.
import { expect, test } from "vitest";
import type { OnShift } from "$api/generated";
import { workingAt } from "./working";

const shift = (person: string, start: number, end: number, now = false): OnShift => ({
  shift: start,
  person,
  desk: "Circulation",
  colour: 1,
  start,
  end,
  now,
  phone: null,
});

test("what is over is left out, what runs stands apart from what comes", () => {
  const working = workingAt([shift("Ada", 480, 600), shift("Ben", 600, 780, true), shift("Eve", 720, 900)], 700);
  expect(working.now.map(({ person }) => person)).toEqual(["Ben"]);
  expect(working.next.map(({ person }) => person)).toEqual(["Eve"]);
});

test("a shift that begins this very minute is to come until the core says it runs", () => {
  expect(workingAt([shift("Ada", 480, 600)], 480).next).toHaveLength(1);
});
