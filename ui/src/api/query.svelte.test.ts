// Reads on a screen: fresh when inputs or topics change, patient, and never overtaken by an older answer.
import { invoke } from "@tauri-apps/api/core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PATIENCE_MS, query, refreshAll, type Query } from "./query.svelte";
import { call } from "./transport";

const core = vi.mocked(invoke);
let stop = () => {};
const answers = (...outputs: unknown[]) => {
  for (const output of outputs) core.mockResolvedValueOnce({ output, changes: [] });
};
const settled = async () => {
  await vi.advanceTimersByTimeAsync(0);
  flushSync();
};

function onScreen<T>(make: () => Query<T>): Query<T> {
  let made!: Query<T>;
  stop = $effect.root(() => {
    made = make();
  });
  flushSync();
  return made;
}

beforeEach(() => {
  core.mockReset();
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("the answer arrives without a word about loading", async () => {
  answers(["Ada"]);
  const staff = onScreen(() => query(() => call<string[]>("staff.list", {}), ["staff"]));
  expect([staff.value, staff.loading]).toEqual([undefined, false]);
  await settled();
  expect([staff.value, staff.loading]).toEqual([["Ada"], false]);
});

test("it asks again when an input changes, and keeps the old answer meanwhile", async () => {
  answers("first", "second");
  let day = $state("2026-11-23");
  const week = onScreen(() => query(() => call("schedule.week", { day }), ["shifts"]));
  await settled();
  day = "2026-11-30";
  flushSync();
  expect(week.value).toBe("first");
  await settled();
  expect(week.value).toBe("second");
  expect(core.mock.calls.at(-1)).toEqual(["call", { name: "schedule.week", input: { day: "2026-11-30" } }]);
});

test("it asks again when one of its topics changes, not for others", async () => {
  answers(1);
  const loans = onScreen(() => query(() => call("circulation.loans", {}), ["loans"]));
  await settled();
  core.mockResolvedValueOnce({ output: null, changes: ["staff"] });
  await call("staff.add", {});
  await settled();
  expect(loans.value).toBe(1);
  core.mockResolvedValueOnce({ output: null, changes: ["loans", "items"] });
  answers(2);
  await call("circulation.check_in", {});
  await settled();
  expect(loans.value).toBe(2);
  expect(core).toHaveBeenCalledTimes(4);
});

test("loading shows only after a while", async () => {
  core.mockReturnValueOnce(new Promise((answer) => setTimeout(() => answer({ output: 1, changes: [] }), 400)));
  const slow = onScreen(() => query(() => call("reports.usage", {}), []));
  await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
  expect(slow.loading).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(slow.loading).toBe(true);
  await vi.advanceTimersByTimeAsync(300);
  expect([slow.value, slow.loading]).toEqual([1, false]);
});

test("a failure keeps the old answer and goes with the next good one", async () => {
  answers("old");
  const read = onScreen(() => query(() => call("staff.list", {}), ["staff"]));
  await settled();
  core.mockRejectedValueOnce({ code: "locked", message: "the desk is locked", details: null });
  read.refresh();
  flushSync();
  await settled();
  expect([read.value, read.error?.code]).toEqual(["old", "locked"]);
  answers("new");
  refreshAll();
  flushSync();
  await settled();
  expect([read.value, read.error]).toEqual(["new", undefined]);
});

test("an older answer never overtakes a newer one", async () => {
  core.mockReturnValueOnce(new Promise((answer) => setTimeout(() => answer({ output: "old", changes: [] }), 50)));
  answers("new");
  let words = $state("a");
  const found = onScreen(() => query(() => call("patrons.search", { words }), []));
  words = "ab";
  flushSync();
  await vi.advanceTimersByTimeAsync(60);
  expect(found.value).toBe("new");
});

test("a read that asks nothing clears the value", async () => {
  answers("Ada");
  let id = $state<number | null>(7);
  const patron = onScreen(() => query(() => (id === null ? undefined : call("patrons.patron", { id })), []));
  await settled();
  id = null;
  flushSync();
  expect(patron.value).toBeUndefined();
  expect(core).toHaveBeenCalledTimes(1);
});

test("what left the screen asks no more", async () => {
  answers(1);
  onScreen(() => query(() => call("staff.list", {}), ["staff"]));
  await settled();
  stop();
  refreshAll();
  flushSync();
  expect(core).toHaveBeenCalledTimes(1);
});
