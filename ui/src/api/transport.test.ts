// One command in, output or Failure out; changed topics are told; tasks are followed to their end.
import { invoke } from "@tauri-apps/api/core";
import { beforeEach, expect, test, vi } from "vitest";
import { call, Failure, onChanges, onShut, runTask, shared } from "./transport";

const core = vi.mocked(invoke);
const answer = (output: unknown, changes: string[] = []) => Promise.resolve({ output, changes });
const task = (revision: number, state: string, more: object = {}) =>
  answer({ revision, state, done: revision, total: 3, note: "", output: null, error: null, changes: [], ...more });
const asked = () => core.mock.calls.map(([, args]) => args as { name: string; input: unknown });

beforeEach(() => {
  core.mockReset();
});

test("the output comes back and the topics are told", async () => {
  core.mockReturnValueOnce(answer({ id: 7 }, ["patrons"]));
  const heard: string[][] = [];
  const stop = onChanges((topics) => heard.push(topics));
  expect(await call("patrons.patron", { id: 7 })).toEqual({ id: 7 });
  stop();
  expect(core).toHaveBeenCalledWith("call", { name: "patrons.patron", input: { id: 7 } });
  expect(heard).toEqual([["patrons"]]);
});

test("a no comes as a Failure with its code and details", async () => {
  core.mockRejectedValueOnce({ code: "wait", message: "too many tries", details: { seconds: 7 } });
  const failure = await call("accounts.sign_in", {}).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({ code: "wait", message: "too many tries", details: { seconds: 7 } });
});

test("what the core never says is internal", async () => {
  core.mockRejectedValueOnce("the pipe broke");
  await expect(call("staff.list", {})).rejects.toMatchObject({ code: "internal", message: "the pipe broke" });
});

test("a lock is told to whoever listens", async () => {
  const heard = vi.fn();
  const stop = onShut(heard);
  core.mockRejectedValueOnce({ code: "locked", message: "the desk is locked", details: null });
  await expect(call("staff.list", {})).rejects.toMatchObject({ code: "locked" });
  core.mockRejectedValueOnce({ code: "not_found", message: "gone", details: null });
  await expect(call("staff.list", {})).rejects.toMatchObject({ code: "not_found" });
  stop();
  expect(heard).toHaveBeenCalledTimes(1);
});

test("identical reads under way are one request, writes never", async () => {
  core.mockImplementation(() => answer(1));
  await Promise.all([shared(() => call("staff.list", {})), shared(() => call("staff.list", {}))]);
  expect(core).toHaveBeenCalledTimes(1);
  await Promise.all([call("staff.add", {}), call("staff.add", {})]);
  expect(core).toHaveBeenCalledTimes(3);
});

test("a read that began before a change does not answer for one after it", async () => {
  core.mockReturnValueOnce(new Promise(() => undefined));
  void shared(() => call("staff.list", {}));
  core.mockReturnValueOnce(answer(null, ["staff"]));
  await call("staff.add", {});
  core.mockReturnValueOnce(answer(["Ada"]));
  expect(await shared(() => call("staff.list", {}))).toEqual(["Ada"]);
});

test("a task is followed to its output", async () => {
  core
    .mockReturnValueOnce(answer({ task: 5 }))
    .mockReturnValueOnce(task(1, "running"))
    .mockReturnValueOnce(task(1, "running"))
    .mockReturnValueOnce(task(2, "finished", { output: "done", changes: ["items"] }));
  const seen: number[] = [];
  const heard: string[][] = [];
  const stop = onChanges((topics) => heard.push(topics));
  expect(await runTask("transfer.import_items", {}, { onProgress: ({ done }) => seen.push(done) })).toBe("done");
  stop();
  expect(seen).toEqual([1, 2]);
  expect(heard).toEqual([["items"]]);
  expect(asked().slice(1)).toEqual([0, 1, 1].map((seen) => ({ name: "tasks.next", input: { task: 5, seen } })));
});

test("a task that fails throws its failure", async () => {
  core
    .mockReturnValueOnce(answer({ task: 5 }))
    .mockReturnValueOnce(task(1, "failed", { error: { code: "no_room", message: "disk full", details: null } }));
  await expect(runTask("reports.save", {})).rejects.toMatchObject({ code: "no_room" });
});

test("aborting cancels the task in the core", async () => {
  const stop = new AbortController();
  core.mockImplementation((_, args) => {
    const { name } = args as { name: string };
    if (name === "reports.print") return answer({ task: 5 });
    if (name === "tasks.cancel") return answer(null);
    return task(1, stop.signal.aborted ? "cancelled" : "running");
  });
  const watch = { signal: stop.signal, onProgress: () => stop.abort() };
  await expect(runTask("reports.print", {}, watch)).rejects.toMatchObject({ code: "cancelled" });
  expect(asked()).toContainEqual({ name: "tasks.cancel", input: { task: 5 } });
});
