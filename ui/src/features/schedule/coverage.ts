// The core's coverage as the strip shows it: a cell an hour, the stretches that fall short, and how much in all.
import type { Coverage, CoverageSpan } from "$api/generated";

/** One hour of a desk: its worst stretch speaks for it. */
export interface Cell {
  from: number;
  to: number;
  kind: "none" | "fine" | "short";
  /** "1/2"; empty where nobody is needed and nobody works. */
  text: string;
  /** The stretches that make up the hour, in order. */
  parts: readonly CoverageSpan[];
}

/** A stretch that falls short, joined over the hours. */
export interface Gap extends CoverageSpan {
  desk: number;
  day: string;
}

/** The hours of one desk's day. */
export function cells(spans: readonly CoverageSpan[]): Cell[] {
  const hours = new Map<number, CoverageSpan[]>();
  for (const span of spans) {
    const hour = Math.floor(span.from / 60);
    hours.set(hour, [...(hours.get(hour) ?? []), span]);
  }
  return [...hours.values()].map(cell);
}

/** Every stretch of these days that falls short, in order of day, time and desk. */
export function gaps(coverage: readonly Coverage[]): Gap[] {
  const found = coverage.flatMap(gapsOfDay);
  return found.sort((a, b) => a.day.localeCompare(b.day) || a.from - b.from || a.desk - b.desk);
}

/** Minutes of work missing: a stretch that lacks two people counts twice. */
export function minutesShort(spans: readonly CoverageSpan[]): number {
  return spans.filter(isShort).reduce((sum, span) => sum + (span.to - span.from) * (span.needed - span.covered), 0);
}

/** Whether anybody is needed at all. */
export function isNeeded(spans: readonly CoverageSpan[]): boolean {
  return spans.some((span) => span.needed > 0);
}

function cell(parts: CoverageSpan[]): Cell {
  const lacks = (span: CoverageSpan) => span.needed - span.covered;
  const worst = parts.reduce((worst, span) => (lacks(span) > lacks(worst) ? span : worst));
  const needed = isNeeded(parts);
  const present = parts.some((span) => span.covered > 0);
  // Where an hour is only partly needed, the part that needs somebody speaks.
  const speaks = needed && worst.needed === 0 ? parts.find((span) => span.needed > 0)! : worst;
  return {
    from: parts[0]!.from,
    to: parts.at(-1)!.to,
    kind: parts.some(isShort) ? "short" : needed ? "fine" : "none",
    text: needed ? `${speaks.covered}/${speaks.needed}` : present ? `${Math.max(...parts.map((p) => p.covered))}` : "",
    parts,
  };
}

function gapsOfDay({ desk, day, spans }: Coverage): Gap[] {
  const found: Gap[] = [];
  for (const span of spans.filter(isShort)) {
    const last = found.at(-1);
    const goesOn = last && last.to === span.from && last.needed === span.needed && last.covered === span.covered;
    if (goesOn) last.to = span.to;
    else found.push({ desk, day, ...span });
  }
  return found;
}

function isShort(span: CoverageSpan): boolean {
  return span.covered < span.needed;
}
