// The one place where days, times, money and counts become words. Formats only; it decides nothing.
import { habit } from "./habit.svelte";

/** The minute that ends a day. */
export const MIDNIGHT = 1440;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const WEEKDAYS_LONG = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WHOLE = new Intl.NumberFormat("en-US");

/** "Mon 7 Dec"; with the year only when it is not this year's. */
export function day(value: string): string {
  return `${weekday(value)} ${dayShort(value)}`;
}

/** "7 Dec", or "7 Dec 2025" when the year is another. */
export function dayShort(value: string): string {
  const [year, month, date] = parts(value);
  const short = `${date} ${MONTHS[month - 1]}`;
  return habit.today && year !== parts(habit.today)[0] ? `${short} ${year}` : short;
}

/** "Dec 2026", of any day in it. */
export function month(value: string): string {
  const [year, month] = parts(value);
  return `${MONTHS[month - 1]} ${year}`;
}

/** "today", "tomorrow", "yesterday", else "Mon 7 Dec". */
export function dayNear(value: string): string {
  const ahead = habit.today ? daysBetween(habit.today, value) : NaN;
  if (ahead === 0) return "today";
  if (ahead === 1) return "tomorrow";
  return ahead === -1 ? "yesterday" : day(value);
}

/** When something is due: "today", "Mon 7 Dec", and by the hour "today 14:30". */
export function dueNear(on: string, instant: string | null | undefined): string {
  return instant ? `${dayNear(on)} ${atTime(instant)}` : dayNear(on);
}

/** "23–29 Nov", "30 Nov – 6 Dec", "29 Dec 2025 – 4 Jan". */
export function daySpan(from: string, to: string): string {
  if (from === to) return day(from);
  const [year, month, date] = parts(from);
  const [lastYear, lastMonth] = parts(to);
  if (year === lastYear && month === lastMonth) return `${date}–${dayShort(to)}`;
  return `${dayShort(from)} – ${dayShort(to)}`;
}

/** "Mon". */
export function weekday(value: string): string {
  return WEEKDAYS[utc(value).getUTCDay()]!;
}

/** "Monday", of a weekday number 1 (Monday) to 7. */
export function weekdayName(number: number): string {
  return WEEKDAYS_LONG[number % 7]!;
}

/** The ISO week's number. */
export function weekNumber(value: string): number {
  const thursday = utc(addDays(value, 3 - ((utc(value).getUTCDay() + 6) % 7)));
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * 86_400_000));
}

/** "21:30" or "9:30 pm"; the end of a day is "24:00" or "midnight". */
export function time(minute: number): string {
  if (habit.clock === "h24") return `${Math.floor(minute / 60)}:${two(minute % 60)}`;
  if (minute === MIDNIGHT) return "midnight";
  return `${hour12(minute)}:${two(minute % 60)} ${half(minute)}`;
}

/** "8:00–21:00", "8:00 am–9:00 pm". */
export function timeSpan(from: number, to: number): string {
  if (habit.clock === "h12" && inOneHalf(from, to)) return `${hour12(from)}:${two(from % 60)}–${time(to)}`;
  return `${time(from)}–${time(to)}`;
}

/** The shortest form of a shift: "13–16", "8–11:30", "1–4 pm", "11 am–2 pm". */
export function shift(from: number, to: number): string {
  const short = (minute: number) => {
    const hour = habit.clock === "h24" ? Math.floor(minute / 60) : hour12(minute);
    return minute % 60 === 0 ? `${hour}` : `${hour}:${two(minute % 60)}`;
  };
  if (habit.clock === "h24") return `${short(from)}–${short(to)}`;
  const first = inOneHalf(from, to) ? short(from) : `${short(from)} ${half(from)}`;
  return `${first}–${short(to)} ${half(to)}`;
}

/** An instant's time at the library: "11:42". */
export function atTime(instant: string): string {
  const { hour, minute } = local(instant);
  return time(hour * 60 + minute);
}

/** An instant's day at the library, as YYYY-MM-DD. */
export function atDay(instant: string): string {
  const { year, month, date } = local(instant);
  return `${year}-${two(month)}-${two(date)}`;
}

/** "Mon 7 Dec 11:42", or only the time when it was today. */
export function at(instant: string): string {
  const on = atDay(instant);
  return on === habit.today ? atTime(instant) : `${day(on)} ${atTime(instant)}`;
}

/** Whole cents, or what the currency has instead: "$1.50", "−$1.50", "12.400,00 €". */
export function money(amount: number): string {
  const { before, after, digits, decimal, group } = habit.notation;
  const figures = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+$)/g, group);
  const part = digits > 0 ? decimal + figures.slice(-digits) : "";
  return `${amount < 0 ? "−" : ""}${before}${whole}${part}${after}`;
}

/** "12,400". */
export function number(value: number): string {
  return WHOLE.format(value);
}

/** "1 item", "3 items"; "no items" reads better than "0 items". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${value === 0 ? "no" : number(value)} ${value === 1 ? one : many}`;
}

/** Minutes as hours: "3.5 h", "7.25 h", "0 h". */
export function hours(minutes: number): string {
  return `${number(Math.round(minutes / 0.6) / 100)} h`;
}

/** The day so many days later (earlier when negative). For stepping through a view, never for a due date. */
export function addDays(value: string, days: number): string {
  return new Date(utc(value).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

function parts(value: string): [year: number, month: number, date: number] {
  return [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))];
}

function utc(value: string): Date {
  const [year, month, date] = parts(value);
  return new Date(Date.UTC(year, month - 1, date));
}

function local(instant: string) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: habit.zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const of = Object.fromEntries(format.formatToParts(new Date(instant)).map((part) => [part.type, Number(part.value)]));
  return { year: of.year!, month: of.month!, date: of.day!, hour: of.hour!, minute: of.minute! };
}

function hour12(minute: number): number {
  return Math.floor(minute / 60) % 12 || 12;
}

/** The midnight that ends a day is in no half of it. */
function inOneHalf(from: number, to: number): boolean {
  return half(from) === half(to) && to < MIDNIGHT;
}

function half(minute: number): "am" | "pm" {
  return minute % MIDNIGHT < 720 ? "am" : "pm";
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
