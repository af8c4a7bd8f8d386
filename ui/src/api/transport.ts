// The only file that knows Tauri: one command in, output or Failure out, changed topics told to whoever listens.
import { invoke } from "@tauri-apps/api/core";
import { Failure } from "$shared/failure";

export { Failure };

/** What a task says of itself while it runs. */
export interface Progress {
  done: number;
  total: number | null;
  note: string;
  /** What is known so far of what it will answer. */
  news?: unknown;
}

/** How the caller of a task follows it, and stops it. */
export interface Watch {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

interface Answer {
  output: unknown;
  changes: string[];
}

interface TaskState extends Progress {
  revision: number;
  state: "running" | "finished" | "failed" | "cancelled";
  output: unknown;
  error: { code: string; message: string; details: unknown } | null;
  changes: string[];
}

/** How long to wait behind the lock before a task is asked after again. */
const LOCKED_MS = 2000;

type Hear<T> = (told: T) => void;
const changeListeners = new Set<Hear<string[]>>();
const shutListeners = new Set<Hear<Failure>>();
const underWay = new Map<string, Promise<unknown>>();
let sharing = false;

/** Asks the core for one command. */
export function call<T>(name: string, input: unknown): Promise<T> {
  if (!sharing) return ask<T>(name, input);
  const key = `${name} ${JSON.stringify(input)}`;
  const already = underWay.get(key);
  if (already) return already as Promise<T>;
  const asked = ask<T>(name, input).finally(() => {
    if (underWay.get(key) === asked) underWay.delete(key);
  });
  underWay.set(key, asked);
  return asked;
}

/** Runs a read so that identical reads under way at the same time become one request. */
export function shared<T>(read: () => T): T {
  sharing = true;
  try {
    return read();
  } finally {
    sharing = false;
  }
}

/** Starts a task and follows it to its end; aborting the signal cancels it in the core. */
export async function runTask<T>(name: string, input: unknown, watch: Watch = {}): Promise<T> {
  if (watch.signal?.aborted) throw new Failure("cancelled", "cancelled");
  const { task } = await ask<{ task: number }>(name, input);
  const cancel = () => void ask("tasks.cancel", { task }).catch(() => undefined);
  watch.signal?.addEventListener("abort", cancel, { once: true });
  if (watch.signal?.aborted) cancel();
  try {
    for (let seen = 0; ;) {
      const state = await next(task, seen);
      const { done, total, note, news } = state;
      if (state.revision !== seen) watch.onProgress?.({ done, total, note, ...(news == null ? {} : { news }) });
      seen = state.revision;
      if (state.state === "running") continue;
      tellChanges(state.changes);
      if (state.state === "finished") return state.output as T;
      if (state.state === "cancelled") throw new Failure("cancelled", "cancelled");
      throw Failure.from(state.error);
    }
  } finally {
    watch.signal?.removeEventListener("abort", cancel);
  }
}

/** The task's next state. Behind the lock nothing is told, and the task goes on: it is asked again when somebody is back. */
async function next(task: number, seen: number): Promise<TaskState> {
  for (;;) {
    try {
      return await ask<TaskState>("tasks.next", { task, seen });
    } catch (thrown) {
      if (Failure.from(thrown).code !== "locked") throw thrown;
      await new Promise((done) => setTimeout(done, LOCKED_MS));
    }
  }
}

/** Hears the topics that a command changed; answers how to stop listening. */
export function onChanges(hear: Hear<string[]>): () => void {
  changeListeners.add(hear);
  return () => void changeListeners.delete(hear);
}

/** Hears that the core answers nobody: locked, or nobody signed in. */
export function onShut(hear: Hear<Failure>): () => void {
  shutListeners.add(hear);
  return () => void shutListeners.delete(hear);
}

/** Hears that the window is about to close; answers how to stop listening. */
export function onClosing(hear: () => void): () => void {
  window.addEventListener("carrel-closing", hear);
  return () => window.removeEventListener("carrel-closing", hear);
}

async function ask<T>(name: string, input: unknown): Promise<T> {
  let answer: Answer;
  try {
    answer = await invoke<Answer>("call", { name, input });
  } catch (thrown) {
    const failure = Failure.from(thrown);
    if (failure.code === "locked" || failure.code === "not_signed_in") for (const hear of shutListeners) hear(failure);
    throw failure;
  }
  tellChanges(answer.changes);
  return answer.output as T;
}

function tellChanges(topics: string[]): void {
  if (topics.length === 0) return;
  // A read that began before the change may not answer for one that begins after it.
  underWay.clear();
  for (const hear of changeListeners) hear(topics);
}
