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

/** Measures the rows of a grid's content. */
export function measure(content: HTMLElement): Measures | null {
  const origin = content.getBoundingClientRect();
  const tracks = [...content.querySelectorAll("[data-track]")].map((track) => track.getBoundingClientRect());
  if (!tracks[0]) return null;
  return {
    left: tracks[0].left - origin.left,
    width: tracks[0].width,
    tops: tracks.map((track) => track.top - origin.top),
    heights: tracks.map((track) => track.height),
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
  const to = axis.timed ? share(stand.end, axis.hours) : (stand.column + 1) / axis.columns;
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
