// What changed since everybody was told, as sentences by person.
import type { Drafts, PersonChanges, ShiftDetails, Week } from "$api/generated";
import { atDay, dayShort, shift, weekday } from "$shared/format";
import { deskOf, personOf } from "./rows";
import { words } from "./words";

export interface ChangeLine {
  kind: "added" | "moved" | "removed";
  text: string;
}

/** How many shifts are not as everybody was told. */
export function changeCount(changes: readonly PersonChanges[]): number {
  return changes.reduce((sum, { added, moved, removed }) => sum + added.length + moved.length + removed.length, 0);
}

/** "draft", "published", "3 changes": for where there is little room. */
export function briefly(drafts: Drafts): string {
  if (!drafts.newest) return words.draftWeek;
  const changes = changeCount(drafts.changes);
  return changes > 0 ? words.changes(changes) : words.publishedBriefly;
}

/** "draft", "published 20 Nov", "3 changes since 20 Nov". */
export function standing(drafts: Drafts): string {
  if (!drafts.newest) return words.draftWeek;
  const on = dayShort(atDay(drafts.newest.at));
  const changes = changeCount(drafts.changes);
  return changes > 0 ? words.changedSince(changes, on) : words.publishedOn(on);
}

/** What changed for each person, by name. */
export function linesByPerson(changes: readonly PersonChanges[], week: Pick<Week, "people" | "desks">) {
  const people = changes.map((person) => ({
    id: person.staff,
    name: personOf(person.staff, week)?.details.name ?? "",
    lines: linesOf(person, week),
  }));
  return people.sort((a, b) => a.name.localeCompare(b.name));
}

function linesOf({ added, moved, removed }: PersonChanges, week: Pick<Week, "desks">): ChangeLine[] {
  const said = (details: ShiftDetails) => words.at(whenOf(details), deskOf(details.desk, week)?.details.name ?? "");
  return [
    ...added.map(({ details }): ChangeLine => ({ kind: "added", text: said(details) })),
    ...moved.map(({ before, after }): ChangeLine => ({
      kind: "moved",
      text: words.instead(said(after), shortly(before, after, week)),
    })),
    ...removed.map(({ details }): ChangeLine => ({ kind: "removed", text: said(details) })),
  ];
}

/** Of what was, only what differs from what is. */
function shortly(before: ShiftDetails, after: ShiftDetails, week: Pick<Week, "desks">): string {
  const desk = before.desk === after.desk ? "" : (deskOf(before.desk, week)?.details.name ?? "");
  const sameTime = before.day === after.day && before.start === after.start && before.end === after.end;
  const when = before.day === after.day ? shift(before.start, before.end) : whenOf(before);
  return [sameTime ? "" : when, desk].filter(Boolean).join(", ");
}

function whenOf({ day, start, end }: ShiftDetails): string {
  return `${weekday(day)} ${dayShort(day)} ${shift(start, end)}`;
}
