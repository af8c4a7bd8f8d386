// The numbers of a usage report as rows of tables, in the words and the order of the printed page.
import type { UsageFigure, UsageFigures, UsageReport, WeekdayUsage } from "$api/generated";
import { day, daySpan, number, shift } from "$shared/format";
import { words } from "./words";

/** A breakdown: named rows that add up to the last one. */
export interface Breakdown {
  id: string;
  title: string;
  /** What the rows are: "Kind of item". */
  of: string;
  rows: { name: string; figures: UsageFigures }[];
}

/** The columns of every breakdown, in the order of the page. */
export const COLUMNS = ["loans", "renewals", "returns", "late_returns", "in_house", "new_patrons"] as const;

/** Every breakdown of the report. */
export function breakdowns(report: UsageReport): Breakdown[] {
  const kinds = (list: UsageReport["by_category"], none: string) =>
    list.map(({ kind, name, figures }) => ({ name: kind === null ? none : name, figures }));
  const byDay = report.by_time.every(({ span }) => span === null || span.from === span.to);
  return [
    { id: "type", ...words.by.type, rows: kinds(report.by_item_type, words.noItem) },
    { id: "category", ...words.by.category, rows: kinds(report.by_category, words.noPatron) },
    {
      id: "age",
      ...words.by.age,
      rows: report.by_age.map(({ band, figures }) => ({ name: words.ages[band], figures })),
    },
    {
      id: "hour",
      ...words.by.hour,
      rows: report.by_hour.map(({ hour, figures }) => ({ name: shift(hour * 60, hour * 60 + 60), figures })),
    },
    {
      id: "time",
      ...(byDay ? words.by.day : words.by.month),
      rows: report.by_time.map(({ span, figures }) => ({
        name: span ? (span.from === span.to ? day(span.from) : words.month(span.from)) : words.before,
        figures,
      })),
    },
  ];
}

/** How a figure changed, as the page says it: "+7 %", "−2 %", "new"; empty where there is nothing to say. */
export function change({ this: now, previous }: UsageFigure): string {
  if (previous === 0) return now === 0 ? "" : words.fresh;
  const exact = ((now - previous) * 100) / previous;
  const percent = Math.sign(exact) * Math.round(Math.abs(exact));
  if (percent === 0) return "±0 %";
  return percent > 0 ? `+${number(percent)} %` : `−${number(-percent)} %`;
}

/** How dark each cell of loans by weekday and hour is, 0 to 4 of 4; null where the library is closed. */
export function shades(rows: readonly WeekdayUsage[]): (0 | 1 | 2 | 3 | 4 | null)[][] {
  const most = Math.max(1, ...rows.flatMap((row) => row.loans.map((loans) => loans ?? 0)));
  const shade = (loans: number) => Math.ceil((loans / most) * 4) as 0 | 1 | 2 | 3 | 4;
  return rows.map((row) => row.loans.map((loans) => (loans === null ? null : shade(loans))));
}

/** What the previous period is called beside the figures. */
export function previously(report: UsageReport): string {
  return daySpan(report.previous.from, report.previous.to);
}
