// The pointer on the grid: browser events in, the drag's states out. What a drop means for the schedule is the page's.
import { drop, IDLE, move, press, type Drag, type Grip, type Outcome, type Point, type Stand } from "./drag";
import { bandOf, boxOf, measure, spotAt, type Axis, type Measures } from "./measure";
import { stepBetween, stepped } from "./selection";

/** This near to the edge, the grid scrolls along. */
const EDGE = 28;
const SCROLL_STEP = 14;
const NONE: readonly number[] = [];

export class Pointing {
  drag = $state.raw<Drag>(IDLE);
  #axis: () => Axis;
  #standOf: (id: number) => Stand | undefined;
  #selection: () => readonly number[];
  #done: (outcome: Outcome) => void;
  #measures: Measures | null = null;
  /** A block of the selection takes the others along; the same list through the whole drag. */
  #held: readonly number[] = NONE;

  constructor(
    axis: () => Axis,
    standOf: (id: number) => Stand | undefined,
    selection: () => readonly number[],
    done: (outcome: Outcome) => void,
  ) {
    this.#axis = axis;
    this.#standOf = standOf;
    this.#selection = selection;
    this.#done = done;
  }

  /** Where in the content each dragged shift would stand; those that would leave the grid are not drawn. */
  get ghosts() {
    const drag = this.drag;
    const measures = this.#measures;
    if (drag.phase !== "dragging" || !measures) return [];
    const axis = this.#axis();
    const draw = (id: number, stand: Stand) => ({ id, ...boxOf(stand, measures, axis), stand, copy: drag.copy });
    const by = stepBetween(drag.from, drag.ghost);
    const grid = { rows: measures.tops.length, columns: axis.columns };
    const others = this.#held.filter((id) => id !== drag.id);
    const drawn = others.flatMap((id) => {
      const from = this.#standOf(id);
      const to = from && stepped(from, by, grid);
      return to ? [draw(id, to)] : [];
    });
    return [draw(drag.id ?? 0, drag.ghost), ...drawn];
  }

  /** The band's place in the content, while there is one. */
  get band() {
    if (this.drag.phase !== "banding" || !this.#measures) return null;
    return bandOf(this.drag.at, this.drag.to, this.#measures, this.#axis());
  }

  /** The blocks that are on their way elsewhere. */
  get lifted(): readonly number[] {
    return this.drag.phase === "dragging" && !this.drag.copy ? this.#held : NONE;
  }

  down(event: PointerEvent, content: HTMLElement, mayChange: boolean): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const block = event.target.closest<HTMLElement>("[data-shift]");
    const track = event.target.closest("[data-track]");
    // A finger on empty ground scrolls.
    if (!track || (!block && event.pointerType === "touch")) return;
    const measures = (this.#measures = measure(content, track));
    const id = block ? Number(block.dataset.shift) : null;
    const stand = id === null ? undefined : this.#standOf(id);
    if (id !== null && !stand) return;
    const more = event.shiftKey || event.ctrlKey || event.metaKey;
    const ground = event.shiftKey ? "band" : "ground";
    const grip = (event.target.closest<HTMLElement>("[data-edge]")?.dataset.edge ?? (block ? "whole" : ground)) as Grip;
    const at = spotAt(pointOf(event, content), measures, this.#axis());
    if (!mayChange) return void (block && this.#done({ kind: "click", id, at, more }));
    const selection = this.#selection();
    this.#held = id === null ? NONE : selection.includes(id) ? selection : [id];
    content.setPointerCapture(event.pointerId);
    this.drag = press(grip, stand && id !== null ? { id, stand } : null, at, pointOf(event, content), more);
  }

  move(event: PointerEvent, content: HTMLElement, scroller: HTMLElement): void {
    if (this.drag.phase === "idle" || !this.#measures) return;
    if (this.drag.phase !== "pressed") scrollAlong(event, scroller);
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
    const had = this.drag.phase === "dragging" || this.drag.phase === "banding";
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
