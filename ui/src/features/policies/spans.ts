// The hours of a day while they are typed, and what the core says is wrong with them.
import type { HoursFault, OpenSpan } from "$api/generated";
import { words } from "./words";

/** The most stretches that the core takes for a day. */
export const MOST_SPANS = 4;

/** A stretch of which an end may not be typed yet. */
export interface TypedSpan {
  opens: number | null;
  closes: number | null;
}

/** The stretches when all are typed; nothing while an end is missing. */
export function whole(spans: readonly TypedSpan[]): OpenSpan[] | null {
  const whole: OpenSpan[] = [];
  for (const { opens, closes } of spans) {
    if (opens === null || closes === null) return null;
    whole.push({ opens, closes });
  }
  return whole;
}

/** The times before an end of a stretch, the nearest first. */
export function before(spans: readonly TypedSpan[], place: number, edge: "opens" | "closes"): number[] {
  const own = edge === "closes" ? [spans[place]?.opens] : [];
  const last = spans[place - 1];
  return [...own, last?.closes, last?.opens].filter((minute) => typeof minute === "number");
}

/** Whether this end is the one to mend. */
export function isWrong(faults: readonly HoursFault[], place: number, edge: "opens" | "closes"): boolean {
  return faults.some(({ span, wrong }) => span === place && (wrong.kind === "backwards") === (edge === "closes"));
}

/** What is wrong with a day's stretches, in one sentence each. */
export function told(day: string, spans: readonly OpenSpan[], faults: readonly HoursFault[]): string {
  const sentences = faults.map(({ span, wrong }) => {
    const own = spans[span];
    if (!own) return "";
    if (wrong.kind === "backwards") return words.hours.backwards(day, own, span > 0);
    const other = spans[wrong.other];
    return other ? words.hours.meet(day, other, own) : "";
  });
  return sentences.filter(Boolean).join(" ");
}
