// Why not, in sentences. Which rules there are and who may override them, only the core knows.
import type { Refused } from "$shared/failure";
import { sentence } from "$shared/failure";
import { may } from "$shared/permissions.svelte";
import { words } from "./words";

/** A reason on a line: the sentence and who may override. */
export interface Said {
  text: string;
  who: string;
}

/** Refusals that only say that the scanner was quicker than the hand: nothing is wrong. */
const QUIET = new Set(["lent_just_now", "returned_just_now", "renewed_just_now", "gains_nothing", "already_undone"]);

/** The sentence of one reason. */
export function reasonText(reason: Refused): string {
  const say = words.reasons[reason.refusal.kind];
  return say ? say(reason.refusal as never) : sentence(reason.message);
}

/** All the reasons with who may override each. */
export function said(reasons: readonly Refused[]): Said[] {
  return reasons.map((reason) => ({
    text: reasonText(reason),
    who: whoMay(reason.may_override),
  }));
}

/** Who may override: by the permission that the core names. */
function whoMay(permission: string | null): string {
  if (permission === null) return words.noOverride;
  return permission === "edit_patrons" ? words.clerkMayOverride : words.mayOverride;
}

/** Whether nothing is wrong, only done already. */
export function isQuiet(reasons: readonly Refused[]): boolean {
  return reasons.length > 0 && reasons.every((reason) => QUIET.has(reason.refusal.kind));
}

/** Whether the person at the desk may go on in spite of all the reasons. */
export function mayGoOn(reasons: readonly Refused[]): boolean {
  return reasons.length > 0 && reasons.every((reason) => reason.may_override !== null && may(reason.may_override));
}

/** Whether somebody may go on in spite of all the reasons: a supervisor may come and say so. */
export function someoneMayGoOn(reasons: readonly Refused[]): boolean {
  return reasons.length > 0 && reasons.every((reason) => reason.may_override !== null);
}

/** Whether some reason is of that kind. */
export function has(reasons: readonly Refused[], kind: string): boolean {
  return reasons.some((reason) => reason.refusal.kind === kind);
}
