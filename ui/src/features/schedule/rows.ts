// The week as rows of the grid: one for each person or each desk, with blocks in their lanes and all they say.
import type { Desk, PlacedShift, ShiftDetails, StaffMember, Week } from "$api/generated";
import { shift, timeSpan, weekday } from "$shared/format";
import { habit } from "$shared/habit.svelte";
import { alarmOf, conflictWord } from "./conflict";
import { isNeeded, minutesShort } from "./coverage";
import { lanes } from "./geometry";
import { words } from "./words";

export type By = "people" | "desks";

/** The number of the shift that is being made. */
export const DRAFT = 0;

/** A shift that is being made: who or where may still be open. */
export interface Draft extends Omit<ShiftDetails, "staff" | "desk"> {
  staff: number | null;
  desk: number | null;
}

export interface Block {
  id: number;
  details: Draft;
  column: number;
  lane: number;
  /** The desk's colour; null while it has none. */
  colour: number | null;
  /** What stands beside the time: the desk's short name, or the person. */
  beside: string;
  /** The time for a wide block. */
  long: string;
  short: string;
  label: string;
  alarm: "none" | "careful" | "stop";
  /** Nobody was told of it yet, or not as it is now. */
  unpublished: boolean;
}

export interface Row {
  id: number;
  name: string;
  under: string;
  colour: number | null;
  /** Blocks side by side at the fullest time. */
  lanes: number;
  blocks: Block[];
  hours: Hours;
}

/** The right end of a row: a person's week, or what a desk lacks. */
export type Hours =
  { kind: "person"; minutes: number; wanted: number | null } | { kind: "desk"; short: number; needed: boolean };

/** The rows without what is in them: whose they are, and their right ends. */
export function headsOf(week: Week, by: By, days: readonly string[]): Row[] {
  return by === "people" ? week.people.map(personRow) : week.desks.map((desk) => deskRow(desk, week, days));
}

/** What stands in a row, in its lanes. */
export function blocksOf(
  own: readonly PlacedShift[],
  week: Week,
  by: By,
  days: readonly string[],
  unpublished: ReadonlySet<number>,
): Pick<Row, "lanes" | "blocks"> {
  const placing = lanes(own.map(({ shift }) => shift.details));
  const blocks = own.map((placed, index) => blockOf(placed, week, by, days, placing.lane[index]!, unpublished));
  return { lanes: placing.count, blocks: blocks.sort(byTime) };
}

/** Answers each new list, but what is as it was last time is the same thing as then: only what changed is drawn again. */
export function keeper<T>(): (now: readonly T[]) => readonly T[] {
  let known = new Map<string, T>();
  let last: readonly T[] = [];
  return (now) => {
    const kept = new Map<string, T>();
    const list = now.map((one) => {
      const key = JSON.stringify(one);
      const same = known.get(key) ?? one;
      kept.set(key, same);
      return same;
    });
    known = kept;
    const isSame = list.length === last.length && list.every((one, index) => one === last[index]);
    return isSame ? last : (last = list);
  };
}

/** "Hugo Sørensen, Mon 12:00–15:00, Stacks". */
export function labelOf(details: Draft, week: Pick<Week, "people" | "desks">): string {
  const person = personOf(details.staff, week)?.details.name ?? words.choosePerson;
  const desk = deskOf(details.desk, week)?.details.name ?? words.chooseDesk;
  return words.block(person, `${weekday(details.day)} ${timeSpan(details.start, details.end)}`, desk);
}

export function personOf(id: number | null, week: Pick<Week, "people">): StaffMember | undefined {
  return week.people.find(({ person }) => person.id === id)?.person;
}

export function deskOf(id: number | null, week: Pick<Week, "desks">): Desk | undefined {
  return week.desks.find((desk) => desk.id === id);
}

/** A shift that is being made, as if it were placed: what of it is missing, nothing but its row looks at. */
export function drawn(draft: Draft): PlacedShift {
  return { shift: { id: DRAFT, details: draft as ShiftDetails }, conflicts: [] };
}

function personRow({ person, minutes }: Week["people"][number]): Row {
  const { name, position, active, wanted_minutes: wanted } = person.details;
  const under = active ? position : words.left;
  return { id: person.id, name, under, colour: null, lanes: 1, blocks: [], hours: { kind: "person", minutes, wanted } };
}

function deskRow(desk: Desk, week: Week, days: readonly string[]): Row {
  const { name, colour, active } = desk.details;
  const spans = week.coverage.filter((c) => c.desk === desk.id && days.includes(c.day)).flatMap((c) => c.spans);
  const hours: Hours = { kind: "desk", short: minutesShort(spans), needed: isNeeded(spans) };
  return { id: desk.id, name, under: active ? "" : words.notInUse, colour, lanes: 1, blocks: [], hours };
}

function blockOf(
  placed: PlacedShift,
  week: Week,
  by: By,
  days: readonly string[],
  lane: number,
  drafts: ReadonlySet<number>,
): Block {
  const { id, details } = placed.shift;
  const desk = deskOf(details.desk, week);
  const unpublished = id < DRAFT || drafts.has(id);
  const said = [...placed.conflicts.map(conflictWord), ...(unpublished ? [words.unpublished] : [])];
  return {
    id,
    details,
    column: days.indexOf(details.day),
    lane,
    colour: desk?.details.colour ?? null,
    beside: by === "people" ? (desk?.details.short ?? "") : (personOf(details.staff, week)?.details.name ?? ""),
    // A name needs the room more than the minutes do, and so do "am" and "pm".
    long: (by === "people" && habit.clock === "h24" ? timeSpan : shift)(details.start, details.end),
    // In a narrow block it breaks at the dash, never before "am".
    short: shift(details.start, details.end).replaceAll(" ", "\u00a0"),
    label: [labelOf(details, week), ...new Set(said)].join(", "),
    alarm: alarmOf(placed.conflicts),
    unpublished,
  };
}

function byTime(a: Block, b: Block): number {
  return a.column - b.column || a.details.start - b.details.start || a.id - b.id;
}
