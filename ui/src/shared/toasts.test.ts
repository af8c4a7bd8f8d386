// Notices stand in one place: the window's foot, or the sheet that lies open over it.
import { render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, expect, test, vi } from "vitest";
import { currentToasts, dismiss, toast } from "./toast.svelte";
import ToastPlaces from "./ToastPlaces.test.svelte";

beforeEach(() => {
  for (const { id } of currentToasts()) dismiss(id);
});

test("an open sheet takes the notices in, and gives them back when it closes", async () => {
  const undo = vi.fn();
  const { rerender } = render(ToastPlaces, { sheet: false });
  toast("“Term” removed", { undo });
  await tick();
  expect(screen.getByText("“Term” removed").closest(".of-window")).not.toBeNull();
  await rerender({ sheet: true });
  await tick();
  const inSheet = screen.getByText("“Term” removed").closest<HTMLElement>(".of-sheet");
  within(inSheet!).getByRole("button", { name: "Undo" }).click();
  expect(undo).toHaveBeenCalledOnce();
  toast("Kept");
  await tick();
  await rerender({ sheet: false });
  await tick();
  expect(screen.getByText("Kept").closest(".of-window")).not.toBeNull();
});

test("a notice does not go from under the focus", async () => {
  vi.useFakeTimers();
  render(ToastPlaces, { sheet: true });
  toast("Kept", { undo: () => undefined });
  await tick();
  const undo = screen.getByRole("button", { name: "Undo" });
  undo.focus();
  vi.advanceTimersByTime(20_000);
  expect(currentToasts()).toHaveLength(1);
  undo.blur();
  vi.advanceTimersByTime(10_000);
  expect(currentToasts()).toHaveLength(0);
  vi.useRealTimers();
});
