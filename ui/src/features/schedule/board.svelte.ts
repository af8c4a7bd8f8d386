// The week under the hands of whoever plans it: changes show at once, go to the core one after another, snap back with
// a sentence when it says no, and can be undone while the page lives.
import { untrack } from "svelte";
import { api, type PlacedShift, type ShiftDetails, type Week } from "$api/generated";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { toast } from "$shared/toast.svelte";
import { overlaid, unsettled, type Changes, type Pending } from "./pending";

type Step =
  | { kind: "move"; id: number; before: ShiftDetails; nudged: number | null }
  | { kind: "place"; id: number }
  | { kind: "remove"; id: number; before: ShiftDetails };

/** Key presses on one shift closer together than this are one step back. */
const ONE_STEP_MS = 1000;

export class Board {
  #told: () => Week | undefined;
  #changes = $state.raw<Changes>(new Map());
  #steps: Step[] = [];
  #queued = new Set<number>();
  #line: Promise<unknown> = Promise.resolve();
  #fresh = -1;
  /** The last change that the core refused, until another try. */
  refused = $state.raw<{ id: number; failure: Failure } | null>(null);
  week = $derived.by(() => {
    const week = this.#told();
    return week && overlaid(week, this.#changes);
  });

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

  move(id: number, details: ShiftDetails): void {
    const before = this.find(id)?.shift.details;
    if (!before || id < 0 || same(before, details)) return;
    this.#steps.push({ kind: "move", id, before, nudged: null });
    this.#move(id, details);
  }

  /** A move by a key: presses that follow soon are one step back together. */
  nudge(id: number, details: ShiftDetails): void {
    const last = this.#steps.at(-1);
    const now = performance.now();
    this.move(id, details);
    const step = this.#steps.at(-1);
    if (step === last || step?.kind !== "move") return;
    step.nudged = now;
    const goesOn = last?.kind === "move" && last.id === id && last.nudged !== null && now - last.nudged < ONE_STEP_MS;
    if (goesOn) this.#steps.splice(-2, 2, { ...last, nudged: now });
  }

  /** Answers the new shift's number; undefined when the core said no. */
  async place(details: ShiftDetails): Promise<number | undefined> {
    const id = await this.#place(details);
    if (id !== undefined) this.#steps.push({ kind: "place", id });
    return id;
  }

  /** Answers how to bring it back; undefined when there is nothing to remove. */
  remove(id: number): (() => void) | undefined {
    const before = this.find(id)?.shift.details;
    if (!before || id < 0) return undefined;
    const step: Step = { kind: "remove", id, before };
    this.#steps.push(step);
    this.#remove(id);
    return () => this.#steps.includes(step) && this.#revert(step);
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    const step = this.#steps.at(-1);
    if (step) this.#revert(step);
    return step !== undefined;
  }

  #revert(step: Step) {
    this.#steps = this.#steps.filter((other) => other !== step);
    if (step.kind === "move") this.#move(step.id, step.before);
    else if (step.kind === "place") this.#remove(step.id);
    else void this.#place(step.before).then((id) => id !== undefined && this.#rename(step.id, id));
  }

  #move(id: number, details: ShiftDetails) {
    this.#show(id, { details, conflicts: null, settled: false });
    if (this.#queued.has(id)) return;
    this.#queued.add(id);
    void this.#next(id, async () => {
      this.#queued.delete(id);
      const now = this.#changes.get(id)?.details;
      if (!now) return;
      const { conflicts } = await api.schedule.moveShift({ id, details: now });
      const newer = this.#changes.get(id)?.details !== now;
      if (!newer) this.#show(id, { details: now, conflicts, settled: true });
    });
  }

  async #place(details: ShiftDetails): Promise<number | undefined> {
    const stand = this.#fresh--;
    this.#show(stand, { details, conflicts: null, settled: false });
    return this.#next(stand, async () => {
      const { shift, conflicts } = await api.schedule.placeShift({ details });
      this.#forget(stand);
      this.#show(shift.id, { details: shift.details, conflicts, settled: true });
      return shift.id;
    });
  }

  #remove(id: number) {
    this.#show(id, { details: null, conflicts: null, settled: false });
    void this.#next(id, async () => {
      await api.schedule.removeShift({ id });
      this.#show(id, { details: null, conflicts: null, settled: true });
    });
  }

  /** One after another, so that a later change of a shift never overtakes an earlier one. */
  #next<T>(id: number, send: () => Promise<T>): Promise<T | undefined> {
    this.refused = null;
    const sent = this.#line.then(send).catch((thrown: unknown) => {
      const failure = Failure.from(thrown);
      this.#forget(id);
      const step = this.#steps.findLast((step) => step.id === id);
      this.#steps = this.#steps.filter((other) => other !== step);
      this.refused = { id, failure };
      // What is wrong with a field stands at the field.
      if (failure.code === "invalid") announce(failureSentence(failure), "urgent");
      else toast(failureSentence(failure), { kind: "stop" });
      return undefined;
    });
    this.#line = sent;
    return sent;
  }

  #show(id: number, change: Pending) {
    this.#changes = new Map(untrack(() => this.#changes)).set(id, change);
  }

  #forget(id: number) {
    const left = new Map(this.#changes);
    left.delete(id);
    this.#changes = left;
  }

  #rename(old: number, id: number) {
    for (const step of this.#steps) if (step.id === old) step.id = id;
  }
}

function same(a: ShiftDetails, b: ShiftDetails): boolean {
  const keys: (keyof ShiftDetails)[] = ["staff", "desk", "day", "start", "end", "note"];
  return keys.every((key) => a[key] === b[key]);
}
