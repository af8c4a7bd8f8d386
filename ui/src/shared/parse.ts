// What people type into a field, understood: days, times, money, whole numbers. `undefined` means "not understood".
import { addDays, MONTHS } from "./format";
import { habit } from "./habit.svelte";

/** "2026-12-07", "7 Dec 2026", "Dec 7", "Mon 7 Dec", "12/7/2026", "today", "+14": a day as YYYY-MM-DD. */
export function parseDay(typed: string): string | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/,/g, " ")
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+/, "");
  if (text === "today") return habit.today || undefined;
  if (/^[+-]\d{1,4}$/.test(text)) return habit.today ? addDays(habit.today, Number(text)) : undefined;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const digits = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (digits) return inOrder(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const worded = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?(?:\s+(\d{4}))?$/.exec(text);
  const turned = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:\s+(\d{4}))?$/.exec(text);
  const [date, word, year] = worded
    ? [worded[1], worded[2], worded[3]]
    : turned
      ? [turned[2], turned[1], turned[3]]
      : [undefined, undefined, undefined];
  const month = MONTHS.findIndex((name) => word?.startsWith(name.toLowerCase())) + 1;
  if (!date || month === 0) return undefined;
  return real(year ? Number(year) : Number(habit.today.slice(0, 4)), month, Number(date));
}

/**
 * "9:30", "930", "21.30", "9:30 pm", "9p", "9": minutes after midnight; "midnight" is the one that ends the day. Where the
 * clock has two halves and none is typed, it is the first such time after the first of `after` that has one.
 */
export function parseTime(typed: string, after: readonly number[] = []): number | undefined {
  if (typed.trim().toLowerCase() === "midnight") return 1440;
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(?:(a|p)\.?m?\.?)?$/.exec(typed.trim().toLowerCase());
  if (!found) return undefined;
  const half = found[3];
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === "p" ? 12 : 0);
  }
  const total = hour * 60 + minute;
  if (minute >= 60 || total > 1440) return undefined;
  if (half || habit.clock === "h24" || hour > 12 || found[1]!.startsWith("0")) return total;
  const noon = hour === 12;
  const either = noon ? (minute === 0 ? [total, 1440] : [total]) : [total, total + 720];
  for (const before of after) {
    const first = either.find((one) => one > before);
    if (first !== undefined) return first;
  }
  return total;
}

/** "1.50", "$1.5", "1,200", "1.200,50 €" as the library writes them: the currency's smallest unit. */
export function parseMoney(typed: string): number | undefined {
  const { before, after, digits, decimal, group } = habit.notation;
  let text = typed.replace(before.trim(), "").replace(after.trim(), "").replace(/\s/g, "");
  text = text.replace(new RegExp(`[${group}](?=\\d{3}(?:\\D|$))`, "g"), "").replace(decimal, ".");
  const found = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(text);
  const part = found?.[2] ?? "";
  if (!found || part.length > digits) return undefined;
  return Number(found[1]) * 10 ** digits + Number(part.padEnd(digits, "0"));
}

/** A whole number, signs and thousands separators allowed. */
export function parseWhole(typed: string): number | undefined {
  const text = typed.trim().replace(/[,\s]/g, "");
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A day in digits means what the library's region means by it, and nothing where that could be either. */
function inOrder(first: number, second: number, year: number): string | undefined {
  const order = habit.notation.days;
  if (order === "year_first") return undefined;
  return order === "month_first" ? real(year, first, second) : real(year, second, first);
}

function real(year: number, month: number, date: number): string | undefined {
  const day = new Date(Date.UTC(year, month - 1, date));
  const same = day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return same && year >= 1000 ? day.toISOString().slice(0, 10) : undefined;
}
