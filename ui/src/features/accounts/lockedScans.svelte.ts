// What is scanned while nobody is at the desk: taken out of whatever field it fell into, and given to the core at once.
import { api, type ScannedWhileLocked } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Burst, isEnd, rawOf } from "$shared/burst";
import { alarm } from "$shared/cues.svelte";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { words } from "./words";

/** A scan without a key at its end is over when it falls silent; no PIN is so long. */
const SILENT_MS = 200;
const LONGEST_PIN = 12;

export class LockedScans {
  /** What came of the last scan. */
  said = $state("");
  /** How many returns wait, as the last scan told. */
  waiting = $state<number | null>(null);
  #burst = new Burst();
  #silent: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();

  /** Hears every key before any field does. */
  keydown = (event: KeyboardEvent): void => {
    const raw = rawOf(event);
    if (raw === null) return;
    clearTimeout(this.#silent);
    this.#burst.press(raw, event.timeStamp);
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    if (isEnd(raw) && this.#looksScanned()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#take(field, raw === "\r");
    } else if (this.#burst.text.length > LONGEST_PIN) {
      this.#silent = setTimeout(() => this.#looksScanned() && this.#take(field, false), SILENT_MS);
    }
  };

  stop(): void {
    clearTimeout(this.#silent);
  }

  #looksScanned(): boolean {
    return this.#burst.isScan && !this.#burst.text.includes(" ");
  }

  #take(field: HTMLInputElement | null, submits: boolean): void {
    const { raw, text } = this.#burst;
    this.#burst.clear();
    if (field?.value.endsWith(text)) write(field, field.value.slice(0, -text.length));
    else field = null;
    this.#queue = this.#queue.then(() => this.#tell(raw, text, field, submits));
  }

  async #tell(raw: string, text: string, field: HTMLInputElement | null, submits: boolean): Promise<void> {
    try {
      const scanned = await api.circulation.scanWhileLocked({ raw });
      if (scanned.kind !== "no_code") return this.#say(scanned);
      // A quick hand: it was a secret after all.
      if (!field?.isConnected) return;
      write(field, field.value + text);
      if (submits) field.form?.requestSubmit();
    } catch (thrown) {
      this.said = words.scanFailed(failureSentence(Failure.from(thrown)));
      alarm();
      announce(this.said, "urgent");
    }
  }

  #say(scanned: ScannedWhileLocked): void {
    if (scanned.kind === "kept") this.waiting = scanned.waiting;
    this.said = scanned.kind === "kept" ? words.keptReturn : words.refusedScan;
    alarm();
    announce(this.said, "urgent");
  }
}

function write(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
