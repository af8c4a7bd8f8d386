// Where the arrow keys lead: from block to block while none is selected, or the selected block itself to another time,
// day or row.
import type { Stand } from "./drag";
import { moved, stretched, WHOLE_DAY } from "./geometry";
import type { Block, Row } from "./rows";

/** Where the focus is: a block, or with `shift` null the name of its row. Both by number. */
export interface Stop {
  row: number;
  shift: number | null;
}

/** The stop that a key leads to; null when the key means nothing here. */
export function walk(rows: readonly Row[], at: Stop, key: string): Stop | null {
  const index = Math.max(
    0,
    rows.findIndex((row) => row.id === at.row),
  );
  const row = rows[index];
  if (!row) return null;
  const place = row.blocks.findIndex((block) => block.id === at.shift);
  switch (key) {
    case "ArrowRight":
      return stopAt(row, Math.min(place + 1, row.blocks.length - 1));
    case "ArrowLeft":
      return stopAt(row, Math.max(place - 1, -1));
    case "ArrowUp":
      return near(rows[index - 1] ?? row, row.blocks[place]);
    case "ArrowDown":
      return near(rows[index + 1] ?? row, row.blocks[place]);
    case "Home":
      return stopAt(row, -1);
    case "End":
      return stopAt(row, row.blocks.length - 1);
    default:
      return null;
  }
}

/** Where a key moves a selected shift; null when the key means nothing here or leads off the grid. With Ctrl the arrows
 * move its end, with Ctrl and Shift its beginning. */
export function nudged(
  from: Stand,
  pressed: { key: string; shiftKey: boolean; ctrlKey: boolean },
  grid: { rows: number; columns: number; timed: boolean; slot: number },
): Stand | null {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[pressed.key];
  const down = { ArrowUp: -1, ArrowDown: 1 }[pressed.key];
  if (by && pressed.ctrlKey) {
    const edge = pressed.shiftKey ? "start" : "end";
    return { ...from, ...stretched(from, edge, from[edge] + by * grid.slot, WHOLE_DAY) };
  }
  if (by && grid.timed) return { ...from, ...moved(from, by * grid.slot, WHOLE_DAY, grid.slot) };
  if (by) return within(from.column + by, grid.columns) ? { ...from, column: from.column + by } : null;
  if (down && within(from.row + down, grid.rows)) return { ...from, row: from.row + down };
  return null;
}

function within(value: number, count: number): boolean {
  return value >= 0 && value < count;
}

function stopAt(row: Row, place: number): Stop {
  return { row: row.id, shift: row.blocks[place]?.id ?? null };
}

function near(row: Row, block: Block | undefined): Stop {
  if (!block || row.blocks.length === 0) return { row: row.id, shift: null };
  const when = (other: Block) => other.column * 1440 + other.details.start;
  const away = (other: Block) => Math.abs(when(other) - when(block));
  const nearest = row.blocks.reduce((best, other) => (away(other) < away(best) ? other : best));
  return { row: row.id, shift: nearest.id };
}
