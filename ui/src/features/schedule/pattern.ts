// A pattern while it is being put together, and what its preview says in words.
import type { LayPattern, Laying, PatternException, SkipReason, Week } from "$api/generated";
import { day, dayShort, shift } from "$shared/format";
import { deskOf, personOf } from "./rows";
import { words } from "./words";

/** An exception as its fields hold it: -1 stands for nobody. */
export interface ExceptionDraft {
  key: number;
  first: string | null;
  last: string | null;
  template: number | null;
}

/** The pattern of half-filled fields; null until it is whole. */
export function patternOf(
  weeks: readonly (number | null)[],
  first: string | null,
  last: string | null,
  except: readonly ExceptionDraft[],
): LayPattern | null {
  const chosen = weeks.filter((id) => id !== null);
  if (chosen.length === 0 || weeks[0] === null || !first || !last || last < first) return null;
  const whole: PatternException[] = [];
  for (const one of except) {
    if (!one.first || !one.last || one.last < one.first) return null;
    whole.push({ first: one.first, last: one.last, template: one.template });
  }
  return { weeks: chosen, first, last, except: whole };
}

/** What is skipped, joined by reason, the reason that skips most first. */
export function skippedByReason(laying: Laying, week: Pick<Week, "people" | "desks">) {
  const groups = new Map<string, { why: string; lines: string[] }>();
  for (const { details, why } of laying.skipped) {
    const said = reason(why);
    const group = groups.get(said) ?? { why: said, lines: [] };
    const who = personOf(details.staff, week)?.details.name ?? "";
    const desk = deskOf(details.desk, week)?.details.name ?? "";
    group.lines.push(`${day(details.day)} ${shift(details.start, details.end)}, ${who}, ${desk}`);
    groups.set(said, group);
  }
  return [...groups.values()].sort((a, b) => b.lines.length - a.lines.length);
}

/** "24 Nov – 18 Dec": from the first to the last day that gets a shift. */
export function placedSpan(laying: Laying): string {
  const days = laying.placed.map((details) => details.day);
  return days.length === 0 ? "" : `${dayShort(days[0]!)} – ${dayShort(days.at(-1)!)}`;
}

function reason(why: SkipReason): string {
  switch (why.kind) {
    case "closed":
      return words.skip.closed(why.reason);
    case "excepted":
      return words.skip.excepted;
    case "not_here":
      return words.skip.notHere;
    case "on_leave":
      return words.skip.onLeave;
    case "desk_not_in_use":
      return words.skip.desk;
    case "works_then":
      return words.skip.works;
  }
}
