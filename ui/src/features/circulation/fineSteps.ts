// The steps to a fine as rows: what was looked at, and what it came to.
import type { FineStep } from "$api/generated";
import { money } from "$shared/format";
import type { StepRow } from "./dueSteps";
import { words } from "./words";

export function fineRows(steps: readonly FineStep[]): StepRow[] {
  const graced = steps.some(({ kind }) => kind === "grace");
  return steps.map((step) => ({
    text: textOf(step, graced),
    then: cameTo(step),
    still: step.kind === "grace" && step.over,
  }));
}

function textOf(step: FineStep, graced: boolean): string {
  switch (step.kind) {
    case "late":
      return words.fineStep.late(step.time, step.due, step.due_at);
    case "not_charged":
      return words.fineStep.notCharged(step.by);
    case "grace":
      return words.fineStep.grace(step.time, step.counts, step.over);
    case "counted":
      return words.fineStep.counted(step.time, step.counts, graced ? step.starts : null);
    case "rate":
      return words.fineStep.rate(step.units, step.each);
    case "cap":
      return words.fineStep.cap;
  }
}

/** The amount where a step has one. */
function cameTo(step: FineStep): string {
  if (step.kind === "rate") return money(step.amount);
  return step.kind === "cap" ? money(step.cap) : "";
}
