// A proposed term in words.
import { expect, test } from "vitest";
import type { ShiftDetails, TermException, TermWhy, Week } from "$api/generated";
import { differing, groupsOf, openLines } from "./term";

const week = {
  people: ["Ada", "Ben"].map((name, index) => ({ person: { id: index + 1, details: { name } } })),
  desks: [{ id: 1, details: { name: "Stacks" } }],
} as unknown as Pick<Week, "people" | "desks">;
const details = (staff: number, day: string): ShiftDetails => ({
  staff,
  desk: 1,
  day,
  start: 540,
  end: 720,
  note: "",
});
const exception = (day: string, why: TermWhy, more: Partial<TermException> = {}): TermException => ({
  details: details(1, day),
  why,
  instead: [],
  open: false,
  ...more,
});

test("what differs is told by reason, with who stands in", () => {
  const closed: TermWhy = { kind: "closed", reason: "Flood" };
  const proposal = {
    exceptions: [
      exception("2027-01-18", closed),
      exception("2027-01-25", { kind: "on_leave" }, { instead: [details(2, "2027-01-25")] }),
      exception("2027-02-01", closed),
      exception("2027-02-08", { kind: "rule", conflicts: [] }, { open: true }),
    ],
    extra: [details(2, "2027-02-09")],
  };
  expect(differing(proposal)).toBe(5);
  const groups = groupsOf(proposal, week);
  expect(groups[0]).toMatchObject({ why: "closed (Flood)", lines: [{ day: "2027-01-18" }, { day: "2027-02-01" }] });
  const lines = groups.flatMap(({ lines }) => lines.map(({ line }) => line));
  expect(lines).toContain("Mon 25 Jan 9–12, Ada, Stacks → Ben");
  expect(lines).toContain("Mon 8 Feb 9–12, Ada, Stacks → open");
});

test("an open stretch says who would have been there", () => {
  const gap = { desk: 1, day: "2027-01-25", from: 540, to: 660, needed: 2, covered: 0 };
  const [line] = openLines({ open: [gap], exceptions: [exception("2027-01-25", { kind: "on_leave" })] }, week);
  expect(line).toMatchObject({
    when: "Mon 25 Jan 9–11",
    what: "Stacks: 2 missing",
    why: ["Ada would be there: on leave"],
  });
});
