// Short notices at the foot of the window: what was done, and the way back.
import { untrack } from "svelte";
import { announce } from "./announce.svelte";

export interface Toast {
  id: number;
  text: string;
  kind: "fine" | "stop" | "note";
  undo: (() => void) | undefined;
}

const SECONDS = 8;
/** Where they stand, at the foot of the window and within each sheet that lies open over it: whether a hand or the focus
 * is there. */
let places = $state.raw<readonly (() => boolean)[]>([]);
let toasts = $state.raw<readonly Toast[]>([]);
let next = 1;

/** Says what was done; with `undo` it offers the way back for as long as it stands. Answers how to take it away. */
export function toast(text: string, more: { kind?: Toast["kind"]; undo?: () => void } = {}): () => void {
  const shown: Toast = { id: next++, text, kind: more.kind ?? "fine", undo: more.undo };
  toasts = [...untrack(() => toasts).slice(-2), shown];
  announce(text, shown.kind === "stop" ? "urgent" : "polite");
  passes(shown.id);
  return () => dismiss(shown.id);
}

/** Goes by itself, but not from under a hand or the focus. */
function passes(id: number): void {
  setTimeout(() => (places.at(-1)?.() ? passes(id) : dismiss(id)), SECONDS * 1000);
}

/** A place for them while the component lives: they stand in the one that opened last. Answers whether that is this. */
export function placeForToasts(held: () => boolean): () => boolean {
  const place = () => held();
  $effect(() => {
    places = [...untrack(() => places), place];
    return () => (places = places.filter((other) => other !== place));
  });
  return () => places.at(-1) === place;
}

/** Takes one away. */
export function dismiss(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
}

/** Takes all away: another person came, and what the last one did is theirs. */
export function dismissAll(): void {
  toasts = [];
}

/** Those that stand now. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}
