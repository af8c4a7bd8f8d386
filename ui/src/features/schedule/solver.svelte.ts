// A solve under way and what came of it, for this window: it goes on while other pages are looked at, and is kept or
// dropped by whoever started it.
import type { Standing } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { solveWords as words } from "./solveWords";

/** What a solve under way tells. */
type Told = { done: number; total?: number | null; note?: string; news?: unknown };

/** Who follows a solve, and may stop it. */
export type Watch = { signal: AbortSignal; onProgress: (told: Told) => void };

export class Solver<A, P extends { standing: Standing }> {
  /** What was asked; null while nothing is solved. */
  asked = $state.raw<A | null>(null);
  /** How the best plan so far stands. */
  standing = $state.raw<Standing | null>(null);
  seconds = $state(0);
  proposal = $state.raw<P | null>(null);
  failure = $state.raw<Failure>();
  #stop: AbortController | null = null;

  get running(): boolean {
    return this.asked !== null && this.proposal === null;
  }

  /** Another plan in place of the one that was found. */
  adopt(proposal: P): void {
    this.proposal = proposal;
    this.standing = proposal.standing;
  }

  /** Enough: what was found so far is the proposal. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Nothing is solved any more, and what was found is gone. */
  forget(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.asked = this.standing = this.proposal = null;
    this.failure = undefined;
    this.seconds = 0;
  }

  /** Solves; what came of it is taken, and said, unless something else was begun meanwhile. */
  protected async look(asked: A | null, solve: (watch: Watch) => Promise<() => string>): Promise<void> {
    this.forget();
    const stop = new AbortController();
    this.#stop = stop;
    this.asked = asked;
    try {
      const take = await solve({
        signal: stop.signal,
        onProgress: (told) => {
          if (this.#stop === stop) this.hear(told);
        },
      });
      if (this.#stop === stop) announce(take());
    } catch (thrown) {
      if (this.#stop !== stop) return;
      this.forget();
      this.failure = Failure.from(thrown);
    }
  }

  /** What came of a solve; answers how it is said. */
  protected found(proposal: P): string {
    this.adopt(proposal);
    return words.solved(proposal.standing);
  }

  protected hear(told: Told): void {
    this.seconds = told.done;
    if (told.news) this.standing = told.news as Standing;
  }
}
