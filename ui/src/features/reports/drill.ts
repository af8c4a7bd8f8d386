// A number of the usage report as a part of the page's address, so that Back leads out of it again.
import type { AskUsageEvents, UsageMeasure, UsagePart, UsageSide } from "$api/generated";

/** Which number: of what, of which period, of which row. */
export interface Drill {
  measure: UsageMeasure;
  side: UsageSide;
  part: UsagePart | null;
}

/** The number as an address keeps it. */
export function written(drill: Drill): string {
  return JSON.stringify([drill.measure, drill.side, drill.part]);
}

/** The number that an address means; none where it means none. */
export function read(text: string | undefined): Drill | undefined {
  if (!text) return undefined;
  try {
    const [measure, side, part] = JSON.parse(text) as [UsageMeasure, UsageSide, UsagePart | null];
    return typeof measure === "string" && typeof side === "string" ? { measure, side, part: part ?? null } : undefined;
  } catch {
    return undefined;
  }
}

/** What the core is asked, a page of so many at a time. */
export function asked(
  drill: Drill,
  report: Pick<AskUsageEvents, "from" | "to" | "filter">,
  skip: number,
  limit: number,
) {
  return { ...report, ...drill, skip, limit } satisfies AskUsageEvents;
}
