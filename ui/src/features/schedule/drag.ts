// What a pointer does to a shift, as states that follow from each other: press, drag, drop or give up. It draws
// nothing and saves nothing.
import { drawn, moved, stretched, type Hours } from "./geometry";

/** What was taken hold of: a block, one of its ends, empty ground, or ground from which a band takes blocks in. */
export type Grip = "whole" | "start" | "end" | "ground" | "band";

/** What the pointer points at. */
export interface Spot {
  row: number;
  column: number;
  minute: number;
}

/** Where a shift stands: its row, its day's column and its time. */
export interface Stand {
  row: number;
  column: number;
  start: number;
  end: number;
  /** The last column, where days are drawn over. */
  through?: number;
}

export interface Point {
  x: number;
  y: number;
}

/** How the grid is drawn: `timed` when its columns are hours, else they are days. */
export interface Ground {
  hours: Hours;
  timed: boolean;
  /** By how many minutes a hand moves things. */
  slot: number;
}

interface Held {
  grip: Exclude<Grip, "band">;
  /** The shift held; null on empty ground. */
  id: number | null;
  from: Stand;
  at: Spot;
  point: Point;
  /** With Shift or Ctrl a click takes one more. */
  more: boolean;
}

export type Drag =
  | { phase: "idle" }
  | { phase: "banding"; at: Spot; to: Spot; point: Point }
  | ({ phase: "pressed" } & Held)
  | ({ phase: "dragging"; ghost: Stand; copy: boolean } & Held);

export type Outcome =
  | { kind: "nothing" }
  | { kind: "click"; id: number | null; at: Spot; more: boolean }
  | { kind: "band"; from: Spot; to: Spot }
  | { kind: "move"; id: number; to: Stand }
  | { kind: "copy"; id: number; to: Stand }
  | { kind: "draw"; to: Stand };

export const IDLE: Drag = { phase: "idle" };

/** A hand trembles: less than this many pixels is a click. */
const TREMBLE = 4;

/** The pointer goes down on a block, or on empty ground. */
export function press(
  grip: Grip,
  block: { id: number; stand: Stand } | null,
  at: Spot,
  point: Point,
  more = false,
): Drag {
  if (grip === "band") return { phase: "banding", at, to: at, point };
  const from = block?.stand ?? { row: at.row, column: at.column, start: at.minute, end: at.minute };
  return { phase: "pressed", grip, id: block?.id ?? null, from, at, point, more };
}

/** The pointer goes elsewhere. */
export function move(drag: Drag, to: Spot, point: Point, copy: boolean, ground: Ground): Drag {
  if (drag.phase === "idle") return drag;
  if (drag.phase === "banding") return { ...drag, to };
  const trembles = Math.hypot(point.x - drag.point.x, point.y - drag.point.y) < TREMBLE;
  if (drag.phase === "pressed" && trembles) return drag;
  if (!ground.timed && (drag.grip === "start" || drag.grip === "end")) return drag;
  const ghost = ghostOf(drag, to, ground);
  const copies = copy && drag.grip === "whole";
  if (drag.phase === "dragging" && same(drag.ghost, ghost) && drag.copy === copies) return drag;
  const { grip, id, from, at, more } = drag;
  return { phase: "dragging", grip, id, from, at, point: drag.point, more, ghost, copy: copies };
}

/** The pointer goes up: what it meant. */
export function drop(drag: Drag): Outcome {
  if (drag.phase === "idle") return { kind: "nothing" };
  if (drag.phase === "banding") return { kind: "band", from: drag.at, to: drag.to };
  if (drag.phase === "pressed") return { kind: "click", id: drag.id, at: drag.at, more: drag.more };
  if (drag.id === null) return { kind: "draw", to: drag.ghost };
  if (same(drag.ghost, drag.from)) return { kind: "nothing" };
  return { kind: drag.copy ? "copy" : "move", id: drag.id, to: drag.ghost };
}

function ghostOf(drag: Held, to: Spot, { hours, timed, slot }: Ground): Stand {
  const { grip, from, at } = drag;
  if (!timed && grip === "ground") {
    const [column, through] = [Math.min(at.column, to.column), Math.max(at.column, to.column)];
    return { ...from, column, through };
  }
  if (!timed) return { ...from, row: to.row, column: to.column };
  if (grip === "ground") return { ...from, ...drawn(at.minute, to.minute, hours, slot) };
  if (grip !== "whole") return { ...from, ...stretched(from, grip, from[grip] + to.minute - at.minute, hours, slot) };
  return { ...from, row: to.row, ...moved(from, to.minute - at.minute, hours, slot) };
}

function same(a: Stand, b: Stand): boolean {
  return a.row === b.row && a.column === b.column && a.start === b.start && a.end === b.end && a.through === b.through;
}
