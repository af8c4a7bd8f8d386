// The keys of a page that comes while another goes.
import { flushSync, mount, unmount } from "svelte";
import { expect, test } from "vitest";
import KeysOfTwoPages from "./KeysOfTwoPages.test.svelte";
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
