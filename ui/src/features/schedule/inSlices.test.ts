// A list that changes a slice at a time.
import { expect, test } from "vitest";
import { nextSlice } from "./inSlices";

const list = (keys: string, week: number) => [...keys].map((key) => ({ key, week }));
const said = (shown: readonly { key: string; week: number }[]) => shown.map(({ key, week }) => key + week).join(" ");

test("what differs comes slice by slice, and what is the same stays the same thing", () => {
  const [before, after] = [list("abcde", 1), list("abcde", 2)];
  const first = nextSlice(before, after, 2);
  expect(said(first)).toBe("a2 b2 c1 d1 e1");
  const second = nextSlice(first, after, 2);
  expect(said(second)).toBe("a2 b2 c2 d2 e1");
  expect(nextSlice(second, after, 2)).toBe(after);
  expect(nextSlice(after, after, 2)).toBe(after);
});

test("what is in sight comes first", () => {
  expect(said(nextSlice(list("abcde", 1), list("abcde", 2), 3, 3))).toBe("a2 b1 c1 d2 e2");
});

test("what is new waits for its slice, and what is gone goes at once", () => {
  const shown = list("ax", 1);
  expect(said(nextSlice(shown, list("abcd", 2), 2))).toBe("a2 b2");
  expect(said(nextSlice(shown, [shown[0]!, ...list("bcd", 2)], 2))).toBe("a1 b2 c2");
});
