// How a pressed key is written.
import { expect, test } from "vitest";
import { keyOf } from "./keys.svelte";

const press = (init: KeyboardEventInit) => keyOf(new KeyboardEvent("keydown", init));

test("keys are written as people write them", () => {
  expect(press({ key: "F8" })).toBe("F8");
  expect(press({ key: "k", ctrlKey: true })).toBe("Ctrl+K");
  expect(press({ key: "?", shiftKey: true })).toBe("?");
  expect(press({ key: "Enter", ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+Enter");
});

test("digits with Alt are the digit keys, whatever the layout types", () => {
  expect(press({ key: "¡", code: "Digit1", altKey: true })).toBe("Alt+1");
});
