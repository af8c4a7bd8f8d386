// What was done on the schedule by whoever is signed in, in order: taken back and done again, also after other pages were
// looked at. It holds the deeds and carries none out.
import type { NeedChange, ShiftChange, Unfilled } from "$api/generated";

/** One deed: all of it goes back together. */
export interface ShiftDeed {
  kind: "shifts";
  changes: ShiftChange[];
  /** When a key last nudged it: presses that follow soon belong to it. */
  nudged: number | null;
  /** Where it mended what classes broke: what became open with it. */
  mended?: Mended;
}

export interface Mended {
  first: string;
  last: string;
  open: Unfilled[];
  opened: number[];
}

export interface NeedDeed {
  kind: "needs";
  changes: NeedChange[];
}

export type Deed = ShiftDeed | NeedDeed;

export class History {
  #done: Deed[] = [];
  #undone: Deed[] = [];

  get last(): Deed | undefined {
    return this.#done.at(-1);
  }

  /** Something new was done: what was taken back cannot be done again. */
  did(deed: Deed): void {
    this.#done.push(deed);
    this.#undone = [];
  }

  /** Takes a deed for undoing, the last one unless another is named; undefined when there is none. */
  back(deed: Deed | undefined = this.last): Deed | undefined {
    if (!deed || !this.#done.includes(deed)) return undefined;
    this.#done = this.#done.filter((other) => other !== deed);
    this.#undone.push(deed);
    return deed;
  }

  /** Takes the deed that was undone last for doing it again. */
  again(): Deed | undefined {
    const deed = this.#undone.pop();
    if (deed) this.#done.push(deed);
    return deed;
  }

  /** The core said no to it: it is not there to go back to. */
  drop(deed: Deed): void {
    this.#done = this.#done.filter((other) => other !== deed);
    this.#undone = this.#undone.filter((other) => other !== deed);
  }

  /** Somebody else signed in. */
  forget(): void {
    this.#done = [];
    this.#undone = [];
  }
}

/** The one history of this window. */
export const history = new History();

interface Change<T> {
  before: T | null;
  after: T | null;
}

/** The same changes the other way round, the last one first. */
export function inverse<T, C extends Change<T>>(changes: readonly C[]): C[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}

/** Two changes of the same shifts in a row as one. */
export function joined(first: readonly ShiftChange[], second: readonly ShiftChange[]): ShiftChange[] {
  return first.map((change, index) => ({ ...change, after: second[index]?.after ?? null }));
}

/** Whether a change goes on where another ended, with the same shifts. */
export function goesOn(first: readonly ShiftChange[], second: readonly ShiftChange[]): boolean {
  return first.length === second.length && first.every(({ id }, index) => id !== null && id === second[index]!.id);
}
