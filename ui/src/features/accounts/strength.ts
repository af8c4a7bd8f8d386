// A hint about a passphrase while it is typed. Whether it is accepted, the core decides.
import { words } from "./words";

const LEAST = 8;
const STRONG = 16;

/** Long enough to be worth sending. */
export function isFit(passphrase: string): boolean {
  return [...passphrase].length >= LEAST;
}

/** What to say beneath the field. */
export function strengthOf(passphrase: string): string {
  const length = [...passphrase].length;
  if (length === 0) return words.passphraseHint;
  if (length < LEAST) return words.strength.short(LEAST - length);
  return length < STRONG ? words.strength.enough : words.strength.strong;
}
