// The words of the catalogue of titles and items, English first.
import type { Day, ItemDetails, ItemStatus, TitleDetails } from "$api/generated";
import { count, dayNear, dueNear } from "$shared/format";

export const words = {
  items: "Items",
  search: "Find by title, author, ISBN, call number or barcode",
  /** The fields of a title, in the order of the form. */
  title: {
    title: "Title",
    author: "Author",
    isbn: "ISBN",
    year: "Year",
    publisher: "Publisher",
  } satisfies Record<keyof TitleDetails, string>,
  /** The fields of an item, in the order of the form. */
  item: {
    barcode: "Barcode",
    call_number: "Call number",
    item_type: "Type",
    location: "Location",
    price: "Price",
    note: "Note",
  } satisfies Record<keyof ItemDetails, string>,
  theTitle: "Title",
  theItem: "Item",
  status: "Status",
  changeStatus: "Change status",
  statuses: {
    in_service: "In service",
    missing: "Missing",
    lost: "Lost",
    repair: "In repair",
    withdrawn: "Withdrawn",
  } satisfies Record<ItemStatus, string>,
  isIn: "In",
  due: (due: Day, at: string | null) => `Due ${dueNear(due, at)}`,
  lostDue: (due: Day) => `Lost, was due ${dayNear(due)}`,
  add: "Add an item",
  addDo: "Add",
  added: (title: string) => `${title} is added`,
  copy: "Add a copy",
  copyOf: (title: string) => `Another copy of ${title}`,
  editItem: "Edit item",
  editTitle: "Edit title",
  editTitleAbout: "Changes every copy of this title.",
  save: "Save",
  saved: (title: string) => `${title} is saved`,
  cancel: "Cancel",
  setTo: (barcode: string, status: string) => `${barcode} is now: ${status.toLowerCase()}`,
  withdraw: (barcode: string) => `Withdraw item ${barcode}?`,
  withdrawDo: "Withdraw",
  withdrawText: (title: string) =>
    `“${title}” leaves the library. It can no longer be lent without an override; its record and its history stay.`,
  shown: (rows: number, more: boolean) =>
    more ? `The first ${count(rows, "item")}; type more to see fewer` : count(rows, "item"),
  newest: (rows: number, more: boolean) => (more ? `The newest ${count(rows, "item")}` : count(rows, "item")),
  firstTitle: "No items yet",
  firstText: "An item is one thing with a barcode: a book, a laptop, a key.",
  first: "Add your first item",
  firstReadOnly: "Somebody who may edit the catalogue adds the first one.",
  nothing: (typed: string) => `Nothing here is called “${typed}”`,
  nothingText: "Every word must begin a word of the title, author, ISBN, call number or barcode.",
  none: "–",
};
