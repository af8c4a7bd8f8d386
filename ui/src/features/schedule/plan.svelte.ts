// What the schedule page holds while it lives: the view, the week, what is selected, the shift being made.
import { tick } from "svelte";
import { api, type ShiftDetails, type WeekDay } from "$api/generated";
import { query } from "$api/query.svelte";
import { announce } from "$shared/announce.svelte";
import { addDays, day, timeSpan } from "$shared/format";
import { habit } from "$shared/habit.svelte";
import { stayAt, type Params } from "$shared/navigation";
import { may } from "$shared/permissions.svelte";
import { toast } from "$shared/toast.svelte";
import { Board } from "./board.svelte";
import { gaps, type Gap } from "./coverage";
import type { Outcome, Stand } from "./drag";
import { labelOf, rowsOf, type Draft } from "./rows";
import { daysOf, detailsAt, freeSpan, viewOf, type View } from "./view";
import { words } from "./words";

/** How the schedule was looked at last; the next visit begins there. */
let last: Omit<View, "day"> = { span: "day", by: "people" };
/** The length of a shift that nobody drew, until one was placed. */
const USUAL_LENGTH = 180;

export class Plan {
  #params: () => Params;
  #lastDesk: number | null = null;
  #lastStaff: number | null = null;
  #lastLength = USUAL_LENGTH;
  selected = $state<number | null>(null);
  /** The row whose name was chosen, for a new shift in it. */
  row = $state<number | null>(null);
  draft = $state.raw<Draft | null>(null);

  view = $derived.by(() => viewOf(this.#params(), habit.today, last));
  told = query(
    () => (this.view.day ? api.schedule.week({ day: this.view.day }) : undefined),
    ["shifts", "desks", "staff", "calendar", "library"],
  );
  board = new Board(() => this.told.value);
  week = $derived(this.board.week);
  days = $derived<WeekDay[]>(this.week ? daysOf(this.week, this.view) : []);
  rows = $derived.by(() => {
    const days = this.days.map(({ day }) => day);
    return this.week ? rowsOf(this.week, this.view.by, days, this.draft) : [];
  });
  gaps = $derived<Gap[]>(this.week ? gaps(this.week.coverage) : []);
  shift = $derived(this.board.find(this.selected));

  constructor(params: () => Params) {
    this.#params = params;
  }

  get editable(): boolean {
    return may("edit_schedule");
  }

  look(change: Partial<View>): void {
    const view = { ...this.view, ...change };
    last = { span: view.span, by: view.by };
    stayAt("schedule", { ...view });
  }

  turn(weeks: number): void {
    this.goTo(addDays(this.view.day, 7 * weeks));
  }

  /** Another day, and nothing of the one before. */
  goTo(day: string): void {
    this.selected = this.row = this.draft = null;
    this.look({ day });
  }

  select(id: number | null): void {
    if (id !== null && !this.board.find(id)) return;
    this.selected = id;
    this.draft = null;
    const shift = this.shift?.shift.details;
    if (!shift || !this.week) return;
    this.row = this.view.by === "people" ? shift.staff : shift.desk;
    announce(words.selected(labelOf(shift, this.week)));
  }

  /** What a drop on the grid means. */
  drop(outcome: Outcome): void {
    if (outcome.kind === "click") this.#click(outcome.id, this.rows[outcome.at.row]?.id ?? null);
    else if (outcome.kind === "draw") this.#begin(outcome.to);
    else if (outcome.kind !== "nothing") {
      const details = this.board.find(outcome.id)?.shift.details;
      if (!details) return;
      const changed = detailsAt(details, outcome.to, this);
      if (outcome.kind === "copy") void this.place(changed);
      else {
        this.change(outcome.id, changed);
        void this.focus(outcome.id);
      }
    }
  }

  change(id: number, details: ShiftDetails): void {
    this.board.move(id, details);
    this.#changed(id, details);
  }

  /** The same by an arrow key. */
  nudge(id: number, details: ShiftDetails): void {
    this.board.nudge(id, details);
    this.#changed(id, details);
  }

  #changed(id: number, details: ShiftDetails) {
    this.selected = id;
    this.draft = null;
    this.#use(details);
    const inSight = this.week?.days.some((other) => other.day === details.day);
    if (!inSight || (this.view.span === "day" && details.day !== this.view.day)) this.look({ day: details.day });
    const row = this.rows.find((row) => row.id === (this.by === "people" ? details.staff : details.desk));
    announce(words.movedTo(day(details.day), timeSpan(details.start, details.end), row?.name ?? ""));
  }

  async place(details: ShiftDetails): Promise<boolean> {
    this.#use(details);
    const kept = this.draft;
    this.draft = null;
    const id = await this.board.place(details);
    if (id === undefined) {
      this.draft = kept;
      return false;
    }
    this.selected = id;
    if (this.week) announce(words.placed(labelOf(details, this.week)));
    await this.focus(id);
    return true;
  }

  remove(id: number | null = this.selected): void {
    const details = this.board.find(id)?.shift.details;
    if (id === null || !details || !this.week) return;
    const what = labelOf(details, this.week);
    const undo = this.board.remove(id);
    this.selected = null;
    if (undo) toast(words.removed(what), { undo });
  }

  undo(): void {
    announce(this.board.undo() ? words.undone : words.nothingToUndo);
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
    this.selected = null;
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

  get by() {
    return this.view.by;
  }

  #click(id: number | null, row: number | null) {
    this.select(id);
    this.row = row;
    if (id !== null) void this.focus(id);
  }

  #begin(to: Stand) {
    const on = this.days[to.column];
    if (on) this.#draw(this.rows[to.row]?.id ?? null, { ...this.#open(on.day), start: to.start, end: to.end });
  }

  #draw(row: number | null, draft: Draft) {
    this.selected = null;
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
