// What the foot of a day among days says of its person's times.
import { render, screen } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { habit } from "$shared/habit.svelte";
import DayStrip from "./DayStrip.svelte";

const hours = { from: 480, to: 1080 };
const day = { day: "2026-11-23", works_here: true, told: true };

beforeEach(() => Object.assign(habit, { clock: "h24" }));

test("it says when the person cannot work and where they are", () => {
  render(DayStrip, {
    hours,
    times: {
      ...day,
      wishes: [{ start: 540, end: 660, wish: "no" }],
      away: [{ start: 780, end: 870, kind: "class", title: "BIO 201" }],
    },
  });
  const strip = screen.getByRole("img", { name: "cannot work 9:00–11:00, BIO 201 13:00–14:30" });
  expect(strip.querySelectorAll("i")).toHaveLength(2);
  expect(strip.querySelector<HTMLElement>(".no")!.style.left).toBe("10%");
});

test("a leave of the whole day has its name, and nothing told draws nothing", () => {
  const leave = { start: 0, end: 1440, kind: "leave" as const, title: "Field trip" };
  const { rerender, container } = render(DayStrip, { hours, times: { ...day, wishes: [], away: [leave] } });
  expect(screen.getByText("Field trip")).toBeDefined();
  return rerender({ hours, times: { ...day, wishes: [], away: [] } }).then(() =>
    expect(container.textContent!.trim()).toBe(""),
  );
});
