// One import from the file to the rows: choose, understand, try, keep. Nothing is kept before it was tried.
import {
  api,
  type ImportKind,
  type ImportMode,
  type ImportReport,
  type Inspection,
  type Mapping,
} from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { suggestionFor } from "./mapping";
import { upload } from "./upload";
import { words } from "./words";

export type Doing = ImportMode | "read";

export class Importing {
  file = $state.raw<{ name: string; size: number }>();
  inspection = $state.raw<Inspection>();
  mapping = $state.raw<Mapping>();
  report = $state.raw<ImportReport>();
  failure = $state.raw<Failure>();
  /** Where the report was saved. */
  saved = $state<string>();
  /** What is under way; null when nothing is. */
  doing = $state<Doing | null>(null);
  progress = $state.raw({ done: 0, total: null as number | null, note: "" });
  /** Rows a second; none before there are any. */
  rate = $state<number>();
  #stop: AbortController | undefined;

  /** How many rows keeping would write; none before the file was tried. */
  get ready(): number {
    return this.report && !this.report.kept ? this.report.added + this.report.updated : 0;
  }

  async choose(file: File): Promise<void> {
    this.start();
    this.file = { name: file.name, size: file.size };
    const seen = await this.#work("read", (watch) => upload(file, watch));
    if (!seen) {
      this.file = undefined;
      return;
    }
    this.inspection = seen;
    this.take(seen.kind ?? "patrons");
  }

  /** Begins anew, without a file. */
  start(): void {
    if (this.inspection) void api.transfer.discard({}).catch(() => undefined);
    this.file = undefined;
    this.inspection = undefined;
    this.mapping = undefined;
    this.#forget();
  }

  /** The file is taken for another kind. */
  take(kind: ImportKind): void {
    if (this.inspection) this.change(suggestionFor(this.inspection, kind)?.mapping);
  }

  /** Another way of understanding the file must be tried again. */
  change(mapping: Mapping | undefined): void {
    this.mapping = mapping;
    this.#forget();
  }

  async run(mode: ImportMode): Promise<void> {
    if (!this.inspection || !this.mapping) return;
    const input = { file: this.inspection.file, mapping: this.mapping, mode };
    const report = await this.#work(mode, (watch) => api.transfer.run(input, watch));
    if (!report) return;
    this.report = report;
    this.saved = undefined;
    announce(report.kept ? words.tellKept(report.added + report.updated) : words.tried(report.rows));
  }

  async saveReport(): Promise<void> {
    if (!this.inspection) return;
    const input = { file: this.inspection.file, import: null };
    try {
      this.saved = (await api.transfer.saveReport(input)).path;
    } catch (thrown) {
      this.failure = Failure.from(thrown);
    }
  }

  cancel(): void {
    this.#stop?.abort();
  }

  #forget(): void {
    this.report = undefined;
    this.failure = undefined;
    this.saved = undefined;
  }

  async #work<T>(doing: Doing, work: (watch: object) => Promise<T>): Promise<T | undefined> {
    if (this.doing) return undefined;
    this.doing = doing;
    this.failure = undefined;
    this.rate = undefined;
    this.progress = { done: 0, total: null, note: "" };
    this.#stop = new AbortController();
    const began = performance.now();
    const onProgress = (progress: typeof this.progress) => {
      this.progress = progress;
      const seconds = (performance.now() - began) / 1000;
      if (doing !== "read" && seconds > 1) this.rate = Math.round(progress.done / seconds);
    };
    try {
      return await work({ signal: this.#stop.signal, onProgress });
    } catch (thrown) {
      this.failure = Failure.from(thrown);
      return undefined;
    } finally {
      this.doing = null;
    }
  }
}
