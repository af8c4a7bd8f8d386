// The numbers of a usage report as rows of tables, in the words and the order of the printed page.
import type { UsageBreakdown, UsageFigure, UsageMeasure, UsagePart, UsageReport, WeekdayUsage } from "$api/generated";
import { number } from "$shared/format";
import type { FigureRow } from "./FigureTable.svelte";
import { words } from "./words";

const NOTHING: UsageFigure = { this: 0, previous: 0, year_before: 0 };

/** A row of a figure whose numbers can be shown event by event, where their measure is one that is listed. */
function row(report: UsageReport, measure: UsageMeasure, name: string, figure: UsageFigure, part: UsagePart | null) {
  const listed = report.measures.some((line) => line.measure === measure && line.listed);
  return { name, figure, of: (side) => (listed ? { measure, side, part } : undefined) } satisfies FigureRow;
}

/** All figures of the report. */
export function totals(report: UsageReport): FigureRow[] {
  return report.measures.map((line) =>
    row(report, line.measure, line.words, report.totals[line.measure] ?? NOTHING, null),
  );
}

/** The rows of a breakdown for one figure. */
export function rowsOf(report: UsageReport, breakdown: UsageBreakdown, measure: UsageMeasure): FigureRow[] {
  return breakdown.rows.map(({ name, figures, part }) => row(report, measure, name, figures[measure] ?? NOTHING, part));
}

/** Their sum. */
export function sumOf(report: UsageReport, measure: UsageMeasure, name: string): FigureRow {
  return row(report, measure, name, report.totals[measure] ?? NOTHING, null);
}

/** How a figure changed, as the page says it: "+7 %", "−2 %", "new"; empty where there is nothing to say. */
export function change(now: number, before: number): string {
  if (before === 0) return now === 0 ? "" : words.fresh;
  const exact = ((now - before) * 100) / before;
  const percent = Math.sign(exact) * Math.round(Math.abs(exact));
  if (percent === 0) return "±0 %";
  return percent > 0 ? `+${number(percent)} %` : `−${number(-percent)} %`;
}

/** How dark each cell by weekday and hour is, 0 to 4 of 4; null where the library is closed. */
export function shades(rows: readonly WeekdayUsage[]): (0 | 1 | 2 | 3 | 4 | null)[][] {
  const most = Math.max(1, ...rows.flatMap((row) => row.counts.map((count) => count ?? 0)));
  const shade = (count: number) => Math.ceil((count / most) * 4) as 0 | 1 | 2 | 3 | 4;
  return rows.map((row) => row.counts.map((count) => (count === null ? null : shade(count))));
}
