// A solve under way and what came of it, for this window: it goes on while other pages are looked at, and is kept or
// dropped by whoever started it.
import { api, type Ask, type Proposal, type Standing } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { solveWords as words } from "./solveWords";

export class Solver {
  /** What was asked; null while nothing is solved. */
  asked = $state.raw<Ask | null>(null);
  /** How the best plan so far stands. */
  standing = $state.raw<Standing | null>(null);
  seconds = $state(0);
  proposal = $state.raw<Proposal | null>(null);
  failure = $state.raw<Failure>();
  #stop: AbortController | null = null;

  get running(): boolean {
    return this.asked !== null && this.proposal === null;
  }

  async start(ask: Ask): Promise<void> {
    this.forget();
    const stop = new AbortController();
    this.#stop = stop;
    this.asked = ask;
    try {
      const proposal = await api.solving.start(ask, {
        signal: stop.signal,
        onProgress: ({ done, news }) => {
          if (this.#stop !== stop) return;
          this.seconds = done;
          if (news) this.standing = news as Standing;
        },
      });
      if (this.#stop !== stop) return;
      this.proposal = proposal;
      this.standing = proposal.standing;
      announce(words.solved(proposal.standing.gaps, proposal.standing.missed));
    } catch (thrown) {
      if (this.#stop !== stop) return;
      this.forget();
      this.failure = Failure.from(thrown);
    }
  }

  /** Another plan in place of the one that was found. */
  adopt(proposal: Proposal): void {
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
}

/** The one solver of this window. */
export const solver = new Solver();
