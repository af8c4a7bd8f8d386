// What screen readers should hear although the focus is elsewhere: each scan's result, what was saved.
import { untrack } from "svelte";

export const heard = $state({ polite: "", urgent: "" });

/** Nothing was said: another person listens. */
export function hush(): void {
  heard.polite = heard.urgent = "";
}

/** Says it when there is a pause; "urgent" interrupts. */
export function announce(text: string, when: "polite" | "urgent" = "polite"): void {
  // The same words twice must be heard twice, so they must differ.
  heard[when] = untrack(() => heard[when]) === text ? `${text}\u00a0` : text;
}
