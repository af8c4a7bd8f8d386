// A few letters mean one person.
import { expect, test } from "vitest";
import type { AccountCard } from "$api/generated";
import { meant } from "./people";

const people = ["Maya Okafor", "Jonas Lindqvist", "José Ortega", "王小明"].map((name, id) => ({
  id,
  name,
})) as AccountCard[];
const names = (typed: string) => meant(people, typed).map((person) => person.name);

test("initials, names and numbers find people", () => {
  expect(names("mo")).toEqual(["Maya Okafor"]);
  expect(names("jo")).toEqual(["José Ortega", "Jonas Lindqvist"]);
  expect(names("lind")).toEqual(["Jonas Lindqvist"]);
  expect(names("2")).toEqual(["Jonas Lindqvist"]);
  expect(names("王")).toEqual(["王小明"]);
  expect(names("")).toHaveLength(4);
  expect(names("9")).toEqual([]);
});
