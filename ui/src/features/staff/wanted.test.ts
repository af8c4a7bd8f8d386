// Wanted hours: what people write, and what the field shows.
import { expect, test } from "vitest";
import { parseWanted, showWanted, stepWanted } from "./wanted";

test("hours are read with decimals, minutes or a unit", () => {
  for (const [typed, minutes] of [
    ["12", 720],
    ["7.5", 450],
    ["7,25", 435],
    ["7:30", 450],
    [" 12 h ", 720],
    ["0", 0],
    ["168", 10080],
  ] as const) {
    expect(parseWanted(typed)).toBe(minutes);
  }
});

test("what is no number of hours in a week is not understood", () => {
  for (const typed of ["", "many", "-3", "169", "7:75", "1.234"]) expect(parseWanted(typed)).toBeUndefined();
});

test("the field shows hours and steps by one", () => {
  expect(showWanted(450)).toBe("7.5");
  expect(stepWanted(450, 1)).toBe(510);
  expect(stepWanted(30, -1)).toBe(0);
});
