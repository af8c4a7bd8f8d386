// What the usage report is asked for, as the page's address keeps it.
import type { NamedPeriods, PeriodRule, ReportPeriod, UsageFilter } from "$api/generated";
import type { Params } from "$shared/navigation";
import { usageWords } from "./usageWords";

/** What can be chosen of a usage report besides its days. */
export interface UsageAsk {
  rule: PeriodRule;
  filter: UsageFilter;
}

/** The filter of an address; an address may hold anything. */
export function filterOf(params: Params): UsageFilter {
  const id = (text: string | undefined) => (text !== undefined && /^\d+$/.test(text) ? Number(text) : null);
  return { item_type: id(params["type"]), category: id(params["category"]), location: params["location"] ?? null };
}

/** The filter and the rule as parts of an address. */
export function paramsOf(filter: UsageFilter, rule: string | undefined): Record<string, string | number> {
  const { item_type: type, category, location } = filter;
  const parts = Object.entries({ type, category, location, rule });
  return Object.fromEntries(parts.filter((part): part is [string, string | number] => part[1] != null));
}

/** The rule that an address names, while it still means those days; else the one that does. */
export function ruleOf(text: string | undefined, period: ReportPeriod, named: NamedPeriods | undefined): PeriodRule {
  const same = ({ days }: { days: ReportPeriod }) => days.from === period.from && days.to === period.to;
  const fitting = (named?.periods ?? []).filter(same).map(({ rule }) => rule);
  const asked = text !== undefined && text in usageWords.rules ? (text as PeriodRule) : undefined;
  if (asked === "days") return "days";
  return fitting.find((rule) => rule === asked) ?? fitting[0] ?? "days";
}
