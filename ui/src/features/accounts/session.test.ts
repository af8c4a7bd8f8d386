// The session on the screen: what a lock hides, what it keeps, and who comes back.
import { invoke } from "@tauri-apps/api/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { call } from "$api/transport";
import { habit } from "$shared/habit.svelte";
import { may } from "$shared/permissions.svelte";
import { followSession, session, unlock } from "./session.svelte";

const core = vi.mocked(invoke);
const maya = { id: 1, name: "Maya Okafor", role: "supervisor", secret_kind: "pin" };
let state: Record<string, unknown>;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  state = { state: "open", library: "Hollow Creek", demo: false, account: maya, people: [maya], idle_minutes: 10 };
  Object.assign(state, { permissions: ["lend"], today: "2026-11-23", now: "2026-11-23T17:00:00Z", zone: "UTC" });
  core.mockReset();
  core.mockImplementation((_, args) => {
    const { name } = args as { name: string };
    if (name === "accounts.unlock") Object.assign(state, { state: "open", permissions: ["lend"] });
    if (name === "staff.list") return Promise.reject({ code: "locked", message: "locked", details: null });
    const library = { details: { clock: "h12", week_starts: "sunday" } };
    return Promise.resolve({ output: name === "policies.library" ? library : { ...state }, changes: [] });
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("it follows the core, and takes on the library's habits", async () => {
  stop = followSession();
  await vi.advanceTimersByTimeAsync(0);
  expect(session.state?.state).toBe("open");
  expect(may("lend")).toBe(true);
  expect([habit.today, habit.clock, habit.week_starts]).toEqual(["2026-11-23", "h12", "sunday"]);
  state.today = "2026-11-24";
  await vi.advanceTimersByTimeAsync(20_000);
  expect(habit.today).toBe("2026-11-24");
});

test("a command that meets the lock shows it at once, and keeps whose work lies beneath", async () => {
  stop = followSession();
  await vi.advanceTimersByTimeAsync(0);
  Object.assign(state, { state: "locked", permissions: [] });
  await call("staff.list", {}).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(session.state?.state).toBe("locked");
  expect(session.workOf).toBe(1);
  expect(may("lend")).toBe(true);
  await unlock("carrel");
  expect(session.state?.state).toBe("open");
});
