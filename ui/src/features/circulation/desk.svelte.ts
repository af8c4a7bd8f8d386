// The desk as it stands: mode, open patron, running list. It outlives the page, not the person who is signed in.
import { untrack } from "svelte";
import {
  api,
  type AccountId,
  type Beside,
  type LoanRow,
  type LockedReturn,
  type PatronAtDesk,
  type PatronId,
  type Settling,
} from "$api/generated";
import { cameSwiftly, session } from "$features/accounts/session.svelte";
import { nameOf } from "$features/patrons/fields";
import { announce } from "$shared/announce.svelte";
import { Failure, problemWith } from "$shared/failure";
import { dueNear } from "$shared/format";
import { goTo } from "$shared/navigation";
import { cue } from "$shared/cues.svelte";
import { ofLine, type Correction } from "./corrections";
import { flagText } from "./flags";
import { Idle } from "./idle.svelte";
import * as jobs from "./jobs";
import type { Job, Mode, Outcome, Why } from "./jobs";
import { failedLine, LINES_KEPT, spoken, withoutBorrower, type Entry, type Line, type Way } from "./lines";
import { reasonText } from "./reasons";
import { ScanQueue } from "./scanQueue";
import { STUTTER_MS } from "./typed";
import { words } from "./words";

/** A running list is kept so long for somebody who left by a quick change. */
const PARKED_MS = 60 * 60_000;

class Desk {
  mode = $state<Mode>("lend");
  /** What stands in the box and is not sent yet. */
  text = $state("");
  /** The box looks for a patron by name. */
  finding = $state(false);
  /** The line whose override is being reasoned. */
  reasoning = $state<number | null>(null);
  reasonProblem = $state<string>();
  /** What is being put right. */
  correcting = $state.raw<Correction | null>(null);
  /** Why the supervisor's secret did not do. */
  secretFailure = $state.raw<Failure>();
  lines = $state.raw<readonly Line[]>([]);
  /** As the card was scanned; the panel keeps itself fresh. */
  patron = $state.raw<PatronAtDesk | null>(null);
  why = $state.raw<Why | null>(null);
  /** Jobs under way and waiting. */
  waiting = $state(0);
  readonly idle = new Idle();

  #queue = this.#newQueue();
  #again = new Map<number, Job>();
  #parked = new Map<AccountId, { lines: readonly Line[]; mode: Mode; at: number }>();
  #nextLine = 1;
  #submitted = -Infinity;

  constructor() {
    $effect.root(() => {
      let before: AccountId | null = null;
      $effect(() => {
        const now = session.workOf;
        untrack(() => this.#change(before, now));
        before = now;
      });
    });
  }

  /** Enter: a code is queued, nothing ends the patron. The second line end of a scanner is nothing at all. */
  submit(typed: string): void {
    const code = typed.trim();
    const stutter = Date.now() - this.#submitted < STUTTER_MS;
    this.#submitted = Date.now();
    if (code) this.#queue.add({ kind: "scan", code, mode: this.mode });
    else if (!stutter) this.finish();
  }

  open(patron: PatronId): void {
    this.finding = false;
    this.#queue.add({ kind: "open", patron });
  }

  finish(): void {
    this.#queue.add({ kind: "finish" });
  }

  renew(loans: readonly LoanRow[]): void {
    for (const loan of loans) this.#queue.add({ kind: "renew", loan });
  }

  renewAll(): void {
    this.#queue.add({ kind: "renew_all" });
  }

  explain(loan: LoanRow): void {
    this.#queue.add({ kind: "explain", loan });
  }

  /** Takes back that line, or the newest that can be. */
  undo(line: Line | null = null): void {
    this.#queue.add({ kind: "undo", line });
  }

  override(line: Line, reason: string, supervisor: Beside | null = null): void {
    this.secretFailure = undefined;
    this.#queue.add({ kind: "override", line, reason, supervisor });
  }

  /** Takes a return back that was scanned while locked, or dismisses it. */
  settle(kept: LockedReturn, how: Settling): void {
    this.#queue.add({ kind: "settle", kept, how, title: kept.item?.title.details.title ?? kept.barcode });
  }

  /** The ways out that the desk itself can go. */
  take(way: Way, line: Line): void {
    const again = this.#again.get(line.id);
    if (way.kind === "open_patron") this.open(way.patron);
    else if (way.kind === "take_back") this.#queue.add({ kind: "take_back", item: way.item, title: line.title });
    else if (way.kind === "lend") {
      this.mode = "lend";
      this.#queue.add({ kind: "lend", item: way.item, patron: way.patron, title: line.title });
    } else if (way.kind === "renew") this.#queue.add({ kind: "renew_item", item: way.item, title: line.title });
    else if (way.kind === "find") this.find(way.text);
    else if (way.kind === "register") goTo("patrons", { card: way.text });
    else if (way.kind === "add_item") goTo("items", { barcode: way.text });
    else if (way.kind === "again" && again) {
      this.#drop(line);
      this.#queue.add(again);
    }
  }

  /** Something was done beside the box: it is a line like any other, with its undo. */
  tell(entry: Entry): void {
    this.#add(entry);
  }

  find(text: string): void {
    this.finding = true;
    this.text = text;
  }

  /** The newest refused line that the person here may override, or a supervisor beside them. */
  overridable(): Line | undefined {
    return this.lines.find((line) => line.refused?.mayGoOn || line.refused?.mayAsk);
  }

  /** What can be put right first of the newest line. */
  correctable(): Correction | null {
    return (this.lines[0] && ofLine(this.lines[0])[0]) ?? null;
  }

  reason(line: Line | undefined): void {
    this.reasonProblem = undefined;
    this.secretFailure = undefined;
    this.reasoning = line?.id ?? null;
  }

  async #work(job: Job): Promise<void> {
    const whose = session.workOf;
    try {
      const outcome = await this.#do(job);
      if (session.workOf === whose) await this.#apply(outcome, job);
    } catch (thrown) {
      if (session.workOf !== whose) return;
      if (job.kind === "override" && problemWith("reason", thrown)) {
        this.reason(job.line);
        this.reasonProblem = problemWith("reason", thrown);
      } else if (job.kind === "override" && job.supervisor) {
        // The secret is asked for again, and kept nowhere.
        this.reason(job.line);
        this.secretFailure = Failure.from(thrown);
      } else this.#keep(job, Failure.from(thrown));
    }
  }

  async #do(job: Job): Promise<Outcome> {
    switch (job.kind) {
      case "scan":
        // A scan that is tried again is still for the patron for whom it was scanned.
        job.patron ??= this.patron?.patron.id ?? null;
        return jobs.scan(job.code, job.mode, job.patron);
      case "open":
        return { patron: job.patron };
      case "finish":
        this.#close();
        return {};
      case "renew_all":
        if (this.patron) this.renew(await jobs.renewable(this.patron.patron.id));
        return {};
      case "renew":
        return jobs.renew(job.loan);
      case "renew_item":
        return jobs.renewItem(job.item);
      case "take_back":
        return jobs.takeBack(job.item);
      case "lend":
        return jobs.lend(job.patron, job.item, null);
      case "explain":
        return jobs.explain(job.loan);
      case "override":
        // Enter twice: the first has gone on already.
        if (!this.lines.some((line) => line.id === job.line.id)) return {};
        return jobs.goOn(job.line.refused!.what, { reason: job.reason, supervisor: job.supervisor });
      case "settle":
        return jobs.settle(job.kept, job.how);
      case "undo":
        await this.#undo(job.line ?? this.lines.find((line) => line.undo != null && !line.undone));
        return {};
    }
  }

  async #apply(outcome: Outcome, job: Job): Promise<void> {
    if (outcome.patron !== undefined) await this.#show(outcome.patron);
    // A name typed in peace opens the search; among other scans it is a line like any other.
    const inPeace = this.waiting <= 1 && this.text === "";
    if (outcome.find && inPeace) return this.find(outcome.find);
    if (job.kind === "override" && outcome.line) this.#drop(job.line);
    if (outcome.why) this.why = outcome.why;
    if (outcome.line) this.#add(outcome.line);
  }

  async #show(id: PatronId): Promise<void> {
    const whose = session.workOf;
    const at = await api.circulation.patronAtDesk({ patron: id });
    if (session.workOf !== whose) return;
    if (this.patron?.patron.id !== id) this.why = null;
    this.patron = at;
    this.idle.begin(
      () => this.waiting > 0,
      () => this.#close(),
    );
    const flags = at.flags.filter((flag) => flag.kind !== "expired" && flag.kind !== "overdue").map(flagText);
    const first = [...at.blocks.map(reasonText), ...at.messages.map((message) => message.text), ...flags];
    announce(words.openedPatron(nameOf(at.patron.details), at.loans.length, first));
    cue(at.blocks.length > 0 ? "stop" : "fine");
  }

  async #undo(line: Line | undefined): Promise<void> {
    if (line?.undo == null) return;
    const what = await jobs.undo(line.undo);
    this.lines = this.lines.map((other) => (other.id === line.id ? { ...other, ...what } : other));
    // A renewal that is undone ends no loan.
    if (what.undone && line.did === undefined) this.lines = withoutBorrower(this.lines, line.loan);
    if (what.undone && this.why?.loan === line.loan) this.why = null;
    announce(`${what.notUndone ?? words.undone}. ${line.title}`, what.undone ? "polite" : "urgent");
  }

  /** What failed without a refusal stays as a line that can be tried again. */
  #keep(job: Job, failure: Failure): void {
    const id = this.#add(failedLine(jobs.subjectOf(job), failure));
    this.#again.set(id, job);
  }

  #add(entry: Entry): number {
    const line: Line = { ...entry, id: this.#nextLine++, at: new Date().toISOString() };
    const before = line.did === "returned" ? withoutBorrower(this.lines, line.loan) : this.lines;
    this.lines = [line, ...before].slice(0, LINES_KEPT);
    announce(spoken(line, dueNear), line.kind === "stop" ? "urgent" : "polite");
    cue(line.kind === "stop" || line.ways?.some(({ kind }) => kind === "lend") ? "stop" : "fine");
    return line.id;
  }

  #drop(line: Line): void {
    this.lines = this.lines.filter((other) => other.id !== line.id);
    this.#again.delete(line.id);
    if (this.reasoning === line.id) this.reason(undefined);
  }

  #close(): void {
    this.idle.stop();
    this.patron = null;
    this.why = null;
  }

  #newQueue(): ScanQueue<Job> {
    return new ScanQueue(
      (job) => this.#work(job),
      (jobs) => (this.waiting = jobs.length),
    );
  }

  /** Somebody else sits here now. What one left by a quick change comes back to them, and to nobody else. */
  #change(before: AccountId | null, now: AccountId | null): void {
    if (!cameSwiftly()) this.#parked.clear();
    else if (before !== null) this.#parked.set(before, { lines: this.lines, mode: this.mode, at: Date.now() });
    this.clear();
    // What a screen reader was told last is the last one's too.
    announce("", "polite");
    announce("", "urgent");
    const parked = now === null ? undefined : this.#parked.get(now);
    if (now !== null) this.#parked.delete(now);
    if (!parked || Date.now() - parked.at > PARKED_MS) return;
    this.lines = parked.lines;
    this.mode = parked.mode;
  }

  /** Nothing of the last one's stays. */
  clear(): void {
    this.#queue.clear();
    this.#again.clear();
    this.#close();
    this.lines = [];
    this.mode = "lend";
    this.text = "";
    this.finding = false;
    this.correcting = null;
    this.reason(undefined);
  }
}

export const desk = new Desk();
