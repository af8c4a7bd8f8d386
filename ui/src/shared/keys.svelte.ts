// The keys a screen answers to, in one register: the listener runs them, the keys sheet and the palette list them.
import { getContext, onDestroy, setContext, untrack } from "svelte";

/** One action with its key. `key` as people write it: "F8", "Ctrl+L", "Alt+1", "?". */
export interface Action {
  does: string;
  run: () => void;
  key?: string;
  /** Answers over an open sheet or dialog too. */
  always?: boolean;
  /** Stays out of the palette and the keys sheet. */
  quiet?: boolean;
}

interface Group {
  title: string;
  layer: number;
  actions: Action[];
}

const LAYER = Symbol("layer");
let register = $state.raw<readonly Group[]>([]);
/** The same, plain: what is destroyed together with a change reads state as it was before the change. */
let kept: readonly Group[] = [];
/** The depth of each thing that lies open over the page: a sheet may outlive the palette from which it was opened. */
let open = $state.raw<readonly number[]>([]);

/** Lets the actions answer while the component lives; those behind an open sheet or dialog wait. */
export function actions(title: string, list: () => Action[]): void {
  const layer = getContext<number | undefined>(LAYER) ?? 0;
  const group: Group = {
    title,
    layer,
    get actions() {
      return list();
    },
  };
  keep([...kept, group]);
  onDestroy(() => keep(kept.filter((other) => other !== group)));
}

function keep(groups: readonly Group[]): void {
  register = kept = groups;
}

/** Called by what lies over the page (sheet, dialog, palette): keys of the layers below rest while it is open. */
export function layer(isOpen: () => boolean): void {
  const depth = (getContext<number | undefined>(LAYER) ?? 0) + 1;
  setContext(LAYER, depth);
  $effect(() => {
    if (!isOpen()) return;
    open = [...untrack(() => open), depth];
    return () => {
      const at = open.indexOf(depth);
      open = open.filter((_, index) => index !== at);
    };
  });
}

/** The groups that answer now, for the keys sheet and the palette. */
export function listedActions(): { title: string; actions: Action[] }[] {
  return register
    .filter((group) => group.layer === 0)
    .map(({ title, actions }) => ({ title, actions: actions.filter((action) => !action.quiet) }))
    .filter((group) => group.actions.length > 0);
}

/** Runs what the pressed key stands for; true when something answered. */
export function answerKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const pressed = keyOf(event);
  const typing = isTyping(event.target) && !reachesThroughFields(pressed);
  if (typing) return false;
  const top = Math.max(0, ...open);
  for (const group of [...register].reverse()) {
    const reached = (action: Action) => group.layer === top || action.always === true;
    const action = group.actions.find((action) => action.key === pressed && reached(action));
    if (!action) continue;
    event.preventDefault();
    action.run();
    return true;
  }
  return false;
}

/** The pressed key as people write it. */
export function keyOf(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const plain = event.altKey && digit ? digit : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shifted = event.shiftKey && (event.key.length > 1 || event.ctrlKey || event.altKey) ? "Shift+" : "";
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${shifted}${plain}`;
}

function reachesThroughFields(key: string): boolean {
  return /^F\d+$/.test(key) || key.startsWith("Ctrl+") || key.startsWith("Alt+");
}

/** What is chosen or pressed takes no letters: only what is written into does. */
const UNWRITTEN = ["button", "checkbox", "file", "radio", "range", "reset", "submit"];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !UNWRITTEN.includes(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}
