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
let toasts = $state.raw<readonly Toast[]>([]);
let next = 1;

/** Says what was done; with `undo` it offers the way back for as long as it stands. */
export function toast(text: string, more: { kind?: Toast["kind"]; undo?: () => void } = {}): void {
  const shown: Toast = { id: next++, text, kind: more.kind ?? "fine", undo: more.undo };
  toasts = [...untrack(() => toasts).slice(-2), shown];
  announce(text, shown.kind === "stop" ? "urgent" : "polite");
  setTimeout(() => dismiss(shown.id), SECONDS * 1000);
}

/** Takes one away. */
export function dismiss(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
}

/** Those that stand now. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}
