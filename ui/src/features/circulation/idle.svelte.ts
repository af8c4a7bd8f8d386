// Lets a patron go when nobody has touched the window for a while, so that the next one does not borrow on their card.

/** A patron is let go after so many seconds without a key or a click. */
export const IDLE_SECONDS = 60;

export class Idle {
  secondsLeft = $state(IDLE_SECONDS);
  #touched = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    for (const type of ["keydown", "pointerdown"]) window.addEventListener(type, () => this.touch(), true);
  }

  touch(): void {
    this.#touched = Date.now();
    this.secondsLeft = IDLE_SECONDS;
  }

  /** Begins to count; `busy` holds the clock, `end` is called when it has run out. */
  begin(busy: () => boolean, end: () => void): void {
    this.stop();
    this.touch();
    this.#timer = setInterval(() => {
      if (busy()) return this.touch();
      this.secondsLeft = IDLE_SECONDS - Math.floor((Date.now() - this.#touched) / 1000);
      if (this.secondsLeft <= 0) end();
    }, 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
