// One import from the file to the rows: choose, try, keep. Nothing is kept before it was tried.
import { api, type ImportMode, type ImportReport } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { csvText } from "./csvText";
import { words } from "./words";

export type ImportKind = "patrons" | "items";

export class Importing {
  kind = $state<ImportKind>("patrons");
  file = $state.raw<{ name: string; size: number; csv: string; certain: boolean }>();
  report = $state.raw<ImportReport>();
  failure = $state.raw<Failure>();
  /** What is under way; null when nothing is. */
  mode = $state<ImportMode | null>(null);
  progress = $state.raw({ done: 0, total: null as number | null, note: "" });
  unreadable = $state(false);
  #stop: AbortController | undefined;

  /** How many rows keeping would write; none before the file was tried. */
  get ready(): number {
    return this.report && !this.report.kept ? this.report.added + this.report.updated : 0;
  }

  async choose(file: File): Promise<void> {
    this.start(this.kind);
    try {
      const { text, certain } = csvText(new Uint8Array(await file.arrayBuffer()));
      this.file = { name: file.name, size: file.size, csv: text, certain };
    } catch {
      this.unreadable = true;
    }
  }

  /** Begins anew, without a file. */
  start(kind: ImportKind): void {
    this.kind = kind;
    this.file = undefined;
    this.report = undefined;
    this.failure = undefined;
    this.unreadable = false;
  }

  /** The same file taken for the other kind must be tried again. */
  take(kind: ImportKind): void {
    this.kind = kind;
    this.report = undefined;
    this.failure = undefined;
  }

  async run(mode: ImportMode): Promise<void> {
    if (!this.file || this.mode) return;
    this.mode = mode;
    this.failure = undefined;
    this.progress = { done: 0, total: null, note: "" };
    this.#stop = new AbortController();
    const watch = {
      signal: this.#stop.signal,
      onProgress: (progress: typeof this.progress) => (this.progress = progress),
    };
    const input = { csv: this.file.csv, mode };
    try {
      this.report = await (this.kind === "patrons"
        ? api.transfer.importPatrons(input, watch)
        : api.transfer.importItems(input, watch));
      const { kept, rows, added, updated } = this.report;
      announce(kept ? words.tellKept(added + updated) : words.tried(rows));
    } catch (thrown) {
      this.failure = Failure.from(thrown);
    } finally {
      this.mode = null;
    }
  }

  cancel(): void {
    this.#stop?.abort();
  }
}
