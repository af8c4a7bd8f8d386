// How evenly hours are shared.
import { expect, test } from "vitest";
import { evenly, isUneven } from "./evenly";

const person = (staff: number, given: number, wanted: number | null) => ({
  staff,
  given,
  wanted,
  least: null,
  evenings: 0,
  weekends: 0,
  preferred: null,
});

test("all get a part of what they want, somebody the least of it and somebody the most", () => {
  const people = [person(1, 480, 600), person(2, 300, 300), person(3, 200, 400), person(4, 90, null)];
  const even = evenly(people)!;
  expect([even.least, even.most]).toEqual([
    { staff: 3, part: 0.5 },
    { staff: 2, part: 1 },
  ]);
  expect(even.part).toBeCloseTo(980 / 1300);
  expect(evenly([person(4, 90, null)])).toBeNull();
});

test("who gets what all get is not uneven, whatever they lack", () => {
  expect(isUneven(person(1, 480, 600), 0.8)).toBe(false);
  expect(isUneven(person(1, 421, 600), 0.8)).toBe(false);
  expect(isUneven(person(1, 420, 600), 0.8)).toBe(true);
  expect(isUneven(person(1, 600, 600), 0.8)).toBe(true);
  expect(isUneven(person(1, 600, null), 0.8)).toBe(false);
});
