// Keeping a report as a file: one at a time, with its progress, and where it is afterwards.
import { api, type PrintReport, type ReportFormat, type Saved } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { words } from "./words";

export class Saving {
  /** What is being written; null when nothing is. */
  format = $state<ReportFormat | null>(null);
  progress = $state.raw({ done: 0, total: null as number | null, note: "" });
  saved = $state.raw<Saved>();
  failure = $state.raw<Failure>();
  #stop: AbortController | undefined;

  /** Writes the file; answers it, or nothing when it could not be written. */
  async save(wanted: PrintReport): Promise<Saved | undefined> {
    if (this.format) return undefined;
    this.format = wanted.format;
    this.saved = this.failure = undefined;
    this.progress = { done: 0, total: null, note: "" };
    this.#stop = new AbortController();
    try {
      this.saved = await api.reports.save(wanted, {
        signal: this.#stop.signal,
        onProgress: (progress) => (this.progress = progress),
      });
      announce(words.saved(this.saved.name));
      return this.saved;
    } catch (thrown) {
      this.#fail(thrown);
      return undefined;
    } finally {
      this.format = null;
    }
  }

  /** Shows a saved file in the system's viewer. */
  async open(saved: Saved): Promise<void> {
    try {
      await api.reports.open({ name: saved.name });
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  stop(): void {
    this.#stop?.abort();
  }

  #fail(thrown: unknown): void {
    const failure = Failure.from(thrown);
    this.failure = failure.code === "cancelled" ? undefined : failure;
  }
}
