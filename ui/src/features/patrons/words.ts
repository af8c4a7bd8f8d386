// The words of the patrons' register, English first. A further plain field of a patron is one line in `fields`.
import type { PatronDetails } from "$api/generated";
import { count } from "$shared/format";

export const words = {
  patrons: "Patrons",
  search: "Find by name, card, e-mail or phone",
  /** The fields of a patron, in the order of the form. */
  fields: {
    card: "Card",
    family_name: "Family name",
    given_name: "Given name",
    preferred_name: "Likes to be called",
    category: "Category",
    email: "E-mail",
    phone: "Phone",
    address: "Address",
    born: "Born",
    expires: "Card expires",
    note: "Note for the desk",
    guardian_patron: "Guardian, a patron",
    guardian: "Guardian, by name",
    guardian_phone: "Guardian’s phone",
  } satisfies Record<keyof PatronDetails, string>,
  name: "Name",
  registered: "Registered",
  lastActive: "Last here",
  register: "Register a patron",
  registerDo: "Register",
  registered1: (name: string) => `${name} is registered`,
  saved: (name: string) => `${name} is saved`,
  edit: "Edit",
  editTitle: (name: string) => `Edit ${name}`,
  save: "Save",
  cancel: "Cancel",
  atDesk: "Open at the desk",
  shown: (rows: number, more: boolean) =>
    more ? `The first ${count(rows, "patron")}; type more to see fewer` : count(rows, "patron"),
  firstTitle: "No patrons yet",
  firstText: "A patron is somebody who borrows: a name, a card, a category.",
  first: "Register your first patron",
  firstReadOnly: "Somebody who may edit patrons registers the first one.",
  nobody: (typed: string) => `Nobody here is called “${typed}”`,
  nobodyText: "Every word must begin a word of the name, card, e-mail or phone.",
  none: "–",
};
