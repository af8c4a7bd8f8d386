// A message of today as the screen says it: what, what in detail, since when and by whom, and the way to it.
import type { Desk, MessageOfToday, PersonChanges, ShiftDetails } from "$api/generated";
import { at, daySpan, shift, weekday } from "$shared/format";
import { address } from "$shared/navigation";
import { words } from "./words";

export interface Told {
  kind: "note" | "careful" | "fine";
  text: string;
  lines: string[];
  about: string;
  href?: string;
}

export function told(message: MessageOfToday, desks: readonly Desk[]): Told {
  switch (message.kind) {
    case "note": {
      const { text, written_by, written_at, until, hand_over } = message.note;
      const about = (hand_over ? words.handOverAbout : words.noteAbout)(written_by, at(written_at), until);
      return { kind: "note", text, lines: [], about };
    }
    case "published": {
      const { first, last, by, at: when } = message.publication;
      return {
        kind: "note",
        text: words.published(daySpan(first, last)),
        lines: message.mine ? linesOf(message.mine, desks) : [],
        about: words.publishedBy(by, at(when), message.mine !== null),
        href: address("schedule", { day: first }),
      };
    }
    case "untold":
      return {
        kind: "careful",
        text: words.untold(message.people),
        lines: [],
        about: words.untoldAbout(at(message.publication.at)),
        href: address("schedule"),
      };
    case "import": {
      const { file, refused, ended, by_whom, at: when } = message.import;
      const text = ended === "finished" ? words.leftOut(file, refused) : words.brokeOff(file);
      return {
        kind: "careful",
        text,
        lines: [],
        about: words.importedBy(by_whom, at(when)),
        href: address("settings", { section: "import" }),
      };
    }
  }
}

/** What is new, elsewhere, or gone for whoever reads it. */
function linesOf({ added, moved, removed }: PersonChanges, desks: readonly Desk[]): string[] {
  const said = ({ day, start, end, desk }: ShiftDetails) =>
    [`${weekday(day)} ${shift(start, end)}`, desks.find(({ id }) => id === desk)?.details.name]
      .filter(Boolean)
      .join(", ");
  return [
    ...added.map(({ details }) => words.mine.added(said(details))),
    ...moved.map(({ before, after }) => words.mine.moved(said(before), said(after))),
    ...removed.map(({ details }) => words.mine.removed(said(details))),
  ];
}
