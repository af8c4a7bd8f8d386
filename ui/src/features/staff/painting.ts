// A week of wishes as a grid that is painted: quarters of an hour by seven weekdays. It knows no person and no screen.
import type { Wish, WishSpan } from "$api/generated";

/** The finest cell in minutes, in which the whole week is held. */
export const QUARTER = 15;
const QUARTERS = 1440 / QUARTER;

/** Wishes by weekday (0 is Monday) and quarter of an hour. */
export type Cells = readonly (readonly Wish[])[];

/** A place on the grid: the column from the left, and the minute at which its cell begins. */
export interface Place {
  column: number;
  minute: number;
}

/** What the grid shows: cells of so many minutes from one minute to another, and which weekday each column is. */
export interface View {
  step: number;
  from: number;
  to: number;
  /** Weekdays from the left, 1 = Monday to 7 = Sunday. */
  weekdays: readonly number[];
}

/** A rectangle of cells: columns and minutes, the last ones not part of it. */
export interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A week in which nothing was said. */
export function blank(): Cells {
  return Array.from({ length: 7 }, () => Array<Wish>(QUARTERS).fill("possible"));
}

/** The week that spans tell. A span off the quarters takes in those that it touches. */
export function cellsOf(spans: readonly WishSpan[]): Cells {
  const cells = blank().map((day) => [...day]);
  for (const { weekday, start, end, wish } of spans) {
    cells[weekday - 1]!.fill(wish, Math.floor(start / QUARTER), Math.ceil(end / QUARTER));
  }
  return cells;
}

/** The spans that tell a week; what is possible needs none. */
export function spansOf(cells: Cells): WishSpan[] {
  return cells.flatMap((day, place) => {
    const spans: WishSpan[] = [];
    day.forEach((wish, quarter) => {
      const last = spans.at(-1);
      const start = quarter * QUARTER;
      if (wish === "possible") return;
      if (last && last.wish === wish && last.end === start) last.end = start + QUARTER;
      else spans.push({ weekday: place + 1, start, end: start + QUARTER, wish });
    });
    return spans;
  });
}

/** Whether spans need the finer cells. */
export function needsQuarters(spans: readonly WishSpan[]): boolean {
  return spans.some(({ start, end }) => start % 30 !== 0 || end % 30 !== 0);
}

/** The rectangle between two cells, both in it. */
export function rectOf(one: Place, other: Place, step: number): Rect {
  return {
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column) + 1,
    top: Math.min(one.minute, other.minute),
    bottom: Math.max(one.minute, other.minute) + step,
  };
}

/** Whether a cell lies in a rectangle. */
export function isIn(rect: Rect, { column, minute }: Place): boolean {
  return rect.left <= column && column < rect.right && rect.top <= minute && minute < rect.bottom;
}

/** The week with a rectangle of it painted. */
export function painted(cells: Cells, rect: Rect, wish: Wish, view: View): Cells {
  const columns = view.weekdays.slice(rect.left, rect.right);
  return cells.map((day, place) => {
    if (!columns.includes(place + 1)) return day;
    return [...day].fill(wish, Math.floor(rect.top / QUARTER), Math.ceil(rect.bottom / QUARTER));
  });
}

/** The week with one weekday as another is. */
export function copied(cells: Cells, from: number, to: number): Cells {
  return cells.map((day, place) => (place === to - 1 ? [...cells[from - 1]!] : day));
}

/** What a cell of the view says: a cell of two quarters that differ says the smaller wish. */
export function wishAt(cells: Cells, { column, minute }: Place, view: View): Wish {
  const day = cells[view.weekdays[column]! - 1]!;
  const quarters = day.slice(minute / QUARTER, (minute + view.step) / QUARTER);
  const order: Wish[] = ["no", "possible", "preferred"];
  return order.find((wish) => quarters.includes(wish)) ?? "possible";
}

/** Where a key moves the cursor; undefined for a key that moves nothing. */
export function moved(at: Place, key: string, view: View): Place | undefined {
  const last = view.to - view.step;
  const within = (column: number, minute: number) => ({
    column: Math.min(view.weekdays.length - 1, Math.max(0, column)),
    minute: Math.min(last, Math.max(view.from, minute)),
  });
  switch (key) {
    case "ArrowUp":
      return within(at.column, at.minute - view.step);
    case "ArrowDown":
      return within(at.column, at.minute + view.step);
    case "ArrowLeft":
      return within(at.column - 1, at.minute);
    case "ArrowRight":
      return within(at.column + 1, at.minute);
    case "Home":
      return within(0, at.minute);
    case "End":
      return within(6, at.minute);
    case "PageUp":
      return within(at.column, view.from);
    case "PageDown":
      return within(at.column, last);
    default:
      return undefined;
  }
}

/** The wish that a key paints: figures from the left of the brushes, or the word's letter. */
export function wishOf(key: string): Wish | undefined {
  const keys: Record<string, Wish> = {
    "1": "no",
    "2": "possible",
    "3": "preferred",
    n: "no",
    o: "possible",
    p: "preferred",
  };
  return keys[key.toLowerCase()];
}
