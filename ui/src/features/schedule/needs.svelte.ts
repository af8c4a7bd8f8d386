// What is needed while it is being painted: desk, day from which it holds, brush, and strokes on their way.
import { untrack } from "svelte";
import { api, type NeedChange, type NeedPlan, type NeedSpan } from "$api/generated";
import { query } from "$api/query.svelte";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { MIDNIGHT } from "$shared/format";
import { habit } from "$shared/habit.svelte";
import { toast } from "$shared/toast.svelte";
import { inForce, nextChange, strokeChanges, withChanges, type Stroke } from "./need";
import type { Plan } from "./plan.svelte";
import { words } from "./words";

export class Needs {
  #plan: Plan;
  #pending = $state.raw<readonly NeedChange[]>([]);
  #onTheWay = 0;
  /** The desk that is painted; null while the schedule is shown. */
  desk = $state<number | null>(null);
  since = $state<string>(habit.today);
  /** Where the painter's cursor is, or what it is being drawn over. */
  at = $state.raw<Stroke>({ weekdays: [], from: 0, to: 0 });
  brush = $state(1);
  told = query(() => (this.desk === null ? undefined : api.schedule.needs({})), ["desks"]);
  plans = $derived<NeedPlan[]>(withChanges(this.told.value ?? [], this.#pending));
  later = $derived(this.desk === null ? null : nextChange(this.plans, this.desk, this.since));

  /** Made while a component starts. */
  constructor(plan: Plan) {
    this.#plan = plan;
    $effect(() => {
      void this.told.value;
      if (untrack(() => this.#onTheWay) === 0) this.#pending = [];
    });
  }

  /** Begins to paint: from the week in sight on, but never in the past unless somebody says so. */
  open(desk: number): void {
    const first = this.#plan.week?.first ?? habit.today;
    this.since = first > habit.today ? first : habit.today;
    this.desk = desk;
  }

  close(): void {
    this.desk = null;
  }

  spansOf(weekday: number) {
    return this.desk === null ? [] : inForce(this.plans, this.desk, weekday, this.since);
  }

  /** Paints slots with so many people, the brush's unless another number is said. */
  paint(strokes: readonly Stroke[], people: number = this.brush): void {
    const { desk } = this;
    if (desk === null) return;
    this.#keep(strokes.flatMap((stroke) => strokeChanges(this.plans, desk, this.since, stroke, people)));
    announce(words.needPainted(people));
  }

  /** Gives the usual opening hours of every weekday so many people as the brush has. */
  async paintOpen(): Promise<void> {
    const { brush } = this;
    await this.#whileOpen([1, 2, 3, 4, 5, 6, 7], brush > 0 ? [{ from: 0, to: MIDNIGHT, people: brush }] : []);
    announce(words.needPainted(brush));
  }

  /** Lets one weekday serve Monday to Friday, each within its own opening hours. */
  async useForWorkdays(weekday: number): Promise<void> {
    const others = [1, 2, 3, 4, 5].filter((other) => other !== weekday);
    await this.#whileOpen(others, [...this.spansOf(weekday)]);
  }

  async #whileOpen(weekdays: number[], spans: NeedSpan[]): Promise<void> {
    const { desk, since } = this;
    if (desk === null) return;
    try {
      this.#keep(await api.schedule.openNeeds({ desk, since, weekdays, spans }));
    } catch (thrown) {
      toast(failureSentence(Failure.from(thrown)), { kind: "stop" });
    }
  }

  /** Asks how many people like weeks would have kept busy, and paints that. */
  async suggest(each: number): Promise<void> {
    const { desk, since } = this;
    if (desk === null) return;
    try {
      const changes = await api.solving.suggestNeeds({ desk, since, each });
      this.#keep(changes);
      announce(words.needsSuggested(changes.length));
    } catch (thrown) {
      toast(failureSentence(Failure.from(thrown)), { kind: "stop" });
    }
  }

  #keep(changes: NeedChange[]) {
    if (changes.length === 0) return;
    const isNew = (old: NeedChange) =>
      !changes.some(
        (change) => change.desk === old.desk && change.weekday === old.weekday && change.since === old.since,
      );
    this.#pending = [...this.#pending.filter(isNew), ...changes];
    this.#onTheWay++;
    void this.#plan.board.need({ kind: "needs", changes }).then((kept) => {
      this.#onTheWay--;
      if (!kept) this.#pending = [];
    });
  }
}
