// Who is meant at the clock.
import { expect, test } from "vitest";
import type { DeskPerson } from "$api/generated";
import { here, meant } from "./clock";

const person = (staff: number, name: string, more: Partial<DeskPerson> = {}): DeskPerson => ({
  staff,
  person: name,
  secret: "pin",
  own_pin: true,
  here_since: null,
  forgotten: null,
  shifts: [],
  ...more,
});
const ada = person(1, "Ada Novak");
const zoe = person(2, "Zoë de Vries", { shifts: [{ shift: 1, desk: 1, start: 540, end: 780 }] });
const ben = person(3, "Ben Adams", { here_since: "2026-11-23T16:00:00.000Z" });

test("who is expected stands before those who have no shift", () => {
  expect(meant([ada, zoe, ben], "").map(({ staff }) => staff)).toEqual([2, 3, 1]);
});

test("a few letters of any part of the name find somebody, with or without accents", () => {
  expect(meant([ada, zoe, ben], "zoe")).toEqual([zoe]);
  expect(meant([ada, zoe, ben], "ad").map(({ staff }) => staff)).toEqual([3, 1]);
  expect(meant([ada, zoe, ben], "x")).toEqual([]);
});

test("a whole name means one person", () => {
  expect(meant([ada, person(4, "Ada Novakova")], "ada novak")).toEqual([ada]);
});

test("who is here stands in the order in which they came", () => {
  const first = person(5, "Cy", { here_since: "2026-11-23T14:00:00.000Z" });
  expect(here([ada, ben, first])).toEqual([first, ben]);
});
