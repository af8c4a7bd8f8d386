// What the rota page holds while it lives: which rota, which weeks, the cell one is on, and what was done to cells, in order.
import {
  api,
  type CellWish,
  type Deed,
  type MonthCell,
  type RotaProposal,
  type ShiftChange,
  type ShiftDetails,
} from "$api/generated";
import { query } from "$api/query.svelte";
import { inverse } from "$features/schedule/history";
import { Solver } from "$features/schedule/solver.svelte";
import { announce } from "$shared/announce.svelte";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { addDays } from "$shared/format";
import { stayAt, type Params } from "$shared/navigation";
import { toast } from "$shared/toast.svelte";
import { typeOf, type Place } from "./month";
import { words } from "./words";

type AskRota = Parameters<typeof api.rotas.solve>[0];
/** What was done, with the rota it was done to. */
type Done = Deed & { rota: number };

class RotaSolver extends Solver<AskRota, RotaProposal> {
  start(ask: AskRota): Promise<void> {
    return this.look(ask, async (watch) => {
      const proposal = await api.rotas.solve(ask, watch);
      return () => this.found(proposal);
    });
  }
}

/** The one solver of this window for rotas. */
export const rotaSolver = new RotaSolver();

let done: Done[] = [];
let undone: Done[] = [];

/** Somebody else signed in. */
export function forgetRotas(): void {
  done = undone = [];
  rotaSolver.forget();
}

const NOTHING: ShiftChange[] = [];
const TOPICS = ["shifts", "desks", "staff", "calendar", "rules"];

export class RotaPlan {
  #params: () => Params;
  listed = query(() => api.rotas.list({}), ["shifts"]);
  desks = query(() => api.schedule.desks({}), ["desks"]);
  types = $derived(this.listed.value?.types ?? []);
  rotas = $derived(this.listed.value?.rotas ?? []);
  rota = $derived.by(() => this.rotas.find(({ id }) => id === Number(this.#params().id)) ?? this.rotas[0]);
  /** The proposal for the rota that is shown. */
  proposal = $derived.by(() => (rotaSolver.asked?.rota === this.rota?.id ? rotaSolver.proposal : null));
  told = query(() => {
    const rota = this.rota;
    if (!rota) return undefined;
    const from = this.#params().from;
    return api.rotas.show({ rota: rota.id, from: from ?? null, changes: this.proposal?.changes ?? NOTHING });
  }, TOPICS);
  month = $derived(this.told.value?.rota.id === this.rota?.id ? this.told.value : undefined);
  /** The cell on which keys act. */
  place = $state.raw<Place>({ row: 0, column: 0 });
  /** Whether cells can be set: not while a proposal is shown. */
  editable = $derived.by(() => rotaSolver.asked === null);
  first = $derived(this.month?.days[0]?.day ?? "");

  constructor(params: () => Params) {
    this.#params = params;
  }

  cell(place = this.place): { cell: MonthCell; staff: number; name: string } | undefined {
    const row = this.month?.rows[place.row];
    const cell = row?.cells[place.column];
    return row && cell ? { cell, staff: row.member.staff, name: row.name } : undefined;
  }

  open(id: number): void {
    this.place = { row: 0, column: 0 };
    stayAt("rotas", { id });
  }

  /** Four weeks on or back, as far as the rota goes. */
  turn(by: -1 | 1): void {
    if (!this.rota || !this.canTurn(by)) return;
    stayAt("rotas", { id: this.rota.id, from: addDays(this.first, 28 * by) });
  }

  canTurn(by: -1 | 1): boolean {
    if (!this.rota || !this.month) return false;
    return by < 0 ? this.first > this.rota.first : addDays(this.first, 28) <= this.rota.last;
  }

  /** Sets the cell; what it was comes back by undo. */
  async set(kind: number | null, place = this.place): Promise<void> {
    const [on, rota] = [this.cell(place), this.rota];
    if (!on || !rota || !this.editable) return;
    await this.#try(async () => {
      const { staff, cell } = on;
      this.#did({ ...(await api.rotas.setCell({ rota: rota.id, staff, day: cell.day, kind })), rota: rota.id });
      const type = this.month && typeOf(this.month, kind);
      announce(words.set(on.name, cell.day, type?.details.name ?? words.off));
    });
  }

  /** Gives somebody a shift that nobody works yet, beside what they work already. */
  async give(after: ShiftDetails): Promise<void> {
    const rota = this.rota;
    if (!rota || !this.editable) return;
    const takesPart = rota.members.some(({ staff }) => staff === after.staff);
    const pins = takesPart ? [{ staff: after.staff, day: after.day, pinned: true }] : [];
    const changes = [{ id: null, before: null, after }];
    await this.#try(async () =>
      this.#did({ ...(await api.rotas.carryOut({ rota: rota.id, changes, pins })), rota: rota.id }),
    );
  }

  async pin(pinned: boolean, place = this.place): Promise<void> {
    const [on, rota] = [this.cell(place), this.rota];
    if (!on || !rota) return;
    const pins = [{ staff: on.staff, day: on.cell.day, pinned }];
    await this.#try(async () =>
      this.#did({ ...(await api.rotas.carryOut({ rota: rota.id, changes: [], pins })), rota: rota.id }),
    );
  }

  async wish(wish: CellWish | null, place = this.place): Promise<void> {
    const [on, rota] = [this.cell(place), this.rota];
    if (!on || !rota) return;
    await this.#try(() => api.rotas.setWish({ rota: rota.id, staff: on.staff, day: on.cell.day, wish }));
  }

  /** Keeps the proposal as drafts of the schedule: one step back. */
  async keep(): Promise<void> {
    const [proposal, rota] = [this.proposal, this.rota];
    if (!proposal || !rota) return;
    await this.#try(async () => {
      const { first, last, changes } = proposal;
      const kept = await api.solving.keep({ first, last, changes });
      const deed: Done = { rota: rota.id, changes: kept.changes, pins: [] };
      this.#did(deed);
      rotaSolver.forget();
      toast(words.kept(kept.changes.length), { undo: () => void this.undo(deed) });
    });
  }

  /** Takes a deed back, the last one unless another is named. */
  async undo(deed: Done | undefined = done.at(-1)): Promise<void> {
    done = done.filter((other) => other !== deed);
    if (!deed) return announce(words.nothingToUndo);
    const back = {
      rota: deed.rota,
      changes: inverse<unknown, ShiftChange>(deed.changes),
      pins: deed.pins.map((pin) => ({ ...pin, pinned: !pin.pinned })),
    };
    await this.#try(async () => {
      await api.rotas.carryOut(back);
      undone.push(deed);
      announce(words.undone);
    });
  }

  async redo(): Promise<void> {
    const deed = undone.pop();
    if (!deed) return announce(words.nothingToUndo);
    await this.#try(async () => {
      await api.rotas.carryOut({ rota: deed.rota, changes: deed.changes, pins: deed.pins });
      done.push(deed);
      announce(words.redone);
    });
  }

  #did(deed: Done): void {
    if (deed.changes.length + deed.pins.length === 0) return;
    done.push(deed);
    undone = [];
  }

  async #try(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
    } catch (thrown) {
      toast(failureSentence(Failure.from(thrown)), { kind: "stop" });
    }
  }
}
