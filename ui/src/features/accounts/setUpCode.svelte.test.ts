// The page of the recovery code: one that takes another's place says so, and the printed page says where it is.
import { invoke } from "@tauri-apps/api/core";
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LibraryDetails } from "$api/generated";
import type { Draft } from "./setUp.svelte";
import SetUpCode from "./SetUpCode.svelte";

const mock = vi.mocked(invoke);
let code = $state<Draft["code"]>("none");
const secret = $state({ lastGroup: "" });
let again = false;
let opened = true;
let page: ReturnType<typeof mount> | undefined;

beforeEach(() => {
  [code, again, opened] = ["none", false, true];
  mock.mockReset();
  mock.mockImplementation((_, args) => {
    const draws = (args as { name: string }).name === "accounts.draw_recovery_code";
    const output = draws ? { groups: ["7K2M"], again } : { file: "/home/imani/code.pdf", opened };
    return Promise.resolve({ output, changes: [] });
  });
});

async function show() {
  if (page) await unmount(page);
  page = mount(SetUpCode, {
    target: document.body,
    props: {
      details: { name: "Thornfield", paper: "letter" } as LibraryDetails,
      secret,
      failure: undefined,
      get code() {
        return code;
      },
      set code(now) {
        code = now;
      },
    },
  });
  await vi.waitFor(() => expect(document.body.textContent).toContain("7K2M"));
  flushSync();
}

afterEach(async () => {
  if (page) await unmount(page);
  page = undefined;
});

test("a code that is drawn after another was shown says that the one before does not work", async () => {
  await show();
  again = true;
  await show();
  expect(document.body.textContent).not.toContain("This is a new code");
  again = false;
  await show();
  expect(document.body.textContent).toContain("This is a new code");
  again = true;
  await show();
  expect(document.body.textContent).toContain("This is a new code");
});

test("the printed page says where it is, and can be opened once more", async () => {
  await show();
  const button = (label: string) =>
    [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === label)!;
  button("Print the page").click();
  await vi.waitFor(() => expect(document.body.textContent).toContain("The page is /home/imani/code.pdf."));
  opened = false;
  button("Open").click();
  await vi.waitFor(() => expect(document.body.textContent).toContain("This PC has no viewer that opens it."));
  expect(mock.mock.calls.map(([, args]) => (args as { name: string }).name)).toContain("accounts.open_recovery_code");
});
