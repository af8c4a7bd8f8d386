// The steps to a due day as rows: what was looked at, and where the day went.
import type { Day, DueStep } from "$api/generated";
import { atTime, day } from "$shared/format";
import { words } from "./words";

/** One row of "Why this day?". */
export interface StepRow {
  text: string;
  /** The day and time, where it moved, or that it stayed. */
  then: string;
  /** Changed nothing. */
  still: boolean;
}

export function stepRows(steps: readonly DueStep[]): StepRow[] {
  let now: string | null = null;
  return steps.map((step) => {
    const before: string | null = now;
    now = after(step) ?? before;
    const still = before === now;
    const then = before === null ? (now ?? "") : still ? words.noChange : words.step.moved(now ?? "");
    return { text: textOf(step), then, still };
  });
}

/** When the loan is due after a step; nothing where the step only looks at the day. */
function after(step: DueStep): string | null {
  switch (step.kind) {
    case "closed":
      return day(step.moved_to);
    case "closed_then":
      return `${day(step.day)} ${atTime(step.moved_to)}`;
    case "open":
      return null;
    case "moved_in":
      return day(step.day);
    default:
      return step.at ? `${day(step.day)} ${atTime(step.at)}` : day(step.day);
  }
}

function textOf(step: DueStep): string {
  switch (step.kind) {
    case "rule": {
      const rule = words.step.rule(step.category, step.item_type, step.row, step.period);
      return step.counted_from === "due_date" ? words.step.fromDue(rule) : rule;
    }
    case "by_hand":
      return words.step.byHand;
    case "clock_change":
      return words.step.clocks(step.minutes);
    case "card":
      return step.expires && !step.bounds
        ? words.step.cardMayPass(step.expires, step.by)
        : words.step.card(step.expires);
    case "closed": {
      const closed = words.step.closed(step.day, step.reason, weekdayOf(step.day));
      return words.step.decided(closed, step.how, step.by);
    }
    case "closed_then":
      return words.step.decided(words.step.closedThen(step.at), step.how, step.by);
    case "moved_in":
      return words.step.movedIn;
    case "open":
      return words.step.openThatDay(step.hours);
  }
}

/** 1 = Monday to 7 = Sunday. */
export function weekdayOf(value: Day): number {
  return ((new Date(`${value}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
