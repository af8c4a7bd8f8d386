// What the forms of a title and an item ask, in the order of the words; a further line of text is one line there.
import type { ItemDetails, ItemTypeId, TitleDetails } from "$api/generated";
import { words } from "./words";

export const TITLE_FIELDS = Object.keys(words.title) as (keyof TitleDetails)[];
export const ITEM_FIELDS = Object.keys(words.item) as (keyof ItemDetails)[];

export function blankTitle(): TitleDetails {
  return { ...(lines(TITLE_FIELDS) as unknown as TitleDetails), year: null };
}

export function blankItem(barcode: string, item_type: ItemTypeId): ItemDetails {
  return { ...(lines(ITEM_FIELDS) as unknown as ItemDetails), barcode, item_type, price: null };
}

/** A further copy stands where the first one does. */
export function copyOf(details: ItemDetails): ItemDetails {
  return { ...details, barcode: "", note: "" };
}

function lines(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, ""]));
}
