// An import is understood, tried and kept, and what it needs to be tried again for.
import { invoke } from "@tauri-apps/api/core";
import { beforeEach, expect, test, vi } from "vitest";
import { Importing } from "./importing.svelte";
import { withColumn } from "./mapping";

const mock = vi.mocked(invoke);
const mapping = (kind: string) => ({
  kind,
  header: true,
  columns: ["card"],
  constants: {},
  values: {},
  day_order: null,
});
const inspection = {
  file: 7,
  kind: "patrons",
  columns: [],
  suggestions: ["patrons", "items"].map((kind) => ({
    mapping: mapping(kind),
    remembered: false,
    missing: [],
    fields: [],
  })),
};
const report = (kept: boolean) => ({ kept, rows: 3, added: 1, updated: 1, same: 0, refused: 1, problems: [] });
let last: { name: string; input: { mode?: string; base64?: string } };

beforeEach(() => {
  mock.mockReset();
  mock.mockImplementation(async (_command, args) => {
    const asked = args as typeof last;
    if (asked.name.startsWith("transfer.")) {
      last = asked;
      return { output: { task: 1 }, changes: [] };
    }
    const output = last.name === "transfer.stage" ? { file: 7, inspection } : report(last.input.mode === "keep");
    const state = { task: 1, revision: 1, done: 3, total: 3, note: "", state: "finished", output, error: null };
    return { output: { ...state, changes: [] }, changes: [] };
  });
});
const bytes = new TextEncoder().encode("card\n1");
// What a browser's file can do and the test's pretended one cannot.
const file = {
  name: "patrons.csv",
  size: bytes.length,
  slice: () => ({ arrayBuffer: async () => bytes.buffer }),
} as unknown as File;

test("only a file that was tried has rows to keep", async () => {
  const importing = new Importing();
  await importing.choose(file);
  expect([importing.mapping?.kind, importing.ready]).toEqual(["patrons", 0]);
  await importing.run("try");
  expect(importing.ready).toBe(2);
  await importing.run("keep");
  expect([importing.report?.kept, importing.ready]).toEqual([true, 0]);
});

test("the same file understood otherwise must be tried again", async () => {
  const importing = new Importing();
  await importing.choose(file);
  await importing.run("try");
  importing.take("items");
  expect([importing.mapping?.kind, importing.ready]).toEqual(["items", 0]);
  await importing.run("try");
  if (importing.mapping) importing.change(withColumn(importing.mapping, 0, null));
  expect(importing.ready).toBe(0);
});
