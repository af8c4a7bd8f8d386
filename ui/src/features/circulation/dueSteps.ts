// The steps to a due day as rows: what was looked at, and where the day went.
import type { Day, DueStep } from "$api/generated";
import { day } from "$shared/format";
import { words } from "./words";

/** One row of "Why this day?". */
export interface StepRow {
  text: string;
  /** The day, where it moved, or that it stayed. */
  then: string;
  /** Changed nothing. */
  still: boolean;
}

export function stepRows(steps: readonly DueStep[]): StepRow[] {
  let now: Day | null = null;
  return steps.map((step) => {
    const before: Day | null = now;
    now = step.kind === "closed" ? step.moved_to : step.day;
    const still = before === now;
    const then = before === null ? day(now) : still ? words.noChange : words.step.moved(now);
    return { text: textOf(step), then, still };
  });
}

function textOf(step: DueStep): string {
  switch (step.kind) {
    case "rule":
      return words.step.rule(step.category, step.item_type, step.days);
    case "card":
      return words.step.card(step.expires);
    case "closed":
      return words.step.closed(step.day, step.reason, weekdayOf(step.day));
    case "open":
      return words.step.openThatDay(step.opens, step.closes);
  }
}

/** 1 = Monday to 7 = Sunday. */
export function weekdayOf(value: Day): number {
  return ((new Date(`${value}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
