// The ledger as one list.
import { expect, test } from "vitest";
import type { Charge, Credit } from "$api/generated";
import { entries, nameOfCharge, owedOf, owing } from "./ledger";

const charge = (id: number, owed: number, more: Partial<Charge> = {}): Charge => ({
  id,
  patron: 1,
  loan: 7,
  barcode: "3001",
  title: "Middlemarch",
  kind: "overdue",
  amount: 300,
  owed,
  note: "",
  at: `2026-11-2${id}T10:00:00Z`,
  by: "Maya",
  ...more,
});
const credit = (id: number, more: Partial<Credit> = {}): Credit => ({
  id,
  patron: 1,
  kind: "payment",
  amount: 100,
  reverses: null,
  reversed_by: null,
  reason: "",
  at: "2026-11-25T10:00:00Z",
  by: "Maya",
  ...more,
});

test("the newest stands on top, and what lessens the debt is below nothing", () => {
  const ledger = { balance: 200, charges: [charge(1, 0), charge(2, 200)], credits: [credit(9)] };
  expect(entries(ledger).map(({ key, amount }) => [key, amount])).toEqual([
    ["credit 9", -100],
    ["charge 2", 300],
    ["charge 1", 300],
  ]);
});

test("what was taken back, and a reversal, cannot be taken back", () => {
  const credits = [
    credit(1, { reversed_by: 2 }),
    credit(2, { kind: "reversal", amount: -100, reverses: 1 }),
    credit(3),
  ];
  const back = entries({ balance: 0, charges: [], credits }).map((entry) => entry.credit);
  expect(back.filter(Boolean)).toEqual([3]);
});

test("only what is owed can be chosen, and the chosen add up", () => {
  const charges = [charge(1, 0), charge(2, 200), charge(3, 50)];
  const open = owing({ balance: 250, charges, credits: [] });
  expect(open.map(({ id }) => id)).toEqual([2, 3]);
  expect(owedOf(open, [3])).toBe(50);
});

test("a charge is named by its kind and what it was about", () => {
  expect(nameOfCharge(charge(1, 0))).toBe("Overdue fine · Middlemarch");
  expect(nameOfCharge(charge(1, 0, { kind: "card", title: null, note: "third one" }))).toBe("New card · third one");
});
