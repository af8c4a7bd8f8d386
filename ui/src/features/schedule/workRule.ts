// A rule of work told in one line each: its limits, and for whom it holds.
import type { DeskDemand, WorkGroup, WorkRule } from "$api/generated";
import { ruleWords } from "./ruleWords";

const named = (groups: readonly WorkGroup[]) => groups.map((group) => ruleWords.groups[group]).join(", ");

/** "At most 20 h · Not before 7:00"; figures without a value are left out where others have one. */
export function limitsOf(rule: Pick<WorkRule, "figures">): string {
  const set = rule.figures.filter((figure) => figure.value !== null);
  if (rule.figures.length > 0 && set.length === 0) return ruleWords.unlimited;
  return set.map(ruleWords.figure).join(" · ");
}

/** "F-1 students, aged 14 to 15". */
export function scopeOf(rule: Pick<WorkRule, "only" | "except" | "ages" | "together"> & { id?: string }): string {
  if (rule.together) return rule.id?.startsWith("PAIR-") ? ruleWords.pairs : ruleWords.place;
  const only = rule.only.length > 0 ? named(rule.only) : ruleWords.everybody;
  const ages = rule.ages ? [ruleWords.ages(rule.ages.from, rule.ages.under)] : [];
  const except = rule.except.length > 0 ? [ruleWords.except(named(rule.except))] : [];
  return [only, ...ages, ...except].join(", ");
}

/** "somebody who may lead, Baler or compactor". */
export function demandOf(demand: DeskDemand | undefined): string {
  if (!demand || (!demand.senior && demand.duties.length === 0)) return ruleWords.nothing;
  const led = demand.senior ? [ruleWords.led] : [];
  return [...led, ...demand.duties.map((duty) => ruleWords.duties[duty])].join(", ");
}
