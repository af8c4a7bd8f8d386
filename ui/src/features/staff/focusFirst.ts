// Where the hand goes on when a form takes the place of the button that opened it, and when the button is back.
import { tick } from "svelte";

/** Gives the focus to the first field of what has just come. */
export function focusFirst(whole: HTMLElement): void {
  whole.querySelector<HTMLElement>("input, select, textarea")?.focus();
}

/** Gives it back to the button that comes again. */
export async function focusBack(button: () => HTMLElement | null): Promise<void> {
  await tick();
  button()?.focus();
}
