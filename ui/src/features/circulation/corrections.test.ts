// What the desk offers to put right, by what a line is and what the person may.
import { beforeEach, expect, test } from "vitest";
import type { FineStep, LoanRow } from "$api/generated";
import { habit } from "$shared/habit.svelte";
import { hold } from "$shared/permissions.svelte";
import { ofLine, ofLoan, proposed } from "./corrections";
import { fineRows } from "./fineSteps";
import type { Line } from "./lines";

const line: Line = {
  id: 1,
  at: "",
  kind: "fine",
  did: "returned",
  title: "Middlemarch",
  barcode: "3012",
  about: [],
  loan: 9,
  item: { item: 3, status: "in_service" },
};
const loan = { id: 9, title: "Middlemarch", barcode: "3012", due: "2026-12-07", claimed_at: null } as LoanRow;

beforeEach(() => {
  habit.today = "2026-11-23";
  hold(["lend", "take_money", "override_rules", "edit_catalog"]);
});

test("a return can be put on its day and its item given a status, while it stands", () => {
  expect(ofLine(line).map(({ kind }) => kind)).toEqual(["returned", "status"]);
  expect(ofLine({ ...line, undone: true })).toEqual([]);
  expect(ofLine({ ...line, kind: "stop" })).toEqual([]);
  hold(["lend"]);
  expect(ofLine(line)).toEqual([]);
});

test("a loan gets another day, or is said to be back, once", () => {
  expect(ofLoan(loan).map(({ kind }) => kind)).toEqual(["due", "claim"]);
  expect(ofLoan({ ...loan, claimed_at: "2026-11-20T10:00:00Z" }).map(({ kind }) => kind)).toEqual(["due"]);
  hold(["lend"]);
  expect(ofLoan(loan).map(({ kind }) => kind)).toEqual(["claim"]);
});

test("a return is proposed for the day before, a due day as it is", () => {
  expect(proposed(ofLine(line)[0]!).day).toBe("2026-11-22");
  expect(proposed(ofLoan(loan)[0]!).day).toBe("2026-12-07");
});

test("a fine says each step and what it came to", () => {
  const steps: FineStep[] = [
    { kind: "late", due: "2026-11-20", due_at: null, time: { unit: "days", count: 3 } },
    { kind: "grace", time: { unit: "days", count: 1 }, counts: "open", by: "library", over: true },
    {
      kind: "counted",
      time: { unit: "days", count: 2 },
      counts: "open",
      by: "library",
      starts: "at_due",
      starts_by: "rule",
    },
    { kind: "rate", units: 2, each: 25, amount: 50 },
    { kind: "cap", cap: 40 },
  ];
  expect(fineRows(steps).map(({ text, then }) => [text, then])).toEqual([
    ["3 days late, due Fri 20 Nov", ""],
    ["Later than the grace of 1 open day", ""],
    ["2 open days counted, from when it was due", ""],
    ["2 × $0.25", "$0.50"],
    ["At most, for one loan", "$0.40"],
  ]);
});
