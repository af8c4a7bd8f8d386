// What came of a PIN that was given for one command: whether it was the wrong one, and how long the next try has to wait.
import { Waiting } from "$features/accounts/waiting.svelte";
import { secondsToWait, type Failure } from "$shared/failure";
import { words } from "./words";

export class PinTry {
  #waiting = new Waiting();
  wrong = $state(false);

  get mustWait(): boolean {
    return this.#waiting.seconds > 0;
  }

  /** What is said at the field; nothing where the PIN was not the trouble. */
  get said(): string | undefined {
    if (!this.wrong) return undefined;
    return [words.clock.wrong, this.mustWait ? words.clock.wait(this.#waiting.seconds) : ""].join(" ").trim();
  }

  begin(): void {
    this.wrong = false;
  }

  failed(failure: Failure): void {
    this.wrong = failure.code === "wrong_secret" || failure.code === "wait";
    if (this.wrong) this.#waiting.start(secondsToWait(failure));
  }
}
