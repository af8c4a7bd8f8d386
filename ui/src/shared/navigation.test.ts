// Addresses of pages, both ways.
import { expect, test } from "vitest";
import { address, goTo, readAddress } from "./navigation";

test("an address keeps its params", () => {
  expect(address("patrons", { id: 7, words: "a b&c" })).toBe("#/patrons?id=7&words=a+b%26c");
  expect(readAddress(address("patrons", { id: 7, words: "a b&c" }))).toEqual({
    page: "patrons",
    params: { id: "7", words: "a b&c" },
  });
});

test("what is none of our pages is no address", () => {
  expect(readAddress("#/holds")).toBeNull();
  expect(readAddress("")).toBeNull();
});

test("going there changes the address", () => {
  goTo("items", { id: 3 });
  expect(location.hash).toBe("#/items?id=3");
});
