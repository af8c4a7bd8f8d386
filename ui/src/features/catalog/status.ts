// Where an item is, as a word with its meaning. The core decides what a status allows.
import type { Item, ItemStatus } from "$api/generated";
import { habit } from "$shared/habit.svelte";
import { words } from "./words";

export type Meaning = "fine" | "careful" | "stop" | "note" | "plain";

const MEANINGS: Record<ItemStatus, Meaning> = {
  in_service: "plain",
  missing: "careful",
  lost: "stop",
  repair: "note",
  withdrawn: "plain",
};

/** What the table shows; `quiet` where nothing is to be said, the item is in. */
export function whereabouts(item: Item): { kind: Meaning; text: string; quiet: boolean } {
  if (item.due && item.status === "lost") return { kind: "stop", text: words.lostDue(item.due), quiet: false };
  if (item.due) {
    const late = item.due < habit.today || (item.due_at !== null && Date.parse(item.due_at) < Date.now());
    return { kind: late ? "careful" : "plain", text: words.due(item.due, item.due_at), quiet: !late };
  }
  if (item.status === "in_service") return { kind: "plain", text: words.isIn, quiet: true };
  return { kind: MEANINGS[item.status], text: words.statuses[item.status], quiet: false };
}
