// What was typed or scanned into the box, before the core is asked: a name, a code, the stutter of a scanner.

/** An Enter so soon after another is the scanner's second line end, not a hand. */
export const STUTTER_MS = 400;

/** Letters and no digit: somebody's name rather than a label. */
export function looksLikeName(text: string): boolean {
  return /\p{L}/u.test(text) && !/\p{N}/u.test(text);
}

/** What a label may carry: no gaps, and figures in it. */
export function looksLikeCode(text: string): boolean {
  return /^\S+$/u.test(text) && /\p{N}{3}/u.test(text);
}

/** The codes of a pasted list, one a line. */
export function codesOf(pasted: string): string[] {
  return pasted
    .split(/[\r\n\t]+/)
    .map((code) => code.trim())
    .filter(Boolean);
}

/**
 * The code that a scanner typed behind words already searched for, if that is what happened: nobody types and confirms
 * faster than the search answers.
 */
export function scannedBehind(words: string, text: string): string | null {
  const rest = text.startsWith(words) ? text.slice(words.length).trim() : text.trim();
  return looksLikeCode(rest) ? rest : null;
}
