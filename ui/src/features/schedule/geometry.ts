// Where minutes lie on the grid, and which minutes a pointer means. It knows no library: what is odd the core says.

/** Shifts begin and end on quarters of an hour. */
export const SLOT = 15;
/** The whole day, for what is not bound to the hours in sight. */
export const WHOLE_DAY: Hours = { from: 0, to: 1440 };

/** The hours that a grid shows. */
export interface Hours {
  from: number;
  to: number;
}

/** A stretch of a day. */
export interface Span {
  start: number;
  end: number;
}

/** The nearest line of a grid of slots. */
export function snap(minute: number, slot: number = SLOT): number {
  return Math.round(minute / slot) * slot;
}

/** Where a minute lies between the two ends of the grid, 0 to 1. */
export function share(minute: number, hours: Hours): number {
  const length = hours.to - hours.from;
  return length <= 0 ? 0 : clamp((minute - hours.from) / length, 0, 1);
}

/** The minute at a share of the grid; beyond its ends, the ends. */
export function minuteAt(part: number, hours: Hours): number {
  return hours.from + clamp(part, 0, 1) * (hours.to - hours.from);
}

/** A stretch as CSS percentages of the grid's width. */
export function bar(span: Span, hours: Hours): { left: string; width: string } {
  const left = share(span.start, hours);
  return { left: percent(left), width: percent(share(span.end, hours) - left) };
}

/** The stretch later by whole slots, as long as before and within the hours. */
export function moved(span: Span, by: number, within: Hours, slot: number = SLOT): Span {
  const length = span.end - span.start;
  const start = clamp(span.start + snap(by, slot), within.from, Math.max(within.from, within.to - length));
  return { start, end: start + length };
}

/** The stretch with one end elsewhere; a quarter of an hour is left at least. */
export function stretched(span: Span, edge: "start" | "end", to: number, within: Hours, slot: number = SLOT): Span {
  const minute = clamp(snap(to, slot), within.from, within.to);
  return edge === "start"
    ? { start: Math.min(minute, span.end - SLOT), end: span.end }
    : { start: span.start, end: Math.max(minute, span.start + SLOT) };
}

/** The stretch that a pointer draws from one minute to another, in either direction. */
export function drawn(from: number, to: number, within: Hours, slot: number = SLOT): Span {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const start = clamp(Math.floor(first / slot) * slot, within.from, within.to - slot);
  return { start, end: clamp(Math.ceil(last / slot) * slot, start + slot, within.to) };
}

/** Lanes for stretches of one row that overlap: which lane each takes, and how many there are. */
export function lanes(spans: readonly Span[]): { lane: number[]; count: number } {
  const order = spans.map((_, index) => index).sort((a, b) => spans[a]!.start - spans[b]!.start || a - b);
  const ends: number[] = [];
  const lane = spans.map(() => 0);
  for (const index of order) {
    const free = ends.findIndex((end) => end <= spans[index]!.start);
    const taken = free < 0 ? ends.length : free;
    lane[index] = taken;
    ends[taken] = spans[index]!.end;
  }
  return { lane, count: Math.max(1, ends.length) };
}

/** The row at a height, the nearest where there is none. */
export function rowAt(y: number, tops: readonly number[]): number {
  const after = tops.findIndex((top) => y < top);
  return after < 0 ? tops.length - 1 : Math.max(0, after - 1);
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function percent(part: number): string {
  return `${Math.round(part * 1e4) / 100}%`;
}
