// A weekday's hours in the settings are saved as one leaves the row, or say that they are not.
import { invoke } from "@tauri-apps/api/core";
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { habit } from "$shared/habit.svelte";
import { currentToasts } from "$shared/toast.svelte";
import HoursRow from "./HoursRow.test.svelte";

const mock = vi.mocked(invoke);
let faults: unknown[] = [];
let row: ReturnType<typeof mount> | undefined;
const asked = (name: string) =>
  mock.mock.calls.map(([, args]) => args as { name: string }).filter((one) => one.name === name);

beforeEach(() => {
  habit.clock = "h12";
  faults = [];
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  mock.mockReset();
  mock.mockImplementation((_, args) => {
    const { name, input } = args as { name: string; input: { hours: unknown[] } };
    return Promise.resolve({ output: name === "policies.check_hours" ? faults : input.hours, changes: [] });
  });
  row = mount(HoursRow, { target: document.body });
  flushSync();
});

afterEach(() => {
  if (row) void unmount(row);
  document.body.replaceChildren();
  habit.clock = "h24";
});

function close(text: string): HTMLInputElement {
  const closes = document.querySelectorAll<HTMLInputElement>(".span input")[1]!;
  closes.focus();
  closes.value = text;
  closes.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  return closes;
}

test("leaving the row saves it once", async () => {
  close("8").blur();
  await vi.waitFor(() => expect(currentToasts().at(-1)?.text).toBe("Friday saved"));
  expect(asked("policies.set_hours")).toMatchObject([{ input: { weekday: 5, hours: [{ opens: 540, closes: 1200 }] } }]);
});

test("a closing before the opening is said once, beside that field, and is not saved", async () => {
  faults = [{ weekday: 5, span: 0, wrong: { kind: "backwards" } }];
  const field = close("6 am");
  field.blur();
  await vi.waitFor(() => expect(document.querySelectorAll("[role=alert]")).toHaveLength(1));
  expect(document.querySelector("[role=alert]")?.textContent).toBe(
    "Not saved. Friday closes at 6:00 am, which is not after it opens at 9:00 am.",
  );
  expect(document.querySelectorAll("[aria-invalid=true]")).toHaveLength(1);
  expect(asked("policies.set_hours")).toHaveLength(0);
});

test("a page that goes says which hours it could not keep", async () => {
  faults = [{ weekday: 5, span: 0, wrong: { kind: "backwards" } }];
  close("6 am").blur();
  await vi.waitFor(() => expect(document.querySelector("[role=alert]")).not.toBeNull());
  await unmount(row!);
  row = undefined;
  await vi.waitFor(() => expect(currentToasts().at(-1)?.text).toContain("The new hours of Friday were not saved."));
});
