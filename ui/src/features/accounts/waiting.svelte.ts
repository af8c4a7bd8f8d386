// The pause after wrong secrets: counts the seconds down that the core has set.

export class Waiting {
  #until = $state(0);
  #now = $state(Date.now());

  /** Whole seconds left; 0 when one may try. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#until - this.#now) / 1000));
  }

  /** Starts the pause; ticks until it is over. */
  start(seconds: number): void {
    this.#now = Date.now();
    this.#until = this.#now + seconds * 1000;
    if (seconds <= 0) return;
    const timer = setInterval(() => {
      this.#now = Date.now();
      if (this.#now >= this.#until) clearInterval(timer);
    }, 250);
  }
}
