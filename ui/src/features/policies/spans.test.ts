// Hours count once both ends of each stretch are typed.
import { expect, test } from "vitest";
import { whole } from "./spans";

test("hours with an end missing are not whole yet", () => {
  expect(whole([{ opens: 540, closes: null }])).toBeNull();
  expect(whole([{ opens: 540, closes: 720 }])).toEqual([{ opens: 540, closes: 720 }]);
  expect(whole([])).toEqual([]);
});
