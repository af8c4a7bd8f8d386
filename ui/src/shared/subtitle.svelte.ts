// The line beside the page's title in the top bar; the page says it, the frame shows it.

let current = $state.raw<() => string>(() => "");

/** Shows the line while the component lives: subtitle(() => `Week 48 · ${span}`). */
export function subtitle(say: () => string): void {
  $effect(() => {
    current = say;
    return () => {
      if (current === say) current = () => "";
    };
  });
}

/** What to show now. */
export function currentSubtitle(): string {
  return current();
}
