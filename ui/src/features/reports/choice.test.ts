// Whose shifts, as an address holds it.
import { expect, test } from "vitest";
import { addressed, choiceOf, isOfShifts, reportOf } from "./choice";

test("a choice survives its address", () => {
  const choice = { people: [3, 5], desks: [1], since: 7 };
  expect(addressed(choice)).toEqual({ people: "3.5", desks: "1", since: "7" });
  expect(choiceOf(addressed(choice))).toEqual(choice);
});

test("nothing chosen leaves nothing in the address", () => {
  expect(addressed({ people: [], desks: [], since: null })).toEqual({});
  expect(choiceOf({ people: "x.-1.5" })).toEqual({ people: [5], desks: [], since: null });
});

test("an address names a report, or the shift report is shown", () => {
  expect(["sign_in", "usage", "nonsense", undefined].map(reportOf)).toEqual(["sign_in", "usage", "shifts", "shifts"]);
  expect([isOfShifts("month"), isOfShifts("usage")]).toEqual([true, false]);
});
