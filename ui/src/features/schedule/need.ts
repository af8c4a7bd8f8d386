// What desks need, as it is painted: which plan holds on a day, what a stroke of the brush makes of it.
import type { NeedChange, NeedPlan, NeedSpan } from "$api/generated";

/** Where a stroke went: some weekdays, from one minute to another. */
export interface Stroke {
  weekdays: readonly number[];
  from: number;
  to: number;
}

/** What a desk needs on a weekday from a day on: the newest plan that has begun by then. */
export function inForce(plans: readonly NeedPlan[], desk: number, weekday: number, on: string): readonly NeedSpan[] {
  const begun = plans.filter((plan) => plan.desk === desk && plan.weekday === weekday && plan.since <= on);
  const newest = begun.reduce<NeedPlan | null>((best, plan) => (best && best.since > plan.since ? best : plan), null);
  return newest?.spans ?? [];
}

/** The first day after `on` from which something else holds for the desk; null when nothing does. */
export function nextChange(plans: readonly NeedPlan[], desk: number, on: string): string | null {
  const later = plans.filter((plan) => plan.desk === desk && plan.since > on).map(({ since }) => since);
  return later.sort()[0] ?? null;
}

/** The least and the most people that a stretch of a day needs. */
export function peopleIn(spans: readonly NeedSpan[], from: number, to: number): [number, number] {
  const cuts = [from, ...spans.flatMap((span) => [span.from, span.to])].filter((cut) => cut >= from && cut < to);
  const needed = cuts.map((cut) => spans.find((span) => span.from <= cut && cut < span.to)?.people ?? 0);
  return [Math.min(...needed), Math.max(...needed)];
}

/** The spans with so many people from one minute to another, whatever was there. */
export function painted(spans: readonly NeedSpan[], from: number, to: number, people: number): NeedSpan[] {
  const around = spans.flatMap((span) => [
    { ...span, to: Math.min(span.to, from) },
    { ...span, from: Math.max(span.from, to) },
  ]);
  const all = [...around, ...(people > 0 ? [{ from, to, people }] : [])];
  const ordered = all.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from);
  const whole: NeedSpan[] = [];
  for (const span of ordered) {
    const last = whole.at(-1);
    if (last && last.to === span.from && last.people === span.people) last.to = span.to;
    else whole.push({ ...span });
  }
  return whole;
}

/** What a stroke changes from a day on; weekdays that already are so are left out. */
export function strokeChanges(
  plans: readonly NeedPlan[],
  desk: number,
  since: string,
  { weekdays, from, to }: Stroke,
  people: number,
): NeedChange[] {
  return weekdays.flatMap((weekday) => {
    const now = inForce(plans, desk, weekday, since);
    return changed(plans, desk, since, weekday, now, painted(now, from, to, people));
  });
}

/** The plans once changes are carried out. */
export function withChanges(plans: readonly NeedPlan[], changes: readonly NeedChange[]): NeedPlan[] {
  const isOf = (plan: NeedPlan) => (change: NeedChange) =>
    change.desk === plan.desk && change.weekday === plan.weekday && change.since === plan.since;
  const left = plans.filter((plan) => !changes.some(isOf(plan)));
  const fresh = changes.flatMap(({ desk, weekday, since, after }) =>
    after ? [{ desk, weekday, since, spans: after }] : [],
  );
  return [...left, ...fresh];
}

function changed(
  plans: readonly NeedPlan[],
  desk: number,
  since: string,
  weekday: number,
  now: readonly NeedSpan[],
  after: NeedSpan[],
): NeedChange[] {
  if (JSON.stringify(now) === JSON.stringify(after)) return [];
  const own = plans.find((plan) => plan.desk === desk && plan.weekday === weekday && plan.since === since);
  return [{ desk, weekday, since, before: own?.spans ?? null, after }];
}
