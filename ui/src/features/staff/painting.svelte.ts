// The week under the brush: what is painted, where the cursor stands, and the strokes that can be taken back.
import type { Wish, WishSpan } from "$api/generated";
import {
  blank,
  cellsOf,
  copied,
  isIn,
  moved,
  needsQuarters,
  painted,
  rectOf,
  spansOf,
  wishAt,
  wishOf,
} from "./painting";
import type { Cells, Place, View } from "./painting";

/** Strokes that can be taken back. */
const MOST_STROKES = 200;

/** Outside these hours a day is folded away until something was said there. */
const USUAL = { from: 7 * 60, to: 22 * 60 };

export class Painting {
  cells = $state.raw<Cells>(blank());
  brush = $state<Wish>("no");
  step = $state(30);
  wholeDay = $state(false);
  weekdays = $state.raw<readonly number[]>([1, 2, 3, 4, 5, 6, 7]);
  cursor = $state.raw<Place>({ column: 0, minute: 9 * 60 });
  /** Where a stroke began that is not at its end; the cursor is its other corner. */
  anchor = $state.raw<Place | null>(null);
  #before = $state.raw<readonly Cells[]>([]);
  #kept = $state.raw("");

  constructor(spans: readonly WishSpan[]) {
    this.start(spans);
  }

  /** Begins anew with a week as it is kept. */
  start(spans: readonly WishSpan[]) {
    this.cells = cellsOf(spans);
    this.step = needsQuarters(spans) ? 15 : 30;
    this.anchor = null;
    this.#before = [];
    this.keep();
  }

  /** From here on nothing is unsaved. */
  keep() {
    this.#kept = JSON.stringify(this.spans);
  }

  get spans(): WishSpan[] {
    return spansOf(this.cells);
  }

  get dirty(): boolean {
    return JSON.stringify(this.spans) !== this.#kept;
  }

  get canTakeBack(): boolean {
    return this.#before.length > 0;
  }

  get view(): View {
    const spans = this.spans;
    const from = Math.min(USUAL.from, ...spans.map(({ start }) => Math.floor(start / 60) * 60));
    const to = Math.max(USUAL.to, ...spans.map(({ end }) => Math.ceil(end / 60) * 60));
    const hours = this.wholeDay || from === 0 || to === 1440 ? { from: 0, to: 1440 } : { from, to };
    return { step: this.step, weekdays: this.weekdays, ...hours };
  }

  get rect() {
    return rectOf(this.anchor ?? this.cursor, this.cursor, this.step);
  }

  wishAt(place: Place): Wish {
    return wishAt(this.cells, place, this.view);
  }

  isMarked(place: Place): boolean {
    return this.anchor !== null && isIn(this.rect, place);
  }

  /** Other cells of other minutes: the cursor stays where it can stand. */
  zoom(step: number) {
    this.step = step;
    this.anchor = null;
    this.cursor = { ...this.cursor, minute: Math.floor(this.cursor.minute / step) * step };
  }

  press(at: Place) {
    this.cursor = at;
    this.anchor = at;
  }

  drag(to: Place) {
    if (this.anchor) this.cursor = to;
  }

  /** Ends the stroke: the rectangle has the brush's colour. */
  release(wish: Wish = this.brush) {
    this.#change(painted(this.cells, this.rect, wish, this.view));
    this.anchor = null;
  }

  cancel() {
    this.anchor = null;
  }

  clear() {
    this.#change(blank());
  }

  copy(from: number, to: readonly number[]) {
    this.#change(to.reduce((cells, weekday) => copied(cells, from, weekday), this.cells));
  }

  takeBack() {
    const before = this.#before.at(-1);
    if (!before) return;
    this.cells = before;
    this.#before = this.#before.slice(0, -1);
  }

  /** Whether the key was one of the grid's. */
  key(event: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">): boolean {
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    if (control && event.key.toLowerCase() === "z") return (this.takeBack(), true);
    if (control && event.key.toLowerCase() === "a") return (this.#all(), true);
    if (control) return false;
    if (event.key === "Escape") return this.anchor ? (this.cancel(), true) : false;
    if (event.key === " " || event.key === "Enter") return (this.release(), true);
    const wish = wishOf(event.key);
    if (wish) return ((this.brush = wish), this.release(wish), true);
    const to = moved(this.cursor, event.key, this.view);
    if (!to) return false;
    this.anchor = event.shiftKey ? (this.anchor ?? this.cursor) : null;
    this.cursor = to;
    return true;
  }

  #all() {
    const { from, to, step, weekdays } = this.view;
    this.anchor = { column: 0, minute: from };
    this.cursor = { column: weekdays.length - 1, minute: to - step };
  }

  #change(cells: Cells) {
    if (JSON.stringify(cells) === JSON.stringify(this.cells)) return;
    this.#before = [...this.#before, this.cells].slice(-MOST_STROKES);
    this.cells = cells;
  }
}
