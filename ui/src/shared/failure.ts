// What went wrong, as the core says it; the screen branches on `code` only, never on the words.

/** A rule that said no, with the facts behind it and who may override it (nobody when null). */
export interface Refused {
  refusal: { kind: string } & Record<string, unknown>;
  message: string;
  may_override: string | null;
}

/** Every "no", fault and misprint reaches the screen as one of these. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(
    readonly code: string,
    message: string,
    readonly details: unknown = null,
  ) {
    super(message);
  }

  /** Whatever was thrown, as a failure. */
  static from(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    if (isObject(thrown) && typeof thrown.code === "string") {
      return new Failure(thrown.code, String(thrown.message ?? ""), thrown.details ?? null);
    }
    const said = thrown instanceof Error ? thrown.message : typeof thrown === "string" ? thrown : "";
    return new Failure("internal", said || "something failed that should not have");
  }
}

/** The reasons of a refusal, all of them; empty for any other failure. */
export function reasonsOf(failure: Failure): Refused[] {
  const reasons = isObject(failure.details) ? failure.details.reasons : undefined;
  return failure.code === "refused" && Array.isArray(reasons) ? (reasons as Refused[]) : [];
}

/** What is wrong with one field of a form, if that is what failed. */
export function problemWith(field: string, thrown: unknown): string | undefined {
  const details = thrown instanceof Failure && thrown.code === "invalid" ? thrown.details : null;
  return isObject(details) && details.field === field ? sentence(String(details.problem)) : undefined;
}

/** How long to wait before the next try, in seconds. */
export function secondsToWait(failure: Failure): number {
  return isObject(failure.details) && typeof failure.details.seconds === "number" ? failure.details.seconds : 0;
}

/** The core speaks in lower case without a full stop; people read sentences. */
export function sentence(message: string): string {
  const said = message.trim();
  if (said === "") return "";
  return said[0]!.toUpperCase() + said.slice(1) + (/[.!?…]$/.test(said) ? "" : ".");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
