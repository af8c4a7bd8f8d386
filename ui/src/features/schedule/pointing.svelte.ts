// The pointer on the grid: browser events in, the drag's states out. What a drop means for the schedule is the page's.
import { drop, IDLE, move, press, type Drag, type Grip, type Outcome, type Point, type Stand } from "./drag";
import { boxOf, measure, spotAt, type Axis, type Measures } from "./measure";

/** This near to the edge, the grid scrolls along. */
const EDGE = 28;
const SCROLL_STEP = 14;

export class Pointing {
  drag = $state.raw<Drag>(IDLE);
  #axis: () => Axis;
  #standOf: (id: number) => Stand | undefined;
  #done: (outcome: Outcome) => void;
  #measures: Measures | null = null;

  constructor(axis: () => Axis, standOf: (id: number) => Stand | undefined, done: (outcome: Outcome) => void) {
    this.#axis = axis;
    this.#standOf = standOf;
    this.#done = done;
  }

  /** The ghost's place in the content, while there is one. */
  get ghost() {
    if (this.drag.phase !== "dragging" || !this.#measures) return null;
    return { ...boxOf(this.drag.ghost, this.#measures, this.#axis()), stand: this.drag.ghost, copy: this.drag.copy };
  }

  /** The block that is on its way elsewhere. */
  get lifted(): number | null {
    return this.drag.phase === "dragging" && !this.drag.copy ? this.drag.id : null;
  }

  down(event: PointerEvent, content: HTMLElement, mayChange: boolean): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const block = event.target.closest<HTMLElement>("[data-shift]");
    const track = event.target.closest("[data-track]");
    // A finger on empty ground scrolls.
    if (!track || (!block && event.pointerType === "touch")) return;
    this.#measures = measure(content);
    const id = block ? Number(block.dataset.shift) : null;
    const stand = id === null ? undefined : this.#standOf(id);
    if (!this.#measures || (id !== null && !stand)) return;
    const grip = (event.target.closest<HTMLElement>("[data-edge]")?.dataset.edge ??
      (block ? "whole" : "ground")) as Grip;
    const at = spotAt(pointOf(event, content), this.#measures, this.#axis());
    if (!mayChange) return void (block && this.#done({ kind: "click", id, at }));
    content.setPointerCapture(event.pointerId);
    this.drag = press(grip, stand && id !== null ? { id, stand } : null, at, pointOf(event, content));
  }

  move(event: PointerEvent, content: HTMLElement, scroller: HTMLElement): void {
    if (this.drag.phase === "idle" || !this.#measures) return;
    if (this.drag.phase === "dragging") scrollAlong(event, scroller);
    const axis = this.#axis();
    const point = pointOf(event, content);
    // Window managers keep Alt-drag for themselves here and there, so Ctrl copies too.
    const copy = event.altKey || event.ctrlKey;
    this.drag = move(this.drag, spotAt(point, this.#measures, axis), point, copy, axis);
  }

  up(): void {
    const outcome = drop(this.drag);
    this.drag = IDLE;
    this.#done(outcome);
  }

  /** True when there was something to give up. */
  cancel(): boolean {
    const had = this.drag.phase === "dragging";
    this.drag = IDLE;
    return had;
  }
}

function pointOf(event: PointerEvent, content: HTMLElement): Point {
  const box = content.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function scrollAlong(event: PointerEvent, scroller: HTMLElement) {
  const box = scroller.getBoundingClientRect();
  if (event.clientY > box.bottom - EDGE) scroller.scrollTop += SCROLL_STEP;
  else if (event.clientY < box.top + EDGE) scroller.scrollTop -= SCROLL_STEP;
}
