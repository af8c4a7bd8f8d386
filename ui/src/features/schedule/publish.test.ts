// What changed, in words.
import { expect, test } from "vitest";
import type { Desk, ShiftDetails, Week } from "$api/generated";
import { changeCount, linesByPerson } from "./publish";

const desk = (id: number, name: string): Desk => ({
  id,
  details: { name, short: name[0]!, colour: 1, active: true, contact: "" },
});
const person = (id: number, name: string) => ({ person: { id, details: { name } }, minutes: 0 });
const week = {
  people: [person(1, "Zoe"), person(2, "Ada")],
  desks: [desk(1, "Circulation"), desk(2, "Stacks")],
} as unknown as Pick<Week, "people" | "desks">;
const at = (start: number, change: Partial<ShiftDetails> = {}): ShiftDetails => ({
  staff: 1,
  desk: 1,
  day: "2026-11-23",
  start,
  end: start + 60,
  note: "",
  ...change,
});
const shift = (id: number, details: ShiftDetails) => ({ id, details });

test("each person hears what is new, moved and taken off, by name", () => {
  const changes = [
    { staff: 1, added: [shift(1, at(540))], moved: [], removed: [] },
    {
      staff: 2,
      added: [],
      moved: [{ id: 2, before: at(540), after: at(600, { desk: 2 }) }],
      removed: [shift(3, at(720))],
    },
  ];
  expect(changeCount(changes)).toBe(3);
  const said = linesByPerson(changes, week);
  expect(said.map(({ name }) => name)).toEqual(["Ada", "Zoe"]);
  expect(said[0]!.lines).toEqual([
    { kind: "moved", text: "Mon 23 Nov 10–11, Stacks instead of 9–10, Circulation" },
    { kind: "removed", text: "Mon 23 Nov 12–13, Circulation" },
  ]);
  expect(said[1]!.lines).toEqual([{ kind: "added", text: "Mon 23 Nov 9–10, Circulation" }]);
});
