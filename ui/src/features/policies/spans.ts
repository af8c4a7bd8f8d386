// The hours of a day while they are typed.
import type { OpenSpan } from "$api/generated";

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
