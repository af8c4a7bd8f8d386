// A desk's need while it is being edited: stretches for each weekday, half-typed ones among them.
import type { NeedPlan, NeedSpan } from "$api/generated";

/** A stretch as the fields hold it. */
export interface Stretch {
  key: number;
  from: number | null;
  to: number | null;
  people: number | null;
}

/** The stretches of each weekday, 1 (Monday) to 7. */
export type NeedDraft = Record<number, Stretch[]>;

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];
let keys = 0;

/** What a desk needs on a weekday from a day on: the newest plan that has begun by then. */
export function inForce(plans: readonly NeedPlan[], desk: number, weekday: number, on: string): readonly NeedSpan[] {
  const begun = plans.filter((plan) => plan.desk === desk && plan.weekday === weekday && plan.since <= on);
  const newest = begun.reduce<NeedPlan | null>((best, plan) => (best && best.since > plan.since ? best : plan), null);
  return newest?.spans ?? [];
}

/** What a desk needs, ready to be edited. */
export function draftOf(plans: readonly NeedPlan[], desk: number, on: string): NeedDraft {
  return Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, inForce(plans, desk, weekday, on).map(stretch)]));
}

/** One more stretch: where the last one ends. */
export function withOneMore(stretches: readonly Stretch[]): Stretch[] {
  const last = stretches.at(-1);
  return [...stretches, { key: keys++, from: last?.to ?? null, to: null, people: last?.people ?? 1 }];
}

/** One weekday's stretches for Monday to Friday. */
export function copiedToWorkdays(draft: NeedDraft, weekday: number): NeedDraft {
  const copies = WORKDAYS.filter((other) => other !== weekday).map((other) => [other, draft[weekday]!.map(copy)]);
  return { ...draft, ...Object.fromEntries(copies) };
}

/** The weekdays that differ from what the core knows, with their spans; null while a stretch is half typed. */
export function changed(draft: NeedDraft, before: NeedDraft): { weekday: number; spans: NeedSpan[] }[] | null {
  const whole = Object.values(draft)
    .flat()
    .every(({ from, to, people }) => from !== null && to !== null && people !== null);
  if (!whole) return null;
  const days = WEEKDAYS.map((weekday) => ({ weekday, spans: draft[weekday]!.map(span) }));
  return days.filter(({ weekday, spans }) => JSON.stringify(spans) !== JSON.stringify(before[weekday]!.map(span)));
}

function stretch({ from, to, people }: NeedSpan): Stretch {
  return { key: keys++, from, to, people };
}

function copy(of: Stretch): Stretch {
  return { ...of, key: keys++ };
}

function span({ from, to, people }: Stretch): NeedSpan {
  return { from: from!, to: to!, people: people! };
}
