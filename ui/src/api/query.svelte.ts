// Reads that keep themselves fresh: asked again when their inputs or one of their topics change. Nothing is kept
// beyond the screen that shows it, so that a lock or another person never meets old answers.
import { untrack } from "svelte";
import { Failure, onChanges, shared } from "./transport";

/** Waiting shorter than this shows nothing. */
export const PATIENCE_MS = 150;

/** A read on a screen: the last good answer, what went wrong since, and whether it takes noticeably long. */
export interface Query<T> {
  readonly value: T | undefined;
  readonly error: Failure | undefined;
  readonly loading: boolean;
  refresh(): void;
}

const open = new Set<{ topics: ReadonlySet<string>; again: () => void }>();

onChanges((topics) => {
  for (const query of open) if (topics.some((topic) => query.topics.has(topic))) query.again();
});

/** Asks every read on the screen again: another day, or the desk was unlocked. */
export function refreshAll(): void {
  for (const query of open) query.again();
}

/**
 * Keeps `read` answered while the component lives. Reactive values that `read` uses before its first `await` are its
 * inputs. A `read` that answers undefined instead of a promise asks nothing and clears the value.
 */
export function query<T>(read: () => Promise<T> | undefined, topics: readonly string[]): Query<T> {
  let value = $state.raw<T>();
  let error = $state.raw<Failure>();
  let loading = $state(false);
  let asked = $state(0);
  let turn = 0;

  $effect(() => {
    const query = { topics: new Set(topics), again: () => void untrack(() => asked++) };
    open.add(query);
    return () => void open.delete(query);
  });

  $effect(() => {
    void asked;
    const mine = ++turn;
    const answer = shared(read);
    if (answer === undefined) {
      value = error = undefined;
      loading = false;
      return;
    }
    const patience = setTimeout(() => (loading = true), PATIENCE_MS);
    const settle = (set: () => void) => {
      if (mine !== turn) return;
      clearTimeout(patience);
      loading = false;
      set();
    };
    answer.then(
      (output) => settle(() => ((value = output), (error = undefined))),
      (thrown) => settle(() => (error = Failure.from(thrown))),
    );
    return () => {
      turn++;
      clearTimeout(patience);
    };
  });

  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    refresh: () => void asked++,
  };
}
