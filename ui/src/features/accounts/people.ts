// Who is meant by a few letters: a number in the list, initials, or the beginning of any part of a name.
import type { AccountCard } from "$api/generated";

/** The people whom the letters may mean, those whose initials they are first. */
export function meant(people: readonly AccountCard[], typed: string): AccountCard[] {
  const letters = fold(typed.trim());
  if (letters === "") return [...people];
  const number = Number(letters);
  if (/^\d+$/.test(letters)) return people.slice(number - 1, number);
  const byInitials = people.filter((person) => initials(person.name).startsWith(letters));
  const byName = people.filter(
    (person) => !byInitials.includes(person) && parts(person.name).some((part) => part.startsWith(letters)),
  );
  return [...byInitials, ...byName];
}

function initials(name: string): string {
  return parts(name)
    .map((part) => part[0])
    .join("");
}

function parts(name: string): string[] {
  return fold(name)
    .split(/[\s-]+/u)
    .filter(Boolean);
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
