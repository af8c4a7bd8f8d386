// The form follows the words: each field once, blank as its kind is.
import { expect, test } from "vitest";
import { blank, FIELDS, filedName, nameOf } from "./fields";

test("a new patron begins with the scanned card and nothing else", () => {
  const details = blank("23529000000017", 3);
  expect(details).toMatchObject({ card: "23529000000017", category: 3, family_name: "", born: null, expires: null });
  expect(Object.keys(details)).toHaveLength(FIELDS.length);
});

test("one name is enough", () => {
  expect(nameOf({ given_name: "", family_name: "Suharto" })).toBe("Suharto");
  expect(filedName({ given_name: "", family_name: "Suharto" })).toBe("Suharto");
  expect(filedName({ given_name: "Ada", family_name: "Okafor" })).toBe("Okafor, Ada");
});
