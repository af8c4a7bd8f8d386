// The board: what shows at once, what goes to the core, what comes back after a no, and undo.
import { invoke } from "@tauri-apps/api/core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ShiftDetails, Week } from "$api/generated";
import { Board } from "./board.svelte";

const core = vi.mocked(invoke);
const details: ShiftDetails = { staff: 1, desk: 1, day: "2026-11-23", start: 540, end: 720, note: "" };
const days = [{ day: "2026-11-23", opens: 480, closes: 1260, closed: null }];
const told: Week = {
  drafts: { newest: null, unpublished: null, changes: [], shifts: [] },
  first: "2026-11-23",
  days,
  from: 480,
  to: 1260,
  desks: [],
  people: [],
  shifts: [{ shift: { id: 7, details }, conflicts: [] }],
  coverage: [],
};
let board: Board;
let stop = () => {};
const asked = () => core.mock.calls.map(([, sent]) => sent as { name: string; input: Record<string, unknown> });
const starts = () => board.week!.shifts.map(({ shift }) => shift.details.start);
const settled = () => new Promise((done) => setTimeout(done));
const later = (start: number) => ({ ...details, start, end: start + 180 });

beforeEach(() => {
  let next = 20;
  core.mockReset();
  core.mockImplementation(async (_command, sent) => {
    const { input } = sent as unknown as { input: { id?: number; details: ShiftDetails } };
    return { output: { shift: { id: input.id ?? next++, details: input.details }, conflicts: [] }, changes: [] };
  });
  stop = $effect.root(() => {
    board = new Board(() => told);
  });
  flushSync();
});
afterEach(() => stop());

test("a move shows at once and is asked of the core", async () => {
  board.move(7, later(600));
  expect(starts()).toEqual([600]);
  await settled();
  expect(asked()).toEqual([{ name: "schedule.move_shift", input: { id: 7, details: later(600) } }]);
  expect(starts()).toEqual([600]);
});

test("moves in a hurry become the last one, and one step back", async () => {
  for (const start of [555, 570, 585]) board.nudge(7, later(start));
  await settled();
  expect(asked().map(({ input }) => (input.details as ShiftDetails).start)).toEqual([585]);
  expect(board.undo()).toBe(true);
  expect([starts(), board.undo()]).toEqual([[540], false]);
});

test("two moves by hand are two steps back", async () => {
  board.move(7, later(600));
  board.move(7, later(660));
  board.undo();
  expect(starts()).toEqual([600]);
  board.undo();
  expect(starts()).toEqual([540]);
});

test("a no puts the block back and keeps the reason", async () => {
  core.mockRejectedValueOnce({ code: "invalid", message: "end is odd", details: { field: "end", problem: "is odd" } });
  board.move(7, later(600));
  await settled();
  expect(starts()).toEqual([540]);
  expect(board.refused).toMatchObject({ id: 7, failure: { code: "invalid" } });
  expect(board.undo()).toBe(false);
});

test("a placed shift has its number from the core; undo removes it", async () => {
  expect(await board.place(later(900))).toBe(20);
  expect(starts()).toEqual([540, 900]);
  board.undo();
  await settled();
  expect(asked().at(-1)).toEqual({ name: "schedule.remove_shift", input: { id: 20 } });
  expect(starts()).toEqual([540]);
});

test("a removed shift comes back under a new number, and earlier steps follow it", async () => {
  board.move(7, later(600));
  await settled();
  const back = board.remove(7);
  expect(starts()).toEqual([]);
  back?.();
  await settled();
  expect(starts()).toEqual([600]);
  board.undo();
  await settled();
  expect(asked().at(-1)).toEqual({ name: "schedule.move_shift", input: { id: 20, details } });
});
