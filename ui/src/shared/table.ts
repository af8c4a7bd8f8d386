// What a table does with its rows, apart from drawing them: sort, filter, and the window of rows in sight.
import type { Snippet } from "svelte";

/** One column. `value` serves sorting, the filter and, without a `cell`, the display. */
export interface Column<Row> {
  id: string;
  head: string;
  value: (row: Row) => string | number | null;
  /** Draws the cell when plain text is not enough. */
  cell?: Snippet<[Row]>;
  /** What plain text shows, when it is not the value itself: a money column sorts by cents and shows dollars. */
  show?: (row: Row) => string;
  /** Numbers stand at the right. */
  align?: "start" | "end";
  /** "12ch", "30%"; without it the column shares what is left. */
  width?: string;
  /** Not among the columns shown at first. */
  extra?: boolean;
  /** Only where the order of the value means nothing. */
  unsorted?: boolean;
}

/** The order of rows; null keeps the order in which they came. */
export type Order = { column: string; down: boolean } | null;

/** Above this many rows only those in sight are drawn. */
export const VIRTUAL_ABOVE = 300;
/** Rows drawn beyond the edges of what is in sight. */
const MARGIN = 12;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Sorted copy; empty values always last; equal rows keep their order. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order): readonly Row[] {
  const column = order && columns.find((column) => column.id === order.column);
  if (!column) return rows;
  const sign = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (isEmpty(x) || isEmpty(y)) return Number(isEmpty(x)) - Number(isEmpty(y));
    if (typeof x === "number" && typeof y === "number") return sign * (x - y);
    return sign * collator.compare(String(x), String(y));
  });
}

/** The rows in which every typed word occurs in some column, whatever its case or accents. */
export function filtered<Row>(rows: readonly Row[], columns: readonly Column<Row>[], words: string): readonly Row[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const text = fold(columns.map((column) => `${column.value(row) ?? ""} ${column.show?.(row) ?? ""}`).join(" "));
    return wanted.every((word) => text.includes(word));
  });
}

/** The next order after a click on a head: up, down, as they came. */
export function nextOrder(order: Order, column: string): Order {
  if (order?.column !== column) return { column, down: false };
  return order.down ? null : { column, down: true };
}

/** Which rows to draw: all of a short table, else those in sight and a margin. */
export function inSight(total: number, scrolled: number, height: number, row: number): { from: number; to: number } {
  if (total <= VIRTUAL_ABOVE) return { from: 0, to: total };
  const from = Math.max(0, Math.floor(scrolled / row) - MARGIN);
  return { from: Math.min(from, total), to: Math.min(total, Math.ceil((scrolled + height) / row) + MARGIN) };
}

/** Where the keyboard goes from a row; null when the key means nothing here. */
export function rowAfter(key: string, row: number, total: number, page: number): number | null {
  const target = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    Home: 0,
    End: total - 1,
    PageDown: row + page,
    PageUp: row - page,
  }[key];
  return target === undefined ? null : Math.max(0, Math.min(total - 1, target));
}

function isEmpty(value: string | number | null): boolean {
  return value === null || value === "";
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
