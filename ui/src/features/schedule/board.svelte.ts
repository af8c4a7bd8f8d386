// The week under the hands of whoever plans it: changes show at once, go to the core one after another, snap back with
// a sentence when it says no, and can be taken back and done again while the same person sits here.
import { untrack } from "svelte";
import { api, type PlacedShift, type ShiftChange, type ShiftDetails, type Week } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { toast } from "$shared/toast.svelte";
import { goesOn, history, inverse, joined, type Deed, type Mended, type NeedDeed, type ShiftDeed } from "./history";
import { overlaid, unsettled, type Changes, type Pending } from "./pending";
import { renewed } from "./told";

/** Key presses on the same shifts closer together than this are one step back. */
const ONE_STEP_MS = 1000;

/** Changes on their way, which may still grow while they wait. */
interface Message {
  deed: ShiftDeed;
  changes: ShiftChange[];
  /** By what number each is shown until the core has given it one. */
  stands: number[];
  answer: Promise<ShiftChange[] | undefined>;
}

export class Board {
  #told: () => Week | undefined;
  #changes = $state.raw<Changes>(new Map());
  #line: Promise<unknown> = Promise.resolve();
  #waiting: Message | null = null;
  #fresh = -1;
  #last: Week | undefined;
  /** The last change that the core refused, until another try. */
  refused = $state.raw<{ id: number; failure: Failure } | null>(null);
  /** The week as the core told it. */
  #base = $derived.by(() => {
    const told = this.#told();
    return (this.#last = told && renewed(this.#last, told));
  });
  week = $derived.by(() => this.#base && overlaid(this.#base, this.#changes));

  /** Made while a component starts: it follows the week that the core tells. */
  constructor(told: () => Week | undefined) {
    this.#told = told;
    $effect(() => {
      if (told()) untrack(() => (this.#changes = unsettled(this.#changes)));
    });
  }

  find(id: number | null): PlacedShift | undefined {
    return this.week?.shifts.find(({ shift }) => shift.id === id);
  }

  /** Shifts as they are to be; what changes nothing is left out. Answers them as the core keeps them. */
  change(wanted: readonly ShiftChange[]): Promise<ShiftChange[] | undefined> {
    const changes = wanted.filter(({ before, after }) => !before || !after || !same(before, after));
    if (changes.length === 0) return Promise.resolve([]);
    const deed: ShiftDeed = { kind: "shifts", changes, nudged: null };
    history.did(deed);
    return this.#send(deed, changes);
  }

  /** A change by a key: presses that follow soon are one step back together. */
  nudge(changes: readonly ShiftChange[]): void {
    const last = history.last;
    const now = performance.now();
    const more =
      last?.kind === "shifts" &&
      last.nudged !== null &&
      now - last.nudged < ONE_STEP_MS &&
      goesOn(last.changes, changes);
    if (!more) {
      void this.change(changes);
      if (history.last?.kind === "shifts" && history.last !== last) history.last.nudged = now;
      return;
    }
    last.changes = joined(last.changes, changes);
    last.nudged = now;
    void this.#send(last, [...changes]);
  }

  /** The change that moves a shift, as it is now. */
  moved(id: number, after: ShiftDetails): ShiftChange[] {
    const before = this.find(id)?.shift.details;
    return before && id > 0 ? [{ id, before, after }] : [];
  }

  /** Takes shifts off; answers how to bring them back, undefined when there are none. */
  remove(ids: readonly number[]): (() => void) | undefined {
    const changes = ids.flatMap((id) => {
      const before = this.find(id)?.shift.details;
      return before && id > 0 ? [{ id, before, after: null }] : [];
    });
    if (changes.length === 0) return undefined;
    void this.change(changes);
    const deed = history.last;
    return () => void this.#back(history.back(deed));
  }

  /** The core did something by itself: it can be taken back like the rest. Answers how. */
  did(changes: ShiftChange[], mended?: Mended): () => void {
    const deed: Deed = { kind: "shifts", changes, nudged: null, mended };
    if (changes.length > 0) history.did(deed);
    return () => void this.#back(history.back(deed));
  }

  /** What the core does by itself waits for the changes on their way, and those after it wait for that. */
  inTurn<T>(deed: () => Promise<T>): Promise<T> {
    const done = this.#line.then(deed);
    this.#line = done.catch(() => undefined);
    return done;
  }

  /** What desks need goes to the core in the same line; answers whether it was kept. */
  async need(deed: NeedDeed): Promise<boolean> {
    history.did(deed);
    return (await this.#next(deed, [], () => api.schedule.changeNeeds({ changes: deed.changes }))) !== undefined;
  }

  /** Takes the last deed back; undefined when there is none. */
  undo(): Deed | undefined {
    return this.#back(history.back());
  }

  /** Does again what was taken back last; undefined when there is nothing. */
  redo(): Deed | undefined {
    const deed = history.again();
    if (deed?.kind === "shifts" && deed.mended) this.#mendAgain(deed, deed.mended);
    else if (deed) this.#carry(deed, () => deed.changes);
    return deed;
  }

  #back(deed: Deed | undefined): Deed | undefined {
    if (deed?.kind === "shifts" && deed.mended) {
      const { opened } = deed.mended;
      const changes = inverse(deed.changes);
      void this.#next(deed, [], () => api.trades.undoMend({ changes, opened }));
    } else if (deed) this.#carry(deed, () => inverse(deed.changes as ShiftChange[]));
    return deed;
  }

  #mendAgain(deed: ShiftDeed, mended: Mended) {
    const { first, last, open } = mended;
    void this.#next(deed, [], async () => {
      const kept = await api.trades.mend({ first, last, changes: deed.changes, open });
      mended.opened = kept.opened;
      return kept;
    });
  }

  #carry(deed: Deed, changes: () => Deed["changes"]) {
    if (deed.kind === "needs") {
      const needs = changes() as NeedDeed["changes"];
      void this.#next(deed, [], () => api.schedule.changeNeeds({ changes: needs }));
      return;
    }
    const go = () => void this.#send(deed, changes() as ShiftChange[]);
    // A shift that was just placed has its number when the core has answered.
    if (deed.changes.every(({ id }) => id !== null)) go();
    else void this.#line.then(go);
  }

  #send(deed: ShiftDeed, changes: ShiftChange[]): Promise<ShiftChange[] | undefined> {
    this.#waiting = this.#grown(deed, changes) ?? this.#queued(deed, changes);
    const { stands, answer } = this.#waiting;
    this.#show(changes.map(({ after }, index) => [stands[index]!, { details: after, settled: false }]));
    return answer;
  }

  /** A message that has not left yet takes the newer changes of the same shifts along. */
  #grown(deed: ShiftDeed, changes: ShiftChange[]): Message | null {
    const waiting = this.#waiting;
    if (waiting?.deed !== deed || !goesOn(waiting.changes, changes)) return null;
    waiting.changes = joined(waiting.changes, changes);
    return waiting;
  }

  #queued(deed: ShiftDeed, changes: ShiftChange[]): Message {
    const stands = changes.map(({ id }) => id ?? this.#fresh--);
    const message: Message = { deed, changes, stands, answer: Promise.resolve(undefined) };
    message.answer = this.#next(deed, stands, async () => {
      if (this.#waiting === message) this.#waiting = null;
      const sent = message.changes;
      const kept = await api.schedule.changeShifts({ changes: sent });
      if (deed.changes.length === kept.length)
        deed.changes = deed.changes.map((change, index) => ({ ...change, id: change.id ?? kept[index]!.id }));
      this.#settle(stands, sent, kept);
      return kept;
    });
    return message;
  }

  #settle(stands: readonly number[], sent: readonly ShiftChange[], kept: readonly ShiftChange[]) {
    const left = new Map(this.#changes);
    kept.forEach(({ id, after }, index) => {
      const shown = left.get(stands[index]!);
      // What changed again meanwhile is shown as it is now.
      if (shown?.details !== sent[index]!.after || id === null) return;
      left.delete(stands[index]!);
      left.set(id, { details: after, settled: true });
    });
    this.#changes = left;
  }

  /** One after another, so that a later change of a shift never overtakes an earlier one. */
  #next<T>(deed: Deed, stands: readonly number[], send: () => Promise<T>): Promise<T | undefined> {
    this.refused = null;
    const sent = this.#line.then(send).catch((thrown: unknown) => {
      const failure = Failure.from(thrown);
      this.#forget(stands);
      history.drop(deed);
      this.refused = { id: stands[0] ?? 0, failure };
      // What is wrong with a field stands at the field.
      if (failure.code === "invalid") announce(failureSentence(failure), "urgent");
      else toast(failureSentence(failure), { kind: "stop" });
      return undefined;
    });
    this.#line = sent;
    return sent;
  }

  #show(changes: readonly [number, Pending][]) {
    this.#changes = new Map([...untrack(() => this.#changes), ...changes]);
  }

  #forget(stands: readonly number[]) {
    this.#changes = new Map([...this.#changes].filter(([stand]) => !stands.includes(stand)));
  }
}

function same(a: ShiftDetails, b: ShiftDetails): boolean {
  const keys: (keyof ShiftDetails)[] = ["staff", "desk", "day", "start", "end", "note"];
  return keys.every((key) => a[key] === b[key]);
}
