// An address may hold anything.
import { expect, test } from "vitest";
import { read, written, type Drill } from "./drill";

test("a number is found again by its address", () => {
  const drill: Drill = { measure: "loans", side: "previous", part: { by: "hour", hour: 9 } };
  expect(read(written(drill))).toEqual(drill);
  expect(read(written({ ...drill, part: null }))?.part).toBeNull();
});

test.each([undefined, "", "{", "7", "[]", '[1,"this",null]'])("%o is no number", (text) => {
  expect(read(text)).toBeUndefined();
});
