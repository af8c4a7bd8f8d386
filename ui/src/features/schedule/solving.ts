// What a proposal changes, in numbers, and how far it is from the best. It asks nothing.
import type { ShiftChange, Standing } from "$api/generated";

/** How many shifts are new, changed and taken off. */
export function sorts(changes: readonly ShiftChange[]): { placed: number; moved: number; off: number } {
  const is = (wanted: (change: ShiftChange) => boolean) => changes.filter(wanted).length;
  return {
    placed: is(({ before, after }) => !before && after !== null),
    moved: is(({ before, after }) => before !== null && after !== null),
    off: is(({ before, after }) => before !== null && after === null),
  };
}

/** Whether a plan lacks nobody: every desk has whom it needs, and those who are there together are enough. */
export function isWhole({ gaps, keyless, leaderless, alone }: Standing): boolean {
  return gaps + keyless + leaderless + alone === 0;
}

/** How many hundredths of its cost a plan could be cheaper at most; null while no bound is known. */
export function fromBest({ cost, bound }: Pick<Standing, "cost" | "bound">): number | null {
  if (bound !== null && cost <= bound) return 0;
  if (bound === null || bound <= 0) return null;
  return Math.max(0.1, Math.round(((cost - bound) / cost) * 1000) / 10);
}
