// The solver of the schedule's days: a week or more, a whole term, and what classes broke.
import {
  api,
  type Ask,
  type AskTerm,
  type Mending,
  type Proposal,
  type TermProposal,
  type Unfilled,
} from "$api/generated";
import { mendWords } from "./mendWords";
import { Solver, type Watch } from "./solver.svelte";
import { termWords } from "./termWords";

type Told = Parameters<Watch["onProgress"]>[0];

/** What every solve is asked for. */
type Asked = Pick<Ask, "first" | "last" | "seconds">;

class WeekSolver extends Solver<Asked, Proposal> {
  /** What was asked of single days; null where a whole term is solved. */
  ask = $state.raw<Ask | null>(null);
  /** How many weeks the pattern of a term has. */
  turns = $state(1);
  /** The first day of the week that is made to fit after the pattern was found; empty until then. */
  fitting = $state("");
  /** The proposal where a whole term was solved, with all in which its days differ. */
  term = $state.raw<TermProposal | null>(null);
  /** The days of the term that was solved and kept last: they are published as one. */
  kept = $state.raw<{ first: string; last: string } | null>(null);
  /** What classes broke, mended; null while nothing of that kind is proposed. */
  mending = $state.raw<Mending | null>(null);
  /** How many weeks are mended, and of how many; null while nothing is being mended. */
  weeks = $state.raw<{ done: number; total: number } | null>(null);

  override get running(): boolean {
    return (this.asked !== null || this.weeks !== null) && this.proposal === null;
  }

  start(ask: Ask): Promise<void> {
    return this.look(ask, async (watch) => {
      this.ask = ask;
      const proposal = await api.solving.start(ask, watch);
      return () => this.found(proposal);
    });
  }

  startTerm(ask: AskTerm): Promise<void> {
    return this.look(ask, async (watch) => {
      this.turns = ask.weeks;
      const term = await api.solving.startTerm(ask, watch);
      return () => {
        this.term = term;
        this.adopt({ ...term, left_out: [] });
        return termWords.solved(term.weeks, term.shifts);
      };
    });
  }

  /** Looks for who could take what classes broke; answers the first day on which something would change. */
  async mend(): Promise<string | undefined> {
    await this.look(null, async (watch) => {
      this.weeks = { done: 0, total: 0 };
      const mending = await api.solving.mend({ shifts: [] }, watch);
      return () => {
        const { broken, unfilled } = mending;
        if (broken.length === 0) this.forget();
        else this.#mended(mending);
        return broken.length === 0 ? mendWords.nothing : mendWords.mended(broken.length, unfilled.length);
      };
    });
    return this.mending?.broken[0]?.shift.details.day;
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

  override forget(): void {
    super.forget();
    this.ask = this.term = this.mending = this.weeks = null;
    this.fitting = "";
  }

  protected override hear(told: Told): void {
    if (this.weeks) this.weeks = { done: told.done, total: told.total ?? 0 };
    else super.hear(told);
    this.fitting = this.weeks ? "" : (told.note ?? "");
  }

  #mended(mending: Mending): void {
    const { first, last, changes, left_out, unfilled } = mending;
    const whole = { keyless: 0, leaderless: 0, alone: 0, missed: 0, cost: 0, bound: null, best: false };
    const standing = { ...whole, gaps: unfilled.length };
    this.mending = mending;
    this.proposal = { first, last, changes, left_out, standing };
  }
}

/** The one solver of this window for the days of the schedule. */
export const solver = new WeekSolver();
