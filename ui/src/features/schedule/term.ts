// A proposed term in words: what is open, and what differs from the pattern, by reason. It asks nothing.
import type { Gap, ShiftDetails, TermException, TermProposal, TermWhy, Week } from "$api/generated";
import { day, shift } from "$shared/format";
import { deskOf, personOf } from "./rows";
import { termWords as words } from "./termWords";

type Names = Pick<Week, "people" | "desks">;

/** A stretch that has too few people, and who would have been there. */
export interface OpenLine {
  gap: Gap;
  when: string;
  what: string;
  why: string[];
}

/** How many shifts differ from the pattern. */
export function differing({ exceptions, extra }: Pick<TermProposal, "exceptions" | "extra">): number {
  return exceptions.length + extra.length;
}

/** What is open, by day. */
export function openLines({ open, exceptions }: Pick<TermProposal, "open" | "exceptions">, week: Names): OpenLine[] {
  return open.map((gap) => {
    const missed = exceptions.filter(({ details }) => meets(details, gap));
    return {
      gap,
      when: `${day(gap.day)} ${shift(gap.from, gap.to)}`,
      what: words.gap(deskOf(gap.desk, week)?.details.name ?? "", gap.needed - gap.covered),
      why: [...new Set(missed.map(({ details, why }) => words.wouldBe(nameOf(details, week), reason(why))))],
    };
  });
}

/** What differs, joined by reason, the reason with most shifts first. */
export function groupsOf({ exceptions, extra }: Pick<TermProposal, "exceptions" | "extra">, week: Names) {
  const groups = new Map<string, { why: string; lines: { day: string; line: string }[] }>();
  const add = (why: string, on: string, line: string) => {
    const group = groups.get(why) ?? { why, lines: [] };
    group.lines.push({ day: on, line });
    groups.set(why, group);
  };
  for (const one of exceptions) add(reason(one.why), one.details.day, lineOf(one, week));
  for (const details of extra) add(words.extra, details.day, standing(details, week));
  return [...groups.values()].sort((a, b) => b.lines.length - a.lines.length);
}

function lineOf({ details, instead, open }: TermException, week: Names): string {
  const others = [...new Set(instead.map((other) => nameOf(other, week)))].join(", ");
  const then = [others ? words.instead(others) : "", open ? words.stillOpen : ""].filter(Boolean).join(" ");
  return [standing(details, week), then].filter(Boolean).join(" ");
}

function standing(details: ShiftDetails, week: Names): string {
  const desk = deskOf(details.desk, week)?.details.name ?? "";
  return `${day(details.day)} ${shift(details.start, details.end)}, ${nameOf(details, week)}, ${desk}`;
}

function nameOf({ staff }: ShiftDetails, week: Names): string {
  return personOf(staff, week)?.details.name ?? "";
}

function meets(details: ShiftDetails, gap: Gap): boolean {
  const beside = details.start < gap.to && gap.from < details.end;
  return beside && details.day === gap.day && details.desk === gap.desk;
}

function reason(why: TermWhy): string {
  switch (why.kind) {
    case "closed":
      return words.why.closed(why.reason);
    case "break":
      return words.why.break(why.name);
    case "rule":
      return words.why.rule([...new Set(why.conflicts.map(({ rule }) => rule))].join(", "));
    default:
      return words.why[why.kind];
  }
}
