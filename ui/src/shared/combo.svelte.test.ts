// A long list: found by other names too, and never left silently.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test } from "vitest";
import ComboField from "./ComboField.svelte";

let value = $state("UTC");
let field: ReturnType<typeof mount> | undefined;
const options = [
  { value: "UTC", label: "UTC" },
  { value: "America/New_York", label: "America/New York", also: "Eastern Time Boston" },
  { value: "America/Toronto", label: "America/Toronto", also: "Eastern Time Ottawa" },
];

function show(): HTMLInputElement {
  Element.prototype.scrollIntoView ??= () => {};
  value = "UTC";
  field = mount(ComboField, {
    target: document.body,
    props: {
      label: "Time zone",
      options,
      get value() {
        return value;
      },
      set value(chosen) {
        value = chosen;
      },
    },
  });
  flushSync();
  return document.querySelector("input")!;
}

function type(input: HTMLInputElement, text: string) {
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

function leave(input: HTMLInputElement) {
  input.blur();
  flushSync();
}

afterEach(() => {
  if (field) void unmount(field);
  document.body.replaceChildren();
});

test("an everyday name finds its zone, the usual one first", () => {
  const input = show();
  type(input, "eastern");
  expect([...document.querySelectorAll("li")].map((row) => row.textContent.trim())).toEqual([
    "America/New York",
    "America/Toronto",
  ]);
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  flushSync();
  expect([value, input.value]).toEqual(["America/New_York", "America/New York"]);
});

test("what is none of the list, or could be several, stays as it was typed and says so", () => {
  const input = show();
  for (const [text, said] of [
    ["easterm", "Nothing in the list is called “easterm”"],
    ["eastern", "More than one is called “eastern”"],
  ] as const) {
    type(input, text);
    leave(input);
    expect([value, input.value, input.checkValidity()]).toEqual(["UTC", text, false]);
    expect(document.body.textContent).toContain(said);
  }
  type(input, "boston");
  leave(input);
  expect([value, input.value, input.checkValidity()]).toEqual(["America/New_York", "America/New York", true]);
});
