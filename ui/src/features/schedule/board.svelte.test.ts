// The board: what shows at once, what goes to the core, what comes back after a no, and undo.
import { invoke } from "@tauri-apps/api/core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ShiftChange, ShiftDetails, Week } from "$api/generated";
import { Board } from "./board.svelte";
import { history } from "./history";

const core = vi.mocked(invoke);
const details: ShiftDetails = { staff: 1, desk: 1, day: "2026-11-23", start: 540, end: 720, note: "" };
const days = [{ day: "2026-11-23", opens: 480, closes: 1260, closed: null }];
const told: Week = {
  lacking: [],
  drafts: { newest: null, unpublished: null, changes: [], shifts: [] },
  first: "2026-11-23",
  days,
  from: 480,
  to: 1260,
  desks: [],
  people: [],
  shifts: [
    { shift: { id: 7, details }, conflicts: [] },
    { shift: { id: 8, details: { ...details, staff: 2 } }, conflicts: [] },
  ],
  coverage: [],
};
let board: Board;
let stop = () => {};
const asked = () =>
  core.mock.calls.map(([, sent]) => sent as unknown as { name: string; input: { changes: ShiftChange[] } });
const sent = () => asked().map(({ input }) => input.changes.map(({ id, after }) => [id, after?.start ?? null]));
const starts = () => board.week!.shifts.map(({ shift }) => shift.details.start);
const settled = () => new Promise((done) => setTimeout(done));
const later = (start: number, staff = 1) => ({ ...details, staff, start, end: start + 180 });
const move = (start: number) => board.change(board.moved(7, later(start)));
const place = (start: number) => board.change([{ id: null, before: null, after: later(start) }]);

beforeEach(() => {
  let next = 20;
  history.forget();
  core.mockReset();
  core.mockImplementation(async (_command, sent) => {
    const { input } = sent as unknown as { input: { changes: ShiftChange[] } };
    return { output: input.changes.map((change) => ({ ...change, id: change.id ?? next++ })), changes: [] };
  });
  stop = $effect.root(() => {
    board = new Board(() => told);
  });
  flushSync();
});
afterEach(() => stop());

test("what the core does by itself waits for what was changed before it", async () => {
  const done: string[] = [];
  void move(600).then(() => done.push("moved"));
  await board.inTurn(async () => void done.push("split"));
  expect(done).toEqual(["moved", "split"]);
  await expect(board.inTurn(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  void move(660);
  await settled();
  expect(sent()).toEqual([[[7, 600]], [[7, 660]]]);
});

test("a move shows at once and is asked of the core, with what was", async () => {
  void move(600);
  expect(starts()).toEqual([600, 540]);
  await settled();
  expect(asked()).toEqual([
    { name: "schedule.change_shifts", input: { changes: [{ id: 7, before: details, after: later(600) }] } },
  ]);
  expect(starts()).toEqual([600, 540]);
});

test("a change that changes nothing is not asked", async () => {
  await board.change(board.moved(7, { ...details }));
  expect([asked(), board.undo()]).toEqual([[], undefined]);
});

test("moves by key in a hurry leave together, and are one step back and one forth", async () => {
  for (const start of [555, 570, 585]) board.nudge(board.moved(7, later(start)));
  await settled();
  expect(sent()).toEqual([[[7, 585]]]);
  board.undo();
  await settled();
  expect([starts(), board.undo()]).toEqual([[540, 540], undefined]);
  board.redo();
  await settled();
  expect(starts()).toEqual([585, 540]);
});

test("keys that go on after the core was asked still belong to one step", async () => {
  board.nudge(board.moved(7, later(555)));
  await settled();
  board.nudge(board.moved(7, later(570)));
  await settled();
  expect(sent()).toEqual([[[7, 555]], [[7, 570]]]);
  board.undo();
  await settled();
  expect(asked().at(-1)!.input.changes).toEqual([{ id: 7, before: later(570), after: details }]);
});

test("several shifts go together and come back together", async () => {
  void board.change([...board.moved(7, later(600)), ...board.moved(8, later(660, 2))]);
  expect(starts()).toEqual([600, 660]);
  board.undo();
  await settled();
  expect([starts(), asked().length]).toEqual([[540, 540], 2]);
});

test("two moves by hand are two steps back", () => {
  void move(600);
  void move(660);
  board.undo();
  expect(starts()).toEqual([600, 540]);
  board.undo();
  expect(starts()).toEqual([540, 540]);
});

test("something new after an undo leaves nothing to do again", async () => {
  void move(600);
  board.undo();
  void move(660);
  await settled();
  expect([starts(), board.redo()]).toEqual([[660, 540], undefined]);
});

test("a no puts the block back, keeps the reason, and is no step", async () => {
  core.mockRejectedValueOnce({ code: "invalid", message: "end is odd", details: { field: "end", problem: "is odd" } });
  void move(600);
  await settled();
  expect(starts()).toEqual([540, 540]);
  expect(board.refused).toMatchObject({ id: 7, failure: { code: "invalid" } });
  expect(board.undo()).toBeUndefined();
});

test("a placed shift has its number from the core, also for an undo that could not wait", async () => {
  const placed = place(900);
  board.undo();
  expect((await placed)?.[0]?.id).toBe(20);
  await settled();
  expect(sent()).toEqual([[[null, 900]], [[20, null]]]);
  expect(starts()).toEqual([540, 540]);
  board.redo();
  await settled();
  expect([sent().at(-1), starts()]).toEqual([[[20, 900]], [540, 540, 900]]);
});

test("a removed shift comes back under its number, and earlier steps still hold", async () => {
  void move(600);
  await settled();
  const back = board.remove([7]);
  expect(starts()).toEqual([540]);
  back?.();
  await settled();
  expect(starts()).toEqual([600, 540]);
  board.undo();
  await settled();
  expect(sent().at(-1)).toEqual([[7, 540]]);
});

test("what the core did by itself is taken back like the rest", async () => {
  const undo = board.did([{ id: 7, before: details, after: later(540) }]);
  undo();
  await settled();
  expect(sent()).toEqual([[[7, 540]]]);
});
