// Light or dark: the system's wish until somebody chooses on this computer.

type Theme = "light" | "dark";
const KEPT = "carrel.theme";

const wish = window.matchMedia?.("(prefers-color-scheme: dark)");
let chosen = $state<Theme | null>(read());
let wished = $state<Theme>(wish?.matches ? "dark" : "light");
wish?.addEventListener("change", () => {
  wished = wish.matches ? "dark" : "light";
  apply();
});

/** The theme on the screen. */
export function theme(): Theme {
  return chosen ?? wished;
}

/** Changes to the other and remembers it. */
export function toggleTheme(): void {
  chosen = theme() === "dark" ? "light" : "dark";
  localStorage.setItem(KEPT, chosen);
  apply();
}

/** Puts the theme on the document; called once before anything is drawn. */
export function apply(): void {
  document.documentElement.dataset.theme = theme();
}

function read(): Theme | null {
  const kept = localStorage.getItem(KEPT);
  return kept === "light" || kept === "dark" ? kept : null;
}
