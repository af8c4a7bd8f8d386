// What breaks a rule of work, in words: a word for the block's label, a sentence for the panel.
import type { Conflict, DayTime } from "$api/generated";
import { count, day, hours, shift, time, timeSpan, weekday } from "$shared/format";
import { ruleWords } from "./ruleWords";

type Told = Exclude<Conflict, { kind: "double_booked" | "closed" | "outside_hours" | "over_wanted" | "left_staff" }>;

const span = (from: DayTime, to: DayTime) =>
  from.day === to.day
    ? `${weekday(from.day)} ${shift(from.minute, to.minute)}`
    : `${weekday(from.day)} ${time(from.minute)} to ${weekday(to.day)} ${time(to.minute)}`;
const bare = (minutes: number) => hours(minutes).replace(/ h$/, "");

/** "in class". */
export function oddWord(oddity: Told): string {
  return WORDS[oddity.kind];
}

const WORDS: Record<Told["kind"], string> = {
  unavailable: "not available",
  in_class: "in class",
  on_leave: "away",
  outside_desk_hours: "outside the desk’s hours",
  short_rest: "short rest",
  break_due: "break due",
  long_day: "long day",
  long_week: "long week",
  over_agreed: "more than agreed",
  award_spent: "award used up",
  award_near: "award nearly used up",
  not_authorised: "no authorisation",
  authorisation_over: "authorisation over",
  authorisation_ends: "authorisation ends soon",
  youth_day: "long day for the age",
  youth_week: "long week for the age",
  youth_hours: "early or late for the age",
  school_hours: "during school",
  occupation: "too young for the duty",
  too_young: "too young",
  length: "shift length",
  many_days: "many days",
  days_in_a_row: "many days in a row",
  not_begun: "not begun yet",
  untrained: "not trained",
  nobody_trained: "nobody trained",
  nobody_senior: "nobody to lead",
  alone: "alone",
  alone_under: "young and alone",
  open_close: "few to open or close",
  no_key: "no key",
  not_apart: "to be kept apart",
  not_beside: "without the other",
  unaccompanied: "without company",
  closes_and_opens: "closes and opens",
};

/** "In class Mon 10–11:30, 10 minutes away". */
export function oddSentence(oddity: Told): string {
  switch (oddity.kind) {
    case "unavailable":
      return `Said they cannot: ${span(oddity.from, oddity.to)}`;
    case "in_class": {
      const way = oddity.travel > 0 ? `, ${count(oddity.travel, "minute")} on the way` : "";
      return `In class ${span(oddity.from, oddity.to)}${way}`;
    }
    case "on_leave":
      return `Away ${span(oddity.from, oddity.to)}`;
    case "outside_desk_hours":
      return `The desk is not staffed ${span(oddity.from, oddity.to)}`;
    case "short_rest":
      return `${hours(oddity.minutes)} of rest until ${weekday(oddity.to.day)} ${time(oddity.to.minute)}, ${bare(oddity.least)} at least`;
    case "break_due":
      return `${hours(oddity.worked)} of work: ${count(oddity.breaks, "break")} of ${count(oddity.minutes, "minute")} due`;
    case "long_day":
      return `${hours(oddity.minutes)} on ${weekday(oddity.day)}, ${bare(oddity.most)} at most`;
    case "long_week":
    case "over_agreed":
    case "youth_week":
    case "youth_day":
      return amount(oddity);
    case "award_spent":
      return `The award is used up ${weekday(oddity.from.day)} ${time(oddity.from.minute)}; ${hours(oddity.minutes)} of the shift are not paid`;
    case "award_near":
      return `${hours(oddity.left)} of the award are left of ${hours(oddity.total)}`;
    case "not_authorised":
      return "No written authorisation is on file";
    case "authorisation_over":
      return `The written authorisation ended on ${day(oddity.until)}`;
    case "authorisation_ends":
      return `The written authorisation ends on ${day(oddity.until)}`;
    case "many_days":
      return `${count(oddity.days, "day")} of work this week, ${oddity.most} at most`;
    case "days_in_a_row":
      return `${count(oddity.days, "day")} in a row from ${day(oddity.first)}, ${oddity.most} at most`;
    case "length":
      return length(oddity);
    case "not_begun":
      return `Begins here on ${day(oddity.begins)}`;
    default:
      return young(oddity);
  }
}

type Amount = Extract<Told, { kind: "long_week" | "over_agreed" | "youth_week" | "youth_day" }>;

function amount(oddity: Amount): string {
  switch (oddity.kind) {
    case "long_week": {
      const elsewhere = oddity.elsewhere > 0 ? ` and ${hours(oddity.elsewhere)} elsewhere` : "";
      return `${hours(oddity.minutes)} in the week from ${day(oddity.first)}${elsewhere}, ${bare(oddity.most)} at most`;
    }
    case "over_agreed":
      return `${hours(oddity.minutes)} this week, ${bare(oddity.most)} agreed`;
    case "youth_week":
      return `${hours(oddity.minutes)} in ${oddity.school ? "a school week" : "a week without school"}, ${bare(oddity.most)} at most at this age`;
    case "youth_day":
      return `${hours(oddity.minutes)} on ${oddity.school ? "a school day" : "a day without school"}, ${bare(oddity.most)} at most at this age`;
  }
}

function length(oddity: Extract<Told, { kind: "length" }>): string {
  const worked = `${hours(oddity.minutes)} without a gap`;
  switch (oddity.length) {
    case "short":
      return `${worked}, ${bare(oddity.limit)} at least`;
    case "long":
      return `${worked}, ${bare(oddity.limit)} at most`;
    case "hard":
      return `${worked}, never more than ${bare(oddity.limit)}`;
  }
}

type Young = Exclude<Told, Amount | { kind: "length" }>;

function young(oddity: Young): string {
  switch (oddity.kind) {
    case "youth_hours":
      return `${hours(oddity.minutes)} outside ${timeSpan(oddity.from, oddity.until)}, which is all at this age`;
    case "school_hours":
      return `${hours(oddity.minutes)} while school is held, ${timeSpan(oddity.from, oddity.to)}`;
    case "occupation":
      return `${oddity.age} years old, too young for: ${oddity.duties.map((duty) => ruleWords.duties[duty].toLowerCase()).join(", ")}`;
    case "too_young":
      return `${oddity.age} years old, ${oddity.years} at least`;
    case "untrained":
      return "Not trained for this desk";
    case "nobody_trained":
      return `Nobody at the desk is trained for it ${span(oddity.from, oddity.to)}`;
    case "nobody_senior":
      return `Nobody at the desk may lead ${span(oddity.from, oddity.to)}`;
    case "alone":
      return `Alone in the library ${span(oddity.from, oddity.to)}`;
    case "alone_under":
      return `Under ${oddity.age} and alone in the library ${span(oddity.from, oddity.to)}`;
    case "open_close": {
      const does = oddity.edge === "opening" ? "open" : "close";
      const who = oddity.people === 0 ? "Nobody is there" : `Only ${count(oddity.people, "person", "people")}`;
      return `${who} to ${does} ${span(oddity.from, oddity.to)}, ${oddity.least} at least`;
    }
    case "no_key":
      return `Nobody with a key ${oddity.edge === "opening" ? "opens" : "closes"} ${span(oddity.from, oddity.to)}`;
    case "not_apart":
      return `${oddity.one} and ${oddity.other} are not to work at the same time: ${span(oddity.from, oddity.to)}`;
    case "not_beside":
      return `Only while ${oddity.other} works, who is not there ${span(oddity.from, oddity.to)}`;
    case "unaccompanied":
      return `${oddity.senior ? "Nobody else who may lead" : "Nobody else"} is there ${span(oddity.from, oddity.to)}`;
    case "closes_and_opens":
      return `Closes ${weekday(oddity.from.day)} ${time(oddity.from.minute)} and opens ${weekday(oddity.to.day)} ${time(oddity.to.minute)}`;
    default:
      return "";
  }
}
