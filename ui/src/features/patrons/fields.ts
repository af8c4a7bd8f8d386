// What a patron's form asks: each field of the record in the order of the words, and how it is typed.
import type { CategoryId, PatronDetails } from "$api/generated";
import { words } from "./words";

export type FieldName = keyof PatronDetails;
export type FieldKind = "line" | "lines" | "day" | "category" | "patron";

/** Fields that are more than a line of text. */
const KINDS: Partial<Record<FieldName, FieldKind>> = {
  category: "category",
  address: "lines",
  born: "day",
  expires: "day",
  note: "lines",
  guardian_patron: "patron",
};

/** The fields in order. */
export const FIELDS = (Object.keys(words.fields) as FieldName[]).map((name) => ({ name, kind: kindOf(name) }));

export function kindOf(name: FieldName): FieldKind {
  return KINDS[name] ?? "line";
}

/** A form before anything is typed. */
export function blank(card: string, category: CategoryId): PatronDetails {
  const empty = FIELDS.map(({ name, kind }) => [name, kind === "day" || kind === "patron" ? null : ""]);
  return { ...(Object.fromEntries(empty) as PatronDetails), card, category };
}

/** The name as it is spoken: given name first. */
export function nameOf({ given_name, family_name }: Pick<PatronDetails, "given_name" | "family_name">): string {
  return `${given_name} ${family_name}`.trim();
}

/** The name as lists are in order of it. */
export function filedName({ given_name, family_name }: Pick<PatronDetails, "given_name" | "family_name">): string {
  return given_name ? `${family_name}, ${given_name}` : family_name;
}
