// Why somebody looks like somebody else, in words. Which likenesses there are, only the core knows.
import type { Alike, Likeness, PatronDetails, ShowSimilar } from "$api/generated";
import { day } from "$shared/format";
import { words } from "./words";

/** One likeness in words. */
export function likenessText(likeness: Likeness): string {
  return likeness.kind === "spelling" ? words.alike.why.spelling(likeness.letters) : words.alike.why[likeness.kind]();
}

/** All that somebody has in common, in one line. */
export function whyText({ patron, why }: Alike): string {
  const born = patron.details.born ? [words.alike.born(day(patron.details.born))] : [];
  return [patron.details.card, ...born, ...why.map(likenessText)].join(" · ");
}

/** What the core compares, of all that is typed. */
export function compared(details: PatronDetails, patron: number | null): ShowSimilar {
  const { family_name, given_name, preferred_name, born, email, phone } = details;
  return { patron, family_name, given_name, preferred_name, born, email, phone };
}

/** Whether there is enough to compare at all. */
export function isComparable({ family_name, born, email, phone }: ShowSimilar): boolean {
  return (family_name.trim() !== "" && born !== null) || email.trim() !== "" || phone.trim() !== "";
}
