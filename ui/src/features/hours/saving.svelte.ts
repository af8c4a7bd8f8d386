// Keeping timesheets as files: one at a time, and where they are afterwards.
import { api, type Paper, type Saved, type TimesheetForm } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { words } from "./words";

export class Saving {
  busy = $state(false);
  saved = $state.raw<Saved>();
  failure = $state.raw<Failure>();

  /** Writes the sheets of a period, and shows pages in the system's viewer. */
  async save(form: TimesheetForm, day: string, people: number[], paper: Paper): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.saved = this.failure = undefined;
    try {
      this.saved = await api.reports.saveTimesheets({ day, people, paper, form });
      announce(words.files.saved(this.saved.name));
      if (form === "pdf") await api.reports.open({ name: this.saved.name });
    } catch (thrown) {
      const failure = Failure.from(thrown);
      this.failure = failure.code === "cancelled" ? undefined : failure;
    } finally {
      this.busy = false;
    }
  }

  /** Shows the saved file in the system's viewer. */
  async open(): Promise<void> {
    if (!this.saved) return;
    try {
      await api.reports.open({ name: this.saved.name });
    } catch (thrown) {
      this.failure = Failure.from(thrown);
    }
  }
}
