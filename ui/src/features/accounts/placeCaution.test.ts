// What is worth knowing of a library's place can be put away on the first screen, and stays so.
import { invoke } from "@tauri-apps/api/core";
import { mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";
import PlaceCaution from "./PlaceCaution.svelte";

test("read once, it does not come back there; in the settings it stays", async () => {
  const file = "/home/imani/library.carrel";
  vi.mocked(invoke).mockResolvedValue({ output: { file, caution: { kind: "own_login" } }, changes: [] });
  const shown = () => document.querySelector("[role=note]");
  const show = (dismissible: boolean) => mount(PlaceCaution, { target: document.body, props: { dismissible } });
  let caution = show(true);
  await vi.waitFor(() => expect(shown()?.textContent).toContain("This library belongs to this login"));
  shown()!.querySelector("button")!.click();
  await vi.waitFor(() => expect(shown()).toBeNull());
  expect(localStorage.getItem("carrel.place-read")).toBe(file);
  await unmount(caution);
  caution = show(true);
  await new Promise((done) => setTimeout(done, 20));
  expect(shown()).toBeNull();
  await unmount(caution);
  caution = show(false);
  await vi.waitFor(() => expect(shown()?.querySelector("button")).toBeNull());
  expect(shown()).not.toBeNull();
  await unmount(caution);
});
