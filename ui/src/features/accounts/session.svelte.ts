// Who is signed in and what they may do, as the core says it. The lock is the core's; this only hears of it.
import { api, type AccountId, type Permission, type SessionState } from "$api/generated";
import { refreshAll } from "$api/query.svelte";
import { onChanges, onShut } from "$api/transport";
import { habit } from "$shared/habit.svelte";
import { hold } from "$shared/permissions.svelte";

const POLL_MS = 20_000;
let state = $state.raw<SessionState | null>(null);
let failure = $state.raw<unknown>(null);
/** Who was last at work here: what lies beneath the lock is theirs. */
let permissions = $state.raw<readonly Permission[]>([]);
let last = $state<AccountId | null>(null);
/** Whether the person here came by a quick change, without anybody leaving. */
let swift = false;

export const session = {
  /** Null until the core has answered for the first time. */
  get state(): SessionState | null {
    return state;
  },
  /** Why the core could not be asked, if it could not. */
  get failure(): unknown {
    return failure;
  },
  get account(): SessionState["account"] {
    return state?.account ?? null;
  },
  /** Whose work stands on the screen, even while it is locked. */
  get workOf(): AccountId | null {
    return last;
  },
  /** Who lends: with another system's library items and loans stay out of sight. */
  get lends(): SessionState["lends"] {
    return state?.lends ?? "carrel";
  },
  /** What the one whose work is on the screen may do. */
  get permissions(): readonly Permission[] {
    return permissions;
  },
};

/** Asks now and keeps asking; answers how to stop. */
export function followSession(): () => void {
  void ask();
  const timer = setInterval(() => void ask(), POLL_MS);
  const stop = [
    onShut(() => void ask()),
    onChanges((topics) => {
      if (topics.includes("library")) void askLibrary().then(ask);
    }),
  ];
  return () => {
    clearInterval(timer);
    for (const end of stop) end();
  };
}

/** Somebody sat down in another way than by signing in: the library was set up, or a recovery code let them in. */
export function enter(state: SessionState): void {
  hear(state);
}

export async function signIn(account: AccountId, secret: string): Promise<void> {
  swift = false;
  hear(await api.accounts.signIn({ account, secret }));
}

/** One person takes another's place without a detour: each finds their own work again. */
export async function switchTo(account: AccountId, secret: string): Promise<void> {
  const now = await api.accounts.signIn({ account, secret });
  swift = true;
  hear(now);
}

/** Whether the last change of person was a quick one. */
export function cameSwiftly(): boolean {
  return swift;
}

export async function unlock(secret: string): Promise<void> {
  hear(await api.accounts.unlock({ secret }));
}

/** Locks the desk; what is on the screen stays beneath. */
export async function lock(): Promise<void> {
  hear(await api.accounts.lock({}));
}

export async function signOut(): Promise<void> {
  swift = false;
  hear(await api.accounts.signOut({}));
}

async function ask(): Promise<void> {
  try {
    hear(await api.accounts.session({}));
  } catch (thrown) {
    failure = thrown;
  }
}

async function askLibrary(): Promise<void> {
  const library = await api.policies.library({}).catch(() => null);
  if (!library) return;
  habit.clock = library.details.clock;
  habit.week_starts = library.details.week_starts;
  habit.notation = library.notation;
}

function hear(now: SessionState): void {
  const before = state;
  state = now;
  failure = null;
  habit.today = now.today;
  habit.zone = now.zone;
  if (now.state !== "open") return;
  const opened = before?.state !== "open" || before.account?.id !== now.account?.id;
  // While it is locked the page beneath stays as it was, its buttons too.
  permissions = now.permissions;
  hold(permissions);
  last = now.account?.id ?? null;
  if (opened) void askLibrary();
  if (opened || before.today !== now.today) refreshAll();
}
