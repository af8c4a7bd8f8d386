// How this library writes its days, times and money. The session and the settings set it; `format.ts` reads it.

/** The library's way of writing. Reactive: screens follow when it changes. */
export const habit = $state({
  clock: "h24" as "h12" | "h24",
  week_starts: "monday" as "monday" | "sunday",
  zone: "UTC",
  /** The library's day, as the core says it: YYYY-MM-DD. */
  today: "",
  /** How amounts are written and days in digits are read, as the core says it. */
  notation: {
    before: "$",
    after: "",
    digits: 2,
    decimal: ".",
    group: ",",
    days: "month_first" as "month_first" | "day_first" | "year_first",
  },
});
