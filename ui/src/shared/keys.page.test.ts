// The keys of a page that comes while another goes.
import { flushSync, mount, unmount } from "svelte";
import { expect, test } from "vitest";
import KeysOfOnePage from "./KeysOfOnePage.test.svelte";
import KeysOfTwoPages from "./KeysOfTwoPages.test.svelte";
import KeysUnderTwoLayers from "./KeysUnderTwoLayers.test.svelte";
import { answerKey } from "./keys.svelte";

test("a page's keys answer when it takes another's place", () => {
  const pressed: string[] = [];
  const pages = mount(KeysOfTwoPages, {
    target: document.body,
    props: { press: (page: string) => pressed.push(page) },
  });
  flushSync();
  const press = () => answerKey(new KeyboardEvent("keydown", { key: "F3" }));
  for (const page of ["second", "first", "second"]) {
    pages.turn();
    flushSync();
    expect(press()).toBe(true);
    expect(pressed.at(-1)).toBe(page);
  }
  void unmount(pages);
});

test("a sheet that outlives the palette it was opened from leaves the page's keys free", () => {
  const page = mount(KeysUnderTwoLayers, { target: document.body, props: { press: () => {} } });
  const press = () => answerKey(new KeyboardEvent("keydown", { key: "F3" }));
  const states = [
    { first: true, second: false, answers: false },
    { first: true, second: true, answers: false },
    { first: false, second: true, answers: false },
    { first: false, second: false, answers: true },
  ];
  flushSync();
  for (const { first, second, answers } of states) {
    page.lay(first, second);
    flushSync();
    expect(press()).toBe(answers);
  }
  void unmount(page);
});

test("letters answer while the focus is on a choice, and not where they are written", () => {
  const pressed: string[] = [];
  const page = mount(KeysOfOnePage, {
    target: document.body,
    props: { page: "only", key: "K", press: (page: string) => pressed.push(page) },
  });
  flushSync();
  const pressIn = (type: string) => {
    const field = document.body.appendChild(document.createElement("input"));
    field.type = type;
    let answered = false;
    field.addEventListener("keydown", (event) => (answered = answerKey(event)));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "k" }));
    field.remove();
    return answered;
  };
  expect(["radio", "checkbox"].map(pressIn)).toEqual([true, true]);
  expect(["text", "search", "password"].map(pressIn)).toEqual([false, false, false]);
  void unmount(page);
});
