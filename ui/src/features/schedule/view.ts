// What of the schedule is in sight, as the address says it; and what a new shift or a dropped one becomes there.
import type { ShiftDetails, Week, WeekDay } from "$api/generated";
import { daysBetween } from "$shared/format";
import type { Params } from "$shared/navigation";
import type { Stand } from "./drag";
import { SLOT, type Span } from "./geometry";
import type { By, Draft, Row } from "./rows";

export interface View {
  day: string;
  span: "day" | "week";
  by: By;
  /** How many minutes a slot of the day has. */
  zoom: Zoom;
}

export const ZOOMS = [15, 30, 60] as const;
export type Zoom = (typeof ZOOMS)[number];

/** The next zoom: finer or coarser, as far as it goes. */
export function zoomed(zoom: Zoom, by: -1 | 1): Zoom {
  return ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom;
}

/** The view of an address; what it leaves out is as it was last, and today. */
export function viewOf(params: Params, today: string, last: Omit<View, "day">): View {
  return {
    day: /^\d{4}-\d{2}-\d{2}$/.test(params.day ?? "") ? params.day! : today,
    span: params.span === "week" || params.span === "day" ? params.span : last.span,
    by: params.by === "people" || params.by === "desks" ? params.by : last.by,
    zoom: ZOOMS.find((zoom) => zoom === Number(params.zoom)) ?? last.zoom,
  };
}

/** The days in sight. While another week is on its way, the same weekday of the one still shown. */
export function daysOf(week: Week, view: View): WeekDay[] {
  if (view.span === "week") return week.days;
  const index = ((daysBetween(week.first, view.day) % 7) + 7) % 7;
  return week.days.slice(index, index + 1);
}

/** A shift's details where it was dropped. */
export function detailsAt<T extends Draft | ShiftDetails>(
  details: T,
  to: Stand,
  grid: { rows: readonly Row[]; by: By; days: readonly WeekDay[] },
): T {
  const key = grid.by === "people" ? "staff" : "desk";
  const [row, column] = [grid.rows[to.row], grid.days[to.column]];
  if (!row || !column) return details;
  return { ...details, [key]: row.id, day: column.day, start: to.start, end: to.end };
}

/** Times for a shift that nobody drew: after what the row holds that day, else from the opening on. */
export function freeSpan(day: WeekDay, taken: readonly Span[], length: number): Span {
  const [opens, closes] = [day.opens ?? 540, day.closes ?? 1020];
  const last = Math.max(opens, ...taken.map((span) => span.end));
  const start = last + SLOT * 4 <= closes ? last : opens;
  const from = Math.ceil(start / SLOT) * SLOT;
  return { start: from, end: Math.max(from + SLOT, Math.min(from + length, Math.floor(closes / SLOT) * SLOT)) };
}
