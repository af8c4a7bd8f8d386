// What is needed while it is being painted: desk, day from which it holds, brush, and strokes on their way.
import { untrack } from "svelte";
import { api, type NeedChange, type NeedPlan } from "$api/generated";
import { query } from "$api/query.svelte";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { habit } from "$shared/habit.svelte";
import { toast } from "$shared/toast.svelte";
import { inForce, nextChange, strokeChanges, withChanges, workdayChanges, type Open, type Stroke } from "./need";
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

  /** Paints the usual opening hours of every weekday with so many people as the brush has. */
  async paintOpen(): Promise<void> {
    const open = await this.#open();
    this.paint([...open].map(([weekday, [from, to]]) => ({ weekdays: [weekday], from, to })));
  }

  async useForWorkdays(weekday: number): Promise<void> {
    const { desk, since } = this;
    const open = await this.#open();
    if (desk !== null && open.size > 0) this.#keep(workdayChanges(this.plans, desk, since, weekday, open));
  }

  /** The usual opening hours, breaks in them passed over; nothing where they cannot be read, which is said. */
  async #open(): Promise<Open> {
    const open = new Map<number, readonly [number, number]>();
    try {
      const { hours } = await api.policies.calendar({ from: this.since, to: this.since });
      for (const { weekday, opens, closes } of hours) {
        const [from, to] = open.get(weekday) ?? [opens, closes];
        open.set(weekday, [Math.min(from, opens), Math.max(to, closes)]);
      }
    } catch (thrown) {
      toast(failureSentence(Failure.from(thrown)), { kind: "stop" });
    }
    return open;
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
