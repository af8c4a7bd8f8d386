// A warning says why in words.
import { expect, test } from "vitest";
import type { Alike } from "$api/generated";
import { compared, isComparable, whyText } from "./alike";
import { blank } from "./fields";

test("what somebody has in common stands in one line", () => {
  const alike = {
    patron: { id: 7, details: { ...blank("2001", 1), family_name: "Okafor", born: null } },
    why: [{ kind: "same_name" }, { kind: "spelling", letters: 2 }, { kind: "same_phone" }],
  } as unknown as Alike;
  expect(whyText(alike)).toBe("2001 · same name · 2 letters differ · same phone");
});

test("a name alone is not compared, a phone or a birth day with it is", () => {
  const of = (more: object) => isComparable(compared({ ...blank("", 1), ...more }, null));
  expect(of({ family_name: "Okafor" })).toBe(false);
  expect(of({ family_name: "Okafor", born: "1990-05-01" })).toBe(true);
  expect(of({ phone: "555" })).toBe(true);
});
