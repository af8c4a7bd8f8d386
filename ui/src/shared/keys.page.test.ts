// The keys of a page that comes while another goes.
import { flushSync, mount, unmount } from "svelte";
import { expect, test } from "vitest";
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
