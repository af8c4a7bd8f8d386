// The shifts of a report as tables, for each of its pages one arrangement; the same figures in the same order as printed.
import type { DeskShifts, PersonHours, ShiftChanges, ShiftReport, ShiftWeek, WeekDay } from "$api/generated";
import { day, daySpan, hours, shift, weekday, weekdayName } from "$shared/format";
import { shiftWords as words } from "./shiftWords";

export interface ShiftTable {
  title: string;
  /** What is said between the title and the table. */
  about: string;
  heads: { label: string; num?: boolean }[];
  /** Cells; a line feed inside starts a new line. */
  rows: string[][];
  foot?: string[];
  /** What is said where there are no rows. */
  empty: string;
  /** Whether the columns are equally wide. */
  even?: boolean;
  /** What is said below, a sentence each. */
  below?: string[];
}

const bare = (minutes: number) => hours(minutes).replace(/ h$/, "");
const text = (label: string) => ({ label });
const num = (label: string) => ({ label, num: true });

/** From when to when who is where, a table a day. */
export function byDay(report: ShiftReport): ShiftTable[] {
  return report.weeks.flatMap((week) =>
    week.days.flatMap((on, at) => {
      const slots = week.slots[at] ?? [];
      const shown = week.desks.map((desk, place) => ({ desk, place })).filter(({ desk }) => desk.days[at]?.length);
      if (slots.length === 0) return [];
      return [
        {
          title: dayTitle(on),
          about: ofSeveral(report, week),
          heads: [text(words.time), ...shown.map(({ desk }) => text(desk.name))],
          rows: slots.map((slot) => [
            shift(slot.from, slot.to),
            ...shown.map(({ place }) => (slot.desks[place] ?? []).join("\n")),
          ]),
          empty: words.noShifts,
          below: gaps(week, on.day),
        },
      ];
    }),
  );
}

/** All that each person needs to know, a table a person. */
export function byPersonPage(report: ShiftReport): ShiftTable[] {
  const meant = (person: PersonHours) =>
    report.choice.people.includes(person.person) ||
    report.weeks.some((week) => week.people.some((own) => own.person === person.person));
  return report.hours.filter(meant).map((person) => {
    const reach = new Map<string, string>();
    const rows = report.weeks.flatMap((week) => {
      const own = week.people.find((one) => one.person === person.person);
      return (own?.days ?? []).flatMap((shifts, at) =>
        shifts.map((one, place) => {
          const desk = week.desks.find((desk) => desk.desk === one.desk);
          if (desk?.contact) reach.set(desk.name, desk.contact);
          const before = shifts[place - 1];
          const pause = before && before.end < one.start ? words.break(before.end, one.start) : "";
          return [
            place === 0 ? day(week.days[at]!.day) : "",
            shift(one.start, one.end),
            desk?.name ?? "",
            bare(one.minutes),
            [pause, one.note].filter(Boolean).join("\n"),
          ];
        }),
      );
    });
    return {
      title: person.name,
      about: person.position,
      heads: [text(words.day), text(words.time), text(words.desk), num(words.hours), text(words.note)],
      rows,
      foot: [words.all, "", "", bare(person.minutes), ""],
      empty: words.noShifts,
      below: [...reach].map(([desk, contact]) => `${desk}: ${contact}`),
    };
  });
}

/** The months as calendars. */
export function byMonth(report: ShiftReport): ShiftTable[] {
  const first = report.week_starts === "monday" ? 1 : 7;
  const order = [0, 1, 2, 3, 4, 5, 6].map((at) => ((first - 1 + at) % 7) + 1);
  const days = report.weeks.flatMap((week) => week.days.map((on, at) => ({ on, text: dayCell(week, on, at) })));
  const months = [...new Set(days.map(({ on }) => on.day.slice(0, 7)))];
  return months.map((month) => {
    const own = days.filter(({ on }) => on.day.startsWith(month));
    const rows: string[][] = [];
    for (const { on, text } of own) {
      const place = order.indexOf(weekdayOf(on.day));
      if (rows.length === 0 || place === 0) rows.push(["", "", "", "", "", "", ""]);
      rows.at(-1)![place] = text;
    }
    return {
      title: daySpan(own[0]!.on.day, own.at(-1)!.on.day),
      about: "",
      even: true,
      heads: order.map((weekday) => text(weekdayName(weekday).slice(0, 3))),
      rows,
      empty: words.noShifts,
    };
  });
}

/** Hours by person, coverage by desk and day, gaps in words; three tables a week. */
export function byHours(report: ShiftReport): ShiftTable[] {
  return report.weeks.flatMap((week, at) => [
    hoursOf(report, week, at),
    {
      title: words.coverage,
      about: "",
      heads: [text(words.desk), ...week.days.map((on) => num(shortDay(on.day))), num(words.all)],
      rows: week.desks.map((desk) => [
        desk.name,
        ...desk.cover.map(({ covered, needed }) => words.covered(covered, needed)),
        words.covered(sum(desk, "covered"), sum(desk, "needed")),
      ]),
      empty: words.noDesks,
      below: gaps(week).length > 0 ? gaps(week) : [words.noGaps],
    },
  ]);
}

/** Who is to come when, a table a day. */
export function bySignIn(report: ShiftReport): ShiftTable[] {
  return report.weeks.flatMap((week) =>
    week.days.flatMap((on, at) => {
      const shifts = week.desks.flatMap((desk) => (desk.days[at] ?? []).map((one) => ({ ...one, desk: desk.name })));
      shifts.sort((a, b) => a.start - b.start || a.end - b.end || (a.name < b.name ? -1 : 1));
      if (shifts.length === 0) return [];
      return [
        {
          title: dayTitle(on),
          about: ofSeveral(report, week),
          heads: [text(words.person), text(words.desk), text(words.from)],
          rows: shifts.map((one) => [one.name, one.desk, shift(one.start, one.end)]),
          empty: words.noShifts,
        },
      ];
    }),
  );
}

/** What changed for whom. */
export function changesTable(report: ShiftChanges): ShiftTable {
  const said = (one: ShiftChanges["changes"][number]["after"]) =>
    one ? `${day(one.day)} ${shift(one.start, one.end)}, ${one.desk_name}` : "";
  return {
    title: daySpan(report.period.from, report.period.to),
    about: `${words.standing(report.standing)}. ${words.changed(report)}`,
    heads: [text(words.person), text(words.change), text(words.now), text(words.insteadOf)],
    rows: report.changes.map(({ name, before, after }) => [
      name,
      before === null ? words.added : after === null ? words.removed : words.moved,
      said(after),
      said(before),
    ]),
    empty: words.unchanged(report.since),
  };
}

/** Whether everybody was told of the weeks of a report, each said once. */
export function standing(report: ShiftReport): string {
  return [...new Set(report.weeks.map((week) => words.standing(week.standing)))].join(" · ");
}

/** The standing of one of several weeks; that of a single week stands above all tables. */
function ofSeveral(report: ShiftReport, week: ShiftWeek): string {
  return report.weeks.length > 1 ? words.standing(week.standing) : "";
}

function hoursOf(report: ShiftReport, week: ShiftWeek, at: number): ShiftTable {
  const all = report.hours.reduce((sum, person) => sum + (person.weeks[at] ?? 0), 0);
  const wanted = report.hours.reduce((sum, person) => sum + (person.wanted_minutes ?? 0), 0);
  const span = daySpan(week.days[0]!.day, week.days.at(-1)!.day);
  const some = (minutes: number | null) => (minutes === null ? "" : bare(minutes));
  return {
    title: `${words.hoursByPerson}, ${span}`,
    about: ofSeveral(report, week),
    heads: [
      text(words.person),
      text(words.position),
      num(words.wanted),
      num(words.given),
      num(words.difference),
      num(words.most),
    ],
    rows: report.hours.map((person) => {
      const given = person.weeks[at] ?? 0;
      const over = person.wanted_minutes === null ? "" : words.over(given - person.wanted_minutes);
      return [
        person.name,
        person.position,
        some(person.wanted_minutes),
        bare(given),
        over.replace(/ h$/, ""),
        some(person.most_minutes),
      ];
    }),
    foot: [words.all, "", bare(wanted), bare(all), "", ""],
    empty: words.nobodyWorks,
  };
}

function gaps(week: ShiftWeek, on?: string): string[] {
  const own = week.gaps.filter((gap) => on === undefined || gap.day === on);
  return own.map((gap) => words.gap(gap));
}

function dayTitle(on: WeekDay): string {
  const open =
    on.opens === null || on.closes === null ? words.closed(on.closed ?? "") : words.open(on.opens, on.closes);
  return `${day(on.day)} · ${open}`;
}

function dayCell(week: ShiftWeek, on: WeekDay, at: number): string {
  const shifts = week.desks.flatMap((desk) => (desk.days[at] ?? []).map((one) => ({ ...one, short: desk.short })));
  shifts.sort((a, b) => a.start - b.start || a.end - b.end);
  const number = String(Number(on.day.slice(8)));
  const head = on.closed === null ? number : `${number} ${words.closed(on.closed)}`;
  return [head, ...shifts.map((one) => `${one.short} ${shift(one.start, one.end)} ${one.name}`)].join("\n");
}

function shortDay(on: string): string {
  return `${weekday(on)} ${Number(on.slice(8))}`;
}

function weekdayOf(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
}

function sum(desk: DeskShifts, what: "needed" | "covered"): number {
  return desk.cover.reduce((sum, cover) => sum + cover[what], 0);
}
