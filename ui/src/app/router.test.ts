// Which page the address stands for, given what the person may open.
import { expect, test } from "vitest";
import { goTo } from "$shared/navigation";
import { route, startOver } from "./router.svelte";

async function go(...to: Parameters<typeof goTo>) {
  goTo(...to);
  await new Promise((done) => window.addEventListener("hashchange", done, { once: true }));
}

test("the address names the page and its params", async () => {
  await go("patrons", { id: 7 });
  expect(route(["today", "patrons"])).toEqual({ page: "patrons", params: { id: "7" } });
});

test("a page one may not open gives way to the first that one may", async () => {
  await go("reports");
  expect(route(["today", "desk"])).toEqual({ page: "today", params: {} });
});

test("who may open nothing sees nothing", () => expect(route([])).toBeNull());

test("starting over leads to the first page", async () => {
  await go("items", { id: 3 });
  startOver();
  expect(route(["today", "items"])?.page).toBe("today");
});
