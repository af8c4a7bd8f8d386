// What a month of a rota shows and what keys mean in it: labels, letters, where the focus goes. It asks nothing.
import type { Desk, MonthCell, MonthCover, MonthDay, RotaMonth, ShiftType } from "$api/generated";
import { day, shift } from "$shared/format";
import { words } from "./words";

/** Where in the grid one is. */
export interface Place {
  row: number;
  column: number;
}

/** What a cell shows: letters with a desk's colour, or the times of a shift that is of no type. */
export interface Shown {
  text: string;
  colour: number | null;
}

export function typeOf(month: RotaMonth, id: number | null): ShiftType | undefined {
  return month.types.find((type) => type.id === id);
}

export function shownIn(cell: MonthCell, month: RotaMonth, desks: readonly Desk[]): Shown[] {
  return cell.shifts.map(({ kind, placed }) => {
    const details = placed.shift.details;
    const colour = desks.find(({ id }) => id === details.desk)?.details.colour ?? null;
    // A time has no room: the choices of the cell say it.
    return { text: typeOf(month, kind)?.details.letters ?? "…", colour };
  });
}

/** All of a cell in words, for who does not see it, and under the pointer. */
export function cellLabel(name: string, cell: MonthCell, about: MonthDay, month: RotaMonth): string {
  const worked = cell.shifts.map(({ kind, placed }) => {
    const { start, end } = placed.shift.details;
    return `${typeOf(month, kind)?.details.name ?? ""} ${shift(start, end)}`.trim();
  });
  const odd = cell.shifts.reduce((sum, { placed }) => sum + placed.conflicts.length, 0);
  return [
    `${name}, ${day(cell.day)}: ${worked.join(", ") || words.off}`,
    about.closed === null ? "" : words.closed(about.closed),
    cell.away ? words.away[cell.away] : "",
    cell.wish ? words.wish(cell.wish, typeOf(month, cell.wish.kind)?.details.name ?? "") : "",
    cell.pinned ? words.pinned : "",
    cell.changed ? words.changed : "",
    odd > 0 ? words.odd(odd) : "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** Where a key leads from a place; undefined where it is no key that moves. */
export function moved(from: Place, key: string, rows: number, columns: number): Place | undefined {
  const at = (row: number, column: number) => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (key) {
    case "ArrowLeft":
      return at(from.row, from.column - 1);
    case "ArrowRight":
      return at(from.row, from.column + 1);
    case "ArrowUp":
      return at(from.row - 1, from.column);
    case "ArrowDown":
      return at(from.row + 1, from.column);
    case "Home":
      return at(from.row, 0);
    case "End":
      return at(from.row, columns - 1);
    case "PageUp":
      return at(from.row, from.column - 7);
    case "PageDown":
      return at(from.row, from.column + 7);
    default:
      return undefined;
  }
}

/** The type whose letters were typed, and whether more of them could follow; null where no type begins so. */
export function typed(letters: string, types: readonly ShiftType[]): { type?: ShiftType; more: boolean } | null {
  const wanted = letters.toLowerCase();
  const begin = types.filter(({ details }) => details.letters.toLowerCase().startsWith(wanted));
  if (begin.length === 0) return null;
  const type = begin.find(({ details }) => details.letters.toLowerCase() === wanted);
  return type ? { type, more: begin.length > 1 } : { more: true };
}

/** The cover of each type that is wanted, a row of days each. */
export function coverRows(month: RotaMonth): { type: ShiftType; days: MonthCover[] }[] {
  return month.types
    .map((type) => ({ type, days: month.cover.filter(({ kind }) => kind === type.id) }))
    .filter(({ days }) => days.length > 0);
}

/** The Monday of the next week from a day on, the day itself where it is one. */
export function mondayFrom(today: string): string {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}
