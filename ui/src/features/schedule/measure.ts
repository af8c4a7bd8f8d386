// The grid's places in pixels, measured once when the pointer goes down: which spot a point means, and where a shift
// would stand.
import type { Point, Spot, Stand } from "./drag";
import { clamp, minuteAt, rowAt, share, type Hours } from "./geometry";

/** All relative to the grid's content, so that scrolling changes nothing. */
export interface Measures {
  left: number;
  width: number;
  tops: number[];
  heights: number[];
}

/** What the columns are: hours of one day, or days. */
export interface Axis {
  hours: Hours;
  columns: number;
  timed: boolean;
  /** By how many minutes a hand or a key moves things. */
  slot: number;
}

/** Measures the rows of a grid's content, and the columns by the track that was pressed: what stands within rows out of
 * sight is not laid out, and asking for it would do that for all of them. */
export function measure(content: HTMLElement, pressed: Element): Measures {
  const origin = content.getBoundingClientRect();
  const track = pressed.getBoundingClientRect();
  const rows = [...content.querySelectorAll("[data-row]")].map((row) => row.getBoundingClientRect());
  return {
    left: track.left - origin.left,
    width: track.width,
    tops: rows.map((row) => row.top - origin.top),
    heights: rows.map((row) => row.height),
  };
}

/** What a point of the content means. */
export function spotAt(point: Point, measures: Measures, axis: Axis): Spot {
  const part = clamp((point.x - measures.left) / measures.width, 0, 1);
  const column = axis.timed ? 0 : Math.min(axis.columns - 1, Math.floor(part * axis.columns));
  return { row: rowAt(point.y, measures.tops), column, minute: axis.timed ? minuteAt(part, axis.hours) : 0 };
}

/** Where a shift would stand. */
export function boxOf(stand: Stand, measures: Measures, axis: Axis) {
  const from = axis.timed ? share(stand.start, axis.hours) : stand.column / axis.columns;
  const to = axis.timed ? share(stand.end, axis.hours) : ((stand.through ?? stand.column) + 1) / axis.columns;
  return {
    x: measures.left + from * measures.width,
    y: measures.tops[stand.row] ?? 0,
    width: (to - from) * measures.width,
    height: measures.heights[stand.row] ?? 0,
  };
}

/** A band from one spot to another. */
export function bandOf(from: Spot, to: Spot, measures: Measures, axis: Axis) {
  const part = (spot: Spot, after: number) =>
    axis.timed ? share(spot.minute, axis.hours) : (spot.column + after) / axis.columns;
  const ends = [part(from, 0), part(to, 0), ...(axis.timed ? [] : [part(from, 1), part(to, 1)])];
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const y = measures.tops[top] ?? 0;
  const left = Math.min(...ends) * measures.width;
  return {
    x: measures.left + left,
    y,
    width: Math.max(...ends) * measures.width - left,
    height: (measures.tops[bottom] ?? 0) + (measures.heights[bottom] ?? 0) - y,
  };
}
