// A solve under way and what came of it, for this window: it goes on while other pages are looked at, and is kept or
// dropped by whoever started it.
import { api, type Ask, type Mending, type Proposal, type Standing, type Unfilled } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { mendWords } from "./mendWords";
import { solveWords as words } from "./solveWords";

export class Solver {
  /** What was asked; null while nothing is solved. */
  asked = $state.raw<Ask | null>(null);
  /** How the best plan so far stands. */
  standing = $state.raw<Standing | null>(null);
  seconds = $state(0);
  /** What classes broke, mended; null while nothing of that kind is proposed. */
  mending = $state.raw<Mending | null>(null);
  /** How many weeks are mended, and of how many; null while nothing is being mended. */
  weeks = $state.raw<{ done: number; total: number } | null>(null);
  proposal = $state.raw<Proposal | null>(null);
  failure = $state.raw<Failure>();
  #stop: AbortController | null = null;

  get running(): boolean {
    return (this.asked !== null || this.weeks !== null) && this.proposal === null;
  }

  /** Looks for who could take what classes broke; answers the first day on which something would change. */
  async mend(): Promise<string | undefined> {
    this.forget();
    const stop = new AbortController();
    this.#stop = stop;
    this.weeks = { done: 0, total: 0 };
    try {
      const mending = await api.solving.mend(
        { shifts: [] },
        {
          signal: stop.signal,
          onProgress: ({ done, total }) => {
            if (this.#stop === stop) this.weeks = { done, total: total ?? 0 };
          },
        },
      );
      if (this.#stop !== stop) return undefined;
      if (mending.broken.length === 0) {
        this.forget();
        announce(mendWords.nothing);
        return undefined;
      }
      this.#mended(mending);
      announce(mendWords.mended(mending.broken.length, mending.unfilled.length));
      return mending.broken[0]?.shift.details.day;
    } catch (thrown) {
      if (this.#stop !== stop) return undefined;
      this.forget();
      this.failure = Failure.from(thrown);
      return undefined;
    }
  }

  /** Somebody takes what nobody took. */
  give(left: Unfilled, staff: number): void {
    if (!this.mending) return;
    const { changes, unfilled } = this.mending;
    const after = { ...left, staff, note: "" };
    this.#mended({
      ...this.mending,
      changes: [...changes, { id: null, before: null, after }],
      unfilled: unfilled.filter((other) => other !== left),
    });
  }

  #mended(mending: Mending): void {
    const { first, last, changes, left_out, unfilled } = mending;
    const standing = { gaps: unfilled.length, missed: 0, cost: 0, bound: null, best: false };
    this.mending = mending;
    this.proposal = { first, last, changes, left_out, standing };
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
    this.asked = this.standing = this.proposal = this.mending = this.weeks = null;
    this.failure = undefined;
    this.seconds = 0;
  }
}

/** The one solver of this window. */
export const solver = new Solver();
