// A file handed to the core piece by piece. What it holds, the core says.
import { api, type Inspection } from "$api/generated";

/** Bytes a piece: a multiple of three, so that pieces in base64 have no padding inside. */
const PIECE = 768 * 1024;

export interface Watching {
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; total: number | null; note: string }) => void;
}

/** Hands a file over; answers what it seems to hold. */
export async function upload(file: File, watch: Watching = {}): Promise<Inspection> {
  let staged: number | null = null;
  for (let from = 0; ; from += PIECE) {
    const piece = new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
    const last = from + PIECE >= file.size;
    const input = { file: staged, name: file.name, base64: base64(piece), last };
    const answer = await api.transfer.stage(input, last ? watch : { signal: watch.signal });
    if (answer.inspection) return answer.inspection;
    staged = answer.file;
    watch.onProgress?.({ done: from + piece.length, total: file.size, note: "" });
  }
}

/** Bytes in base64. */
export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let from = 0; from < bytes.length; from += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  }
  return btoa(binary);
}
