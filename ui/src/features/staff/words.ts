// The words of the staff list, English first; a translation is another file of this shape.
import { count, hours } from "$shared/format";

export const words = {
  title: "Staff",
  list: "Staff",
  subtitle: (here: number) => `${count(here, "person", "people")} on the staff`,
  add: "Add person",
  find: "Find in the list",
  showLeft: "Show those who left",
  onlyHere: "Only those who work here",
  name: "Name",
  position: "Position",
  email: "E-mail",
  phone: "Phone",
  wanted: "Wanted a week",
  status: "Status",
  active: "Works here",
  left: "Left",
  foot: (shown: number, minutes: number) =>
    minutes > 0
      ? `${count(shown, "person", "people")}, ${hours(minutes)} wanted a week`
      : count(shown, "person", "people"),

  newPerson: "New person",
  edit: (name: string) => `Edit ${name}`,
  positionHint: "Such as student worker, lead, keyholder",
  wantedHint: "Hours a week, such as 12 or 7.5; empty where nothing was agreed",
  notHours: "Write hours from 0 to 168, such as 12 or 7.5.",
  activeHint: "Who left keeps their past shifts and is offered for no new ones.",
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  added: (name: string) => `${name} added`,
  saved: (name: string) => `${name} saved`,

  empty: "Nobody here yet",
  emptyText: "Everybody who works here belongs on this list. The schedule has a row for each of them.",
  emptyLeft: "Nobody matches",
  emptyLeftText: "Change the words above, or show those who left too.",
};
