// The week of a new library while it is typed.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { HoursFault, OpeningHours } from "$api/generated";
import { habit } from "$shared/habit.svelte";
import SetUpHours from "./SetUpHours.svelte";

let hours = $state.raw<OpeningHours[]>([]);
let faults = $state.raw<HoursFault[]>([]);
let page: ReturnType<typeof mount> | undefined;

function show(week: OpeningHours[]) {
  [hours, faults] = [week, []];
  page = mount(SetUpHours, {
    target: document.body,
    props: {
      weekStarts: "sunday",
      failure: undefined,
      onedit: () => (faults = []),
      get faults() {
        return faults;
      },
      get hours() {
        return hours;
      },
      set hours(typed) {
        hours = typed;
      },
    },
  });
  flushSync();
}

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll("label")].find((one) => one.textContent.trim() === label);
  return document.getElementById(found?.htmlFor ?? "") as HTMLInputElement;
}

/** Letter by letter, then on to the next field. */
function type(label: string, text: string) {
  const input = field(label);
  input.focus();
  for (let end = 1; end <= text.length; end++) {
    input.value = text.slice(0, end);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    flushSync();
    expect(document.activeElement).toBe(field(label));
    expect(input.value).toBe(text.slice(0, end));
  }
  input.blur();
  flushSync();
}

const click = (label: string) => {
  document.querySelector<HTMLElement>(`[aria-label="${label}"]`)!.click();
  flushSync();
};
const of = (weekday: number) =>
  hours.filter((span) => span.weekday === weekday).map((span) => [span.opens, span.closes]);

beforeEach(() => (habit.clock = "h12"));
afterEach(() => {
  if (page) void unmount(page);
  document.body.replaceChildren();
  habit.clock = "h24";
});

test("a time is read when its field is left, and the day stays in its order until then", () => {
  show([{ weekday: 1, opens: 540, closes: 1080 }]);
  click("Monday: add a break");
  type("Monday: opens again", "1:30 pm");
  expect(of(1)).toEqual([
    [540, 720],
    [810, 1080],
  ]);
  type("Monday: opens again", "1:30 am");
  expect(of(1)).toEqual([
    [540, 720],
    [90, 1080],
  ]);
});

test("a time without its half of the day comes after the opening before it", () => {
  show([{ weekday: 5, opens: 540, closes: 1080 }]);
  type("Friday: closes", "6");
  expect(of(5)).toEqual([[540, 1080]]);
  click("Friday: add a break");
  type("Friday: opens again", "1:30");
  expect(of(5)).toEqual([
    [540, 720],
    [810, 1080],
  ]);
  type("Friday: closes for the day", "6 am");
  expect(of(5).at(-1)).toEqual([810, 360]);
});

test("a day that opens takes the hours of the day above, with its break", () => {
  const friday = [
    { weekday: 5, opens: 540, closes: 720 },
    { weekday: 5, opens: 780, closes: 1080 },
  ];
  show([...friday, { weekday: 6, opens: 540, closes: 720 }]);
  click("Saturday: open");
  expect(of(6)).toEqual([]);
  click("Saturday: open");
  expect(of(6)).toEqual(of(5));
  click("Sunday: open");
  expect(of(7)).toEqual([[540, 1080]]);
});

test("what is wrong stands at its day, in the library's clock, and goes as it is mended", () => {
  show([{ weekday: 5, opens: 540, closes: 360 }]);
  faults = [{ weekday: 5, span: 0, wrong: { kind: "backwards" } }];
  flushSync();
  expect(document.querySelector("[role=alert]")?.textContent).toBe(
    "Friday closes at 6:00 am, which is not after it opens at 9:00 am.",
  );
  expect(field("Friday: closes").ariaInvalid ?? field("Friday: closes").getAttribute("aria-invalid")).toBe("true");
  expect(field("Friday: opens").getAttribute("aria-invalid")).toBeNull();
  type("Friday: closes", "6");
  expect(document.querySelector("[role=alert]")).toBeNull();
});

test("a day's hours are given to the open days below, and closed days stay closed", () => {
  const day = (weekday: number, opens: number, closes: number) => ({ weekday, opens, closes });
  show([day(1, 480, 1320), day(2, 540, 1080), day(3, 540, 1080), day(5, 480, 1320)]);
  click("Monday: same for all below, on every open day");
  expect([1, 2, 3, 4, 5].map(of)).toEqual([[[480, 1320]], [[480, 1320]], [[480, 1320]], [], [[480, 1320]]]);
  const below = document.querySelector<HTMLButtonElement>(
    '[aria-label="Monday: same for all below, on every open day"]',
  );
  expect(below?.disabled).toBe(true);
});
