// An import is tried before it is kept, and what it needs to be tried again for.
import { invoke } from "@tauri-apps/api/core";
import { beforeEach, expect, test, vi } from "vitest";
import { Importing } from "./importing.svelte";

const mock = vi.mocked(invoke);
const report = (kept: boolean) => ({
  kept,
  rows: 3,
  added: 1,
  updated: 1,
  refused: 1,
  columns: ["card"],
  ignored_columns: [],
  problems: [],
});
const file = (text: string) => ({
  name: "patrons.csv",
  size: text.length,
  arrayBuffer: async () => new TextEncoder().encode(text).buffer,
});

beforeEach(() => {
  mock.mockReset();
  mock.mockImplementation(async (_command, args) => {
    const { name, input } = args as { name: string; input: { mode?: string } };
    if (name.startsWith("transfer.")) {
      mode = input.mode ?? "";
      return { output: { task: 1 }, changes: [] };
    }
    const output = report(mode === "keep");
    const state = { task: 1, revision: 1, done: 3, total: 3, note: "", state: "finished", output, error: null };
    return { output: { ...state, changes: [] }, changes: [] };
  });
});
let mode = "";

test("only a file that was tried has rows to keep", async () => {
  const importing = new Importing();
  await importing.choose(file("card\n1") as unknown as File);
  expect(importing.ready).toBe(0);
  await importing.run("try");
  expect(importing.ready).toBe(2);
  await importing.run("keep");
  expect([importing.report?.kept, importing.ready]).toEqual([true, 0]);
});

test("the same file as another kind must be tried again", async () => {
  const importing = new Importing();
  await importing.choose(file("card\n1") as unknown as File);
  await importing.run("try");
  importing.take("items");
  expect([importing.file?.name, importing.ready]).toEqual(["patrons.csv", 0]);
});
