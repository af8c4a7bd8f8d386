// Failures as sentences: all the reasons, the thing named, the way out.
import { expect, test } from "vitest";
import { Failure, problemWith, reasonsOf, sentence } from "./failure";
import { failureSentence } from "./failureSentence";

test("a refusal carries every reason", () => {
  const reasons = [
    { refusal: { kind: "limit_reached" }, message: "10 of 10 books are out", may_override: "override_rules" },
    { refusal: { kind: "in_library_only" }, message: "in-house only", may_override: null },
  ];
  expect(reasonsOf(new Failure("refused", "not lent", { reasons }))).toEqual(reasons);
  expect(reasonsOf(new Failure("invalid", "no", { reasons }))).toEqual([]);
});

test("a form finds what is wrong with its field", () => {
  const failure = new Failure("invalid", "barcode", { field: "barcode", problem: "310 is taken by item 12" });
  expect(problemWith("barcode", failure)).toBe("310 is taken by item 12.");
  expect(problemWith("price", failure)).toBeUndefined();
  expect(problemWith("price", undefined)).toBeUndefined();
});

test("messages become sentences", () => {
  expect(sentence("item 3012 is already on loan")).toBe("Item 3012 is already on loan.");
  expect(sentence("Why?")).toBe("Why?");
  expect(sentence(" ")).toBe("");
});

test("what can be waited for says how long", () => {
  expect(failureSentence(new Failure("wait", "", { seconds: 7 }))).toBe("Too many tries. Wait 7 s, then try again.");
  expect(failureSentence(new Failure("not_found", "item 3 is not here"))).toBe("Item 3 is not here.");
  expect(failureSentence(new Failure("internal", "x is null"))).toContain("(x is null)");
});

test("a library that cannot be opened says which file, and where it went", () => {
  const moved = "/srv/a.carrel is damaged and was moved to /srv/a.carrel.damaged-1; put a backup in its place";
  expect(failureSentence(new Failure("damaged", moved))).toContain("/srv/a.carrel.damaged-1");
  expect(failureSentence(new Failure("in_use", "another Carrel works with a.carrel"))).toContain("a.carrel");
});
