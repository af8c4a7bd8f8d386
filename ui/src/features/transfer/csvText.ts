// The text of a CSV file, whatever encoding its program wrote it in. What the text means, the core says.

export interface CsvText {
  text: string;
  /** Whether the file was UTF-8 or UTF-16, and not guessed. */
  certain: boolean;
}

/** Reads UTF-8, UTF-16 with its mark as spreadsheets write it, and else what old Windows programs write. */
export function csvText(bytes: Uint8Array): CsvText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), certain: true };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), certain: true };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), certain: true };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), certain: false };
  }
}
