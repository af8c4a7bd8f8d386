// What the palette offers for the words typed.
import { expect, test } from "vitest";
import { matching, type Choice } from "./palette";

const choice = (label: string): Choice => ({ id: label, group: "Pages", label, run: () => undefined });
const all = ["Patrons", "Print the week", "Réserves"].map(choice);
const labels = (typed: string) => matching(all, typed).map(({ label }) => label);

test("every typed word begins some word, whatever its case or accents", () => {
  expect(labels("p")).toEqual(["Patrons", "Print the week"]);
  expect(labels("week pr")).toEqual(["Print the week"]);
  expect(labels("reserves")).toEqual(["Réserves"]);
  expect(labels("rons")).toEqual([]);
});

test("nothing typed offers everything", () => expect(labels(" ")).toHaveLength(3));
