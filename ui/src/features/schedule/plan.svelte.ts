// What the schedule page holds while it lives: the view, the week, what is selected, the shift being made.
import { tick } from "svelte";
import { api, type ShiftChange, type ShiftDetails, type Week, type WeekDay } from "$api/generated";
import { query } from "$api/query.svelte";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { addDays, count, day, timeSpan } from "$shared/format";
import { habit } from "$shared/habit.svelte";
import { stayAt, type Params } from "$shared/navigation";
import { may } from "$shared/permissions.svelte";
import { toast } from "$shared/toast.svelte";
import { Board } from "./board.svelte";
import { gaps, type Gap } from "./coverage";
import type { Outcome, Stand } from "./drag";
import type { Deed } from "./history";
import { rowMaker } from "./rowMaker";
import { DRAFT, keeper, labelOf, type Draft } from "./rows";
import { pasted, stepBetween, stepped, toggled, within, type Step } from "./selection";
import { daysOf, detailsAt, freeSpan, viewOf, zoomed, type View } from "./view";
import { words } from "./words";

/** How the schedule was looked at last; the next visit begins there. */
let last: Omit<View, "day"> = { span: "day", by: "people", zoom: 30 };
/** The length of a shift that nobody drew, until one was placed. */
const USUAL_LENGTH = 180;
/** What was copied, for this window. */
let copied: ShiftDetails[] = [];

export class Plan {
  /** What the page is opened with. */
  params: () => Params;
  /** The week that is shown in place of the one that the core keeps: nothing in it can be changed. */
  #shown: (() => Week | undefined) | undefined;
  #keepDays = keeper<WeekDay>();
  #rows = rowMaker();
  #lastDesk: number | null = null;
  #lastStaff: number | null = null;
  #lastLength = USUAL_LENGTH;
  /** The selected shifts in the order in which they were selected. */
  selection = $state.raw<readonly number[]>([]);
  /** The row whose name was chosen, for a new shift in it. */
  row = $state<number | null>(null);
  draft = $state.raw<Draft | null>(null);
  /** Whether the panel beside the week shows how fair it is, whatever is selected in between. */
  fairness = $state(false);
  /** The other days on which the draft is to be as well: it was drawn over several. */
  also = $state.raw<readonly string[]>([]);

  view = $derived.by(() => viewOf(this.params(), habit.today, last));
  told = query(
    () => (this.view.day && !this.#shown ? api.schedule.week({ day: this.view.day }) : undefined),
    ["shifts", "desks", "staff", "calendar", "library"],
  );
  /** When everybody can work; whoever may not plan does not see it. */
  able = query(
    () => (this.editable && this.view.day ? api.schedule.times({ day: this.view.day }) : undefined),
    ["staff", "calendar"],
  );
  board = new Board(() => (this.#shown ? this.#shown() : this.told.value));
  week = $derived(this.board.week);
  days = $derived(this.#keepDays(this.week ? daysOf(this.week, this.view) : []));
  rows = $derived.by(() => {
    const days = this.days.map(({ day }) => day);
    return this.week ? this.#rows(this.week, this.view.by, days, this.drafts) : [];
  });
  /** The shift that is being made, on each of its days. */
  drafts = $derived.by(() => {
    const draft = this.draft;
    return draft ? [...new Set([draft.day, ...this.also])].map((day) => ({ ...draft, day })) : [];
  });
  /** Each person's times on the days in sight. */
  times = $derived.by(() => {
    const days = new Set(this.days.map(({ day }) => day));
    const people = this.view.by === "people" ? (this.able.value ?? []) : [];
    return new Map(people.map((person) => [person.staff, person.days.filter(({ day }) => days.has(day))]));
  });
  gaps = $derived<Gap[]>(this.week ? gaps(this.week.coverage) : []);
  /** The one selected shift; none while there are several. */
  shift = $derived(this.selection.length === 1 ? this.board.find(this.selection[0]!) : undefined);
  /** The selected shifts that are still there. */
  shifts = $derived(this.selection.flatMap((id) => this.board.find(id)?.shift ?? []));

  constructor(params: () => Params, shown?: () => Week | undefined) {
    this.params = params;
    this.#shown = shown;
  }

  get editable(): boolean {
    return may("edit_schedule") && !this.#shown;
  }

  get by() {
    return this.view.by;
  }

  look(change: Partial<View>): void {
    const view = { ...this.view, ...change };
    last = { span: view.span, by: view.by, zoom: view.zoom };
    stayAt("schedule", { ...view, zoom: String(view.zoom) });
  }

  /** Finer or coarser slots. */
  zoom(by: -1 | 1): void {
    this.look({ zoom: zoomed(this.view.zoom, by), span: "day" });
    announce(words.zoomedTo(this.view.zoom));
  }

  turn(weeks: number): void {
    this.goTo(addDays(this.view.day, 7 * weeks));
  }

  /** Another day, and nothing of the one before. */
  goTo(day: string): void {
    this.selection = [];
    this.row = this.draft = null;
    this.look({ day });
  }

  /** Selects one shift alone; null selects none. */
  select(id: number | null): void {
    if (id !== null && !this.board.find(id)) return;
    this.selection = id === null ? [] : [id];
    this.draft = null;
    const shift = this.shift?.shift.details;
    if (!shift || !this.week) return;
    this.row = this.by === "people" ? shift.staff : shift.desk;
    announce(words.selected(labelOf(shift, this.week)));
  }

  /** Selects several; what is not there is left out. */
  selectAll(ids: readonly number[]): void {
    this.selection = ids.filter((id) => id > DRAFT && this.board.find(id));
    this.draft = null;
    announce(words.severalSelected(this.selection.length));
  }

  /** One more, or one fewer. */
  toggle(id: number): void {
    this.selectAll(toggled(this.selection, id));
  }

  /** Where a shift stands on the grid; undefined when it is out of sight or not placed yet. */
  standOf(id: number): Stand | undefined {
    const row = this.rows.findIndex((row) => row.blocks.some((block) => block.id === id));
    const block = this.rows[row]?.blocks.find((block) => block.id === id);
    if (!block || id <= DRAFT) return undefined;
    return { row, column: block.column, start: block.details.start, end: block.details.end };
  }

  /** What a drop on the grid means. */
  drop(outcome: Outcome): void {
    if (outcome.kind === "click") this.#click(outcome.id, this.rows[outcome.at.row]?.id ?? null, outcome.more);
    else if (outcome.kind === "draw") this.#begin(outcome.to);
    else if (outcome.kind === "band")
      this.selectAll(within(this.rows, outcome.from, outcome.to, this.view.span === "day"));
    else if (outcome.kind !== "nothing") {
      const from = this.standOf(outcome.id);
      if (!from) return;
      const ids = this.selection.includes(outcome.id) ? this.selection : [outcome.id];
      const changes = this.#stepped(ids, stepBetween(from, outcome.to));
      if (!changes) return announce(words.noFurther, "urgent");
      if (outcome.kind === "copy") void this.#place(changes);
      else {
        void this.board.change(changes);
        this.#changed(changes);
        void this.focus(outcome.id);
      }
    }
  }

  /** The fields of the selected shift say something else. */
  change(id: number, details: ShiftDetails): void {
    const changes = this.board.moved(id, details);
    void this.board.change(changes);
    this.#changed(changes);
  }

  /** The selected shifts go one step by a key; true when there was room for it. */
  nudge(by: Step): boolean {
    const changes = this.#stepped(this.selection, by);
    if (!changes) return false;
    this.board.nudge(changes);
    this.#changed(changes);
    return true;
  }

  async place(details: ShiftDetails): Promise<boolean> {
    const kept = this.draft;
    const days = new Set([details.day, ...(kept ? this.also : [])]);
    this.draft = null;
    const placed = await this.#place([...days].map((day) => ({ id: null, before: null, after: { ...details, day } })));
    if (!placed) this.draft = kept;
    return placed;
  }

  remove(ids: readonly number[] = this.selection): void {
    const shifts = ids.flatMap((id) => this.board.find(id)?.shift.details ?? []);
    if (shifts.length === 0 || !this.week) return;
    const what = shifts.length === 1 ? labelOf(shifts[0]!, this.week) : count(shifts.length, "shift");
    const undo = this.board.remove(ids);
    this.selection = [];
    if (undo) toast(words.removed(what), { undo });
  }

  copy(): void {
    copied = this.shifts.map(({ details }) => details);
    announce(words.copiedShifts(copied.length));
  }

  /** Places what was copied: on the day in sight, in a week on the same weekday, for the chosen row. */
  paste(): void {
    const first = copied.map(({ day }) => day).sort()[0];
    if (!first || !this.week) return;
    const on = daysOf(this.week, {
      ...this.view,
      span: "day",
      day: this.view.span === "day" ? this.view.day : first,
    })[0];
    const rows = new Set(copied.map(({ staff, desk }) => (this.by === "people" ? staff : desk)));
    const key = this.by === "people" ? "staff" : "desk";
    const row = this.row !== null && rows.size === 1 ? { [key]: this.row } : {};
    if (on) void this.#place(pasted(copied, on.day, row));
  }

  /** The core cuts, joins or swaps; what it did can be taken back like the rest. */
  async ask(done: (shifts: number) => string, deed: () => Promise<ShiftChange[]>): Promise<void> {
    try {
      const changes = await this.board.inTurn(deed);
      const undo = this.board.did(changes);
      toast(done(changes.length), changes.length > 0 ? { undo } : { kind: "note" });
    } catch (failure) {
      toast(failureSentence(Failure.from(failure)), { kind: "stop" });
    }
  }

  split(at: number): Promise<void> {
    const id = this.selection[0]!;
    return this.ask(
      () => words.splitDone,
      () => api.schedule.splitShift({ id, at }),
    );
  }

  merge(): Promise<void> {
    return this.ask(
      () => words.mergeDone,
      () => api.schedule.mergeShifts({ ids: [...this.selection] }),
    );
  }

  swap(): Promise<void> {
    const [one, other] = this.selection;
    if (one === undefined || other === undefined) return Promise.resolve();
    return this.ask(
      () => words.swapDone,
      () => api.schedule.swapPeople({ one, other }),
    );
  }

  undo(): void {
    this.#went(this.board.undo(), words.undone, words.nothingToUndo);
  }

  redo(): void {
    this.#went(this.board.redo(), words.redone, words.nothingToRedo);
  }

  /** A new shift in the chosen row, or in one row of one day. */
  begin(row: number | null = this.row, on: WeekDay | undefined = this.#newDay()): void {
    if (!on || !this.editable || this.rows.length === 0) return;
    const index = this.rows.findIndex((other) => other.id === row);
    const taken = (this.rows[index]?.blocks ?? []).filter((block) => block.details.day === on.day);
    const span = freeSpan(
      on,
      taken.map((block) => block.details),
      this.#lastLength,
    );
    this.#draw(row, { ...this.#open(on.day), ...span });
  }

  /** A new shift where a desk is short. */
  fill(gap: Gap): void {
    if (this.view.span === "day" && gap.day !== this.view.day) this.look({ day: gap.day });
    if (!this.editable) return;
    this.selection = this.also = [];
    this.row = this.by === "desks" ? gap.desk : null;
    this.draft = { ...this.#open(gap.day), start: gap.from, end: gap.to, staff: null, desk: gap.desk };
  }

  giveUp(): void {
    this.draft = null;
  }

  async focus(id: number): Promise<void> {
    await tick();
    document.querySelector<HTMLElement>(`[data-shift="${id}"]`)?.focus();
  }

  #click(id: number | null, row: number | null, more: boolean) {
    if (more && id !== null) this.toggle(id);
    else {
      this.select(id);
      this.row = row;
    }
    if (id !== null) void this.focus(id);
  }

  #stepped(ids: readonly number[], by: Step): ShiftChange[] | null {
    const changes: ShiftChange[] = [];
    for (const id of ids) {
      const [from, details] = [this.standOf(id), this.board.find(id)?.shift.details];
      const to = from && stepped(from, by, { rows: this.rows.length, columns: this.days.length });
      if (!to || !details) return null;
      changes.push({ id, before: details, after: detailsAt(details, to, this) });
    }
    return changes;
  }

  #changed(changes: readonly ShiftChange[]) {
    const [first] = changes;
    const details = first?.after;
    if (!details || first.id === null) return;
    if (changes.length === 1) this.selection = [first.id];
    this.draft = null;
    this.#use(details);
    const inSight = this.week?.days.some((other) => other.day === details.day);
    if (!inSight || (this.view.span === "day" && details.day !== this.view.day)) this.look({ day: details.day });
    const row = this.rows.find((row) => row.id === (this.by === "people" ? details.staff : details.desk));
    announce(words.movedTo(day(details.day), timeSpan(details.start, details.end), row?.name ?? ""));
  }

  async #place(changes: readonly ShiftChange[]): Promise<boolean> {
    const fresh = changes.map((change) => ({ ...change, id: null, before: null }));
    const [first] = fresh;
    if (!first?.after) return false;
    this.#use(first.after);
    const kept = await this.board.change(fresh);
    const ids = kept?.flatMap(({ id }) => id ?? []) ?? [];
    if (ids.length === 0) return false;
    this.selection = ids;
    if (this.week) announce(words.placed(labelOf(first.after, this.week)));
    await this.focus(ids[0]!);
    return true;
  }

  /** Shows the week in which something was taken back or done again. */
  #went(deed: Deed | undefined, said: string, nothing: string) {
    announce(deed ? said : nothing);
    const on = deed?.kind === "shifts" ? (deed.changes[0]?.before ?? deed.changes[0]?.after)?.day : undefined;
    if (on && !this.week?.days.some((other) => other.day === on)) this.goTo(on);
  }

  #begin(to: Stand) {
    const row = this.rows[to.row]?.id ?? null;
    const drawn = this.days.slice(to.column, (to.through ?? to.column) + 1);
    const open = drawn.filter(({ closed }) => closed === null);
    const [on, ...others] = open.length > 0 ? open : drawn;
    if (!on) return;
    if (to.through === undefined) this.#draw(row, { ...this.#open(on.day), start: to.start, end: to.end });
    else {
      this.begin(row, on);
      this.also = others.map(({ day }) => day);
    }
  }

  #draw(row: number | null, draft: Draft) {
    this.selection = this.also = [];
    this.row = row;
    const key = this.by === "people" ? "staff" : "desk";
    this.draft = row === null ? draft : { ...draft, [key]: row };
  }

  #open(on: string): Draft {
    const desks = this.week?.desks.filter((desk) => desk.details.active) ?? [];
    const desk = desks.find((desk) => desk.id === this.#lastDesk) ?? desks[0];
    const staff = this.by === "desks" ? this.#lastStaff : null;
    return { staff, desk: desk?.id ?? null, day: on, start: 0, end: 0, note: "" };
  }

  #newDay(): WeekDay | undefined {
    const chosen = this.shift?.shift.details.day;
    return this.days.find((on) => on.day === (chosen ?? this.view.day)) ?? this.days[0];
  }

  #use(details: ShiftDetails) {
    this.#lastDesk = details.desk;
    this.#lastStaff = details.staff;
    this.#lastLength = details.end - details.start;
  }
}
