// What the palette offers for the words typed: pages and commands at once, people and things as the core finds them.
import type { api, Lending } from "$api/generated";
import type { Icon } from "$shared/icon";
import { goTo } from "$shared/navigation";
import { words } from "./words";

/** One line of the palette. */
export interface Choice {
  id: string;
  group: string;
  label: string;
  about?: readonly string[];
  key?: string;
  icon?: Icon;
  run: () => void;
}

/** What the core found for some words. */
type Found = Awaited<ReturnType<typeof api.today.find>>;

/** The choices in which every typed word begins some word. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = split(typed);
  return choices.filter((choice) => {
    const has = split(choice.label);
    return wanted.every((word) => has.some((other) => other.startsWith(word)));
  });
}

/** What the core found, as choices that open the thing on its page; those out of sight have none. */
export function choicesOf({ staff: members, ...lending }: Found, lends: Lending): Choice[] {
  const { patrons, items, staff } = words.found;
  const found = lends === "carrel" ? lending : { patrons: [], items: [] };
  return [
    ...found.patrons.map(({ id, details }) => ({
      id: `patron ${id}`,
      group: patrons,
      label: `${details.given_name} ${details.family_name}`.trim(),
      about: [details.card],
      run: () => goTo("patrons", { id }),
    })),
    ...found.items.map(({ item, title }) => ({
      id: `item ${item.id}`,
      group: items,
      label: title.details.title,
      about: [title.details.author, item.details.barcode].filter(Boolean),
      run: () => goTo("items", { id: item.id }),
    })),
    ...members.map(({ id, details }) => ({
      id: `staff ${id}`,
      group: staff,
      label: details.name,
      about: [details.position].filter(Boolean),
      run: () => goTo("staff", { id }),
    })),
  ];
}

function split(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
