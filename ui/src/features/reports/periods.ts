// The periods that people ask for by name. They are a way of filling in two days; what a period means, the core says.
import type { Day, ReportPeriod } from "$api/generated";
import { addDays } from "$shared/format";

export const PRESETS = ["this_week", "last_week", "this_month", "last_month", "this_year", "last_year"] as const;
export type Preset = (typeof PRESETS)[number];
type WeekStart = "monday" | "sunday";

/** The period of that name, as seen from today. */
export function periodOf(preset: Preset, today: Day, weekStarts: WeekStart): ReportPeriod {
  switch (preset) {
    case "this_week":
      return weekOf(today, weekStarts);
    case "last_week":
      return weekOf(addDays(today, -7), weekStarts);
    case "this_month":
      return monthOf(today);
    case "last_month":
      return monthOf(addDays(`${today.slice(0, 7)}-01`, -1));
    case "this_year":
      return yearOf(Number(today.slice(0, 4)));
    case "last_year":
      return yearOf(Number(today.slice(0, 4)) - 1);
  }
}

/** The name of a period, if it has one. */
export function presetOf(period: ReportPeriod, today: Day, weekStarts: WeekStart): Preset | null {
  const same = (preset: Preset) => {
    const { from, to } = periodOf(preset, today, weekStarts);
    return from === period.from && to === period.to;
  };
  return PRESETS.find(same) ?? null;
}

/** Whether a text that came with an address is a day at all. */
export function isDay(text: string | undefined): text is Day {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function weekOf(day: Day, weekStarts: WeekStart): ReportPeriod {
  const sinceSunday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const from = addDays(day, -(weekStarts === "sunday" ? sinceSunday : (sinceSunday + 6) % 7));
  return { from, to: addDays(from, 6) };
}

function yearOf(year: number): ReportPeriod {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function monthOf(day: Day): ReportPeriod {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return { from: `${day.slice(0, 7)}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}
