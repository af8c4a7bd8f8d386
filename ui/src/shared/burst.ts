// Tells a scanner from a hand by the time between two keys. What the keys mean, only the core knows.

/** A scanner sends a key at least so often; a hand does not. */
export const BURST_MS = 50;
/** The key at its end may come later. */
const END_MS = 120;
/** Fewer keys than these are no scan. */
const LEAST = 4;

/** A key as the core reads it: Tab, Enter and control characters too; null for keys that type nothing. */
export function rawOf(event: KeyboardEvent): string | null {
  if (event.key === "Enter") return "\r";
  if (event.key === "Tab") return event.shiftKey ? null : "\t";
  if ([...event.key].length !== 1 || event.altKey || event.metaKey) return null;
  if (!event.ctrlKey) return event.key;
  const code = event.key.toUpperCase().charCodeAt(0);
  return code >= 0x40 && code < 0x60 ? String.fromCharCode(code - 0x40) : null;
}

/** Whether the key is one with which scanners end. */
export function isEnd(raw: string): boolean {
  return raw === "\r" || raw === "\t" || raw === "\n";
}

/** The keys that came so fast that no hand typed them. */
export class Burst {
  #raw = "";
  #last = -Infinity;

  /** Takes a key in, with the time at which it was pressed. */
  press(raw: string, at: number): void {
    const within = isEnd(raw) ? END_MS : BURST_MS;
    this.#raw = at - this.#last <= within ? this.#raw + raw : raw;
    this.#last = at;
  }

  /** All its keys. */
  get raw(): string {
    return this.#raw;
  }

  /** What a field that took them in would show. */
  get text(): string {
    return [...this.#raw].filter((key) => key >= " ").join("");
  }

  /** Whether they are a scan, as far as time and length tell. */
  get isScan(): boolean {
    return this.text.length >= LEAST;
  }

  clear(): void {
    this.#raw = "";
    this.#last = -Infinity;
  }
}

/** Every key, where one can see it. */
export function shown(raw: string): string {
  return [...raw]
    .map((key) => (key === "\t" ? "⇥" : key === "\r" || key === "\n" ? "⏎" : key < " " ? control(key) : key))
    .join("");
}

function control(key: string): string {
  return String.fromCharCode(0x2400 + key.charCodeAt(0));
}
