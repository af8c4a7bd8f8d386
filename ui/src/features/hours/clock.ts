// Who is meant at the clock by a few letters, and who is here, late, or to come. No rule: the core says since when.
import type { DeskPerson } from "$api/generated";

/** The people whom the letters may mean; those with a shift today or here already come first. */
export function meant(people: readonly DeskPerson[], typed: string): DeskPerson[] {
  const letters = fold(typed.trim());
  const expected = (person: DeskPerson) => (person.here_since || person.shifts.length > 0 ? 0 : 1);
  const sorted = [...people].sort((a, b) => expected(a) - expected(b));
  if (letters === "") return sorted;
  const whole = people.filter((person) => fold(person.person) === letters);
  if (whole.length > 0) return whole;
  return sorted.filter((person) => {
    const parts = fold(person.person).split(/[\s-]+/u);
    return fold(person.person).startsWith(letters) || parts.some((part) => part.startsWith(letters));
  });
}

/** Who is here, in the order in which they came. */
export function here(people: readonly DeskPerson[]): DeskPerson[] {
  return people
    .filter((person) => person.here_since !== null)
    .sort((a, b) => (a.here_since ?? "").localeCompare(b.here_since ?? ""));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
