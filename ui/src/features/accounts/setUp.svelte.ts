// What a new library has decided so far. It outlives the window until the library is set up; secrets do not.
import { api, type Habits, type LibraryDetails, type OpeningHours, type SessionState } from "$api/generated";
import { habit } from "$shared/habit.svelte";

const KEPT = "carrel.set-up";
/** The steps, in order. A library that lends elsewhere is not asked how it lends. */
export type Step = "lends" | "library" | "hours" | "loans" | "person" | "code";

export interface Draft {
  step: Step;
  details: LibraryDetails;
  hours: OpeningHours[];
  loan_days: number | null;
  fines: "no" | "yes";
  /** For each open day late. */
  per_day: number | null;
  /** At most for one loan. */
  cap: number | null;
  name: string;
  /** Whether a recovery code was shown, and whether another took its place; never the code. */
  code: "none" | "shown" | "renewed";
}

const DAY = { opens: 540, closes: 1080 };
const FRESH: Draft = {
  step: "lends",
  details: {
    name: "",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
    lends: "carrel",
    locale: "",
    currency: "USD",
    clock: "h12",
    week_starts: "sunday",
    paper: "letter",
    receipt: "mm80",
    idle_minutes: 5,
    grace_days: 14,
  },
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...DAY })),
  loan_days: 21,
  fines: "no",
  per_day: null,
  cap: null,
  name: "",
  code: "none",
};

/** The steps that this library goes through. */
export function stepsOf(draft: Draft): Step[] {
  const steps: Step[] = ["lends", "library", "hours", "loans", "person", "code"];
  return steps.filter((step) => step !== "loans" || draft.details.lends === "carrel");
}

/** The draft as it was left, or a fresh one. */
export function resume(): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null") as Partial<Draft> | null;
    if (!kept) return structuredClone(FRESH);
    return { ...FRESH, ...kept, details: { ...FRESH.details, ...kept.details } };
  } catch {
    return structuredClone(FRESH);
  }
}

/** Keeps the draft for the next time; the code is drawn anew then, so one comes back before it. */
export function keep(draft: Draft): void {
  localStorage.setItem(KEPT, JSON.stringify({ ...draft, step: draft.step === "code" ? "person" : draft.step }));
}

/** A library that is set up needs no draft. */
export function forget(): void {
  localStorage.removeItem(KEPT);
}

/** What is usual where the language and region are at home becomes the draft's; each can be changed after. */
export async function follow(details: LibraryDetails, locale: string): Promise<Habits> {
  const habits = await api.policies.habits({ locale, currency: null });
  const { currency, clock, week_starts, paper } = habits;
  Object.assign(details, { locale: habits.locale, currency, clock, week_starts, paper });
  return habits;
}

/** Amounts on the way are written as the library will write them. */
export async function writeAs(details: LibraryDetails): Promise<void> {
  if (details.locale === "") return;
  habit.notation = (await api.policies.habits({ locale: details.locale, currency: details.currency })).notation;
}

/** Sets the library up, all at once. */
export function setUp(draft: Draft, passphrase: string, last_group: string): Promise<SessionState> {
  return api.accounts.setUp({
    details: { ...draft.details, name: draft.details.name.trim() },
    hours: draft.hours,
    loan_days: draft.loan_days ?? 21,
    fines: draft.fines === "yes" && draft.per_day !== null ? { per_day: draft.per_day, cap: draft.cap } : null,
    name: draft.name.trim(),
    passphrase,
    last_group,
  });
}

/** On which step the field stands that the core could not take. */
export function stepWith(field: unknown): Step | undefined {
  const steps: Record<string, Step> = {
    zone: "library",
    locale: "library",
    currency: "library",
    weekday: "hours",
    opens: "hours",
    closes: "hours",
    hours: "hours",
    days: "loans",
    period: "loans",
    fine: "loans",
    fine_cap: "loans",
    name: "person",
    secret: "person",
  };
  return typeof field === "string" ? steps[field] : undefined;
}
