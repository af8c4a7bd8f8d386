// How evenly hours are shared: what part of the hours they want people get.
import type { PersonFairness } from "$api/generated";

export interface Part {
  staff: number;
  /** What they get of what they want; 1 is all of it. */
  part: number;
}

/** What part all get together, and who gets the least and the most; null where nobody said what they want. */
export function evenly(people: readonly PersonFairness[]) {
  const said = people.flatMap(({ staff, given, wanted }) => (wanted ? [{ staff, given, wanted }] : []));
  const sum = (of: (one: (typeof said)[number]) => number) => said.reduce((sum, one) => sum + of(one), 0);
  const parts = said.map(({ staff, given, wanted }): Part => ({ staff, part: given / wanted }));
  const [least, ...others] = parts.sort((a, b) => a.part - b.part);
  if (!least) return null;
  return { part: sum(({ given }) => given) / sum(({ wanted }) => wanted), least, most: others.at(-1) ?? least };
}

/** An hour, and a tenth of what they want, from the part that all get. */
export function isUneven({ given, wanted }: PersonFairness, part: number): boolean {
  return wanted !== null && Math.abs(given - wanted * part) >= Math.max(60, wanted / 10);
}
