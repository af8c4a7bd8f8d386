// A locked desk: scans never reach the secret, secrets always do.
import { invoke } from "@tauri-apps/api/core";
import { beforeEach, expect, test, vi } from "vitest";
import { LockedScans } from "./lockedScans.svelte";

const core = vi.mocked(invoke);
const asked: string[] = [];
let answer: Record<string, unknown>;
let field: HTMLInputElement;
let submitted: string[];

beforeEach(() => {
  asked.length = 0;
  submitted = [];
  answer = { kind: "kept", waiting: 1 };
  core.mockReset();
  core.mockImplementation(async (_, args) => {
    const { input } = args as unknown as { input: { raw: string } };
    asked.push(input.raw);
    return { output: answer, changes: [] };
  });
  document.body.innerHTML = "<form><input></form>";
  field = document.querySelector("input")!;
  const form = document.querySelector("form")!;
  form.requestSubmit = () => void submitted.push(field.value);
});

/** Types into the field; whether the last key reached it. */
function type(scans: LockedScans, text: string, every: number, at: number): boolean {
  let reached = false;
  [...text].forEach((char, index) => {
    const key = char === "\r" ? "Enter" : char === "\t" ? "Tab" : char;
    const event = new KeyboardEvent("keydown", { key, cancelable: true });
    Object.defineProperties(event, { target: { value: field }, timeStamp: { value: at + index * every } });
    scans.keydown(event);
    reached = !event.defaultPrevented;
    if (reached && char >= " ") field.value += char;
  });
  return reached;
}

const settled = () => new Promise((done) => setTimeout(done, 5));

test("fifty scans are kept, and the field of the secret stays as it was", async () => {
  const scans = new LockedScans();
  for (let n = 0; n < 50; n++) expect(type(scans, `3352900012${1000 + n}\r`, 10, n * 1000)).toBe(false);
  await settled();
  expect(asked).toHaveLength(50);
  expect([field.value, submitted]).toEqual(["", []]);
  expect(scans.waiting).toBe(1);
});

test("a secret typed by a hand goes its way, and one typed fast goes it too", async () => {
  const scans = new LockedScans();
  expect(type(scans, "4711\r", 120, 0)).toBe(true);
  expect(asked).toEqual([]);
  field.value = "";
  answer = { kind: "no_code" };
  expect(type(scans, "4711\r", 5, 9000)).toBe(false);
  await settled();
  expect([asked, submitted]).toEqual([["4711\r"], ["4711"]]);
});

test("a scan behind half a secret leaves the half", async () => {
  const scans = new LockedScans();
  type(scans, "47", 200, 0);
  type(scans, "33529000120973\t", 10, 2000);
  await settled();
  expect(field.value).toBe("47");
});
