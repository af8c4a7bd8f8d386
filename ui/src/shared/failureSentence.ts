// The sentence a person reads for a failure: what happened and the way out. It branches on the code only.
import { secondsToWait, sentence, type Failure } from "./failure";
import { words } from "./words";

/** Codes whose own message names the thing and says enough. */
const SPEAKS_FOR_ITSELF = new Set(["not_found", "invalid", "refused", "newer_file", "damaged", "in_use"]);

export function failureSentence(failure: Failure): string {
  const own = sentence(failure.message);
  if (SPEAKS_FOR_ITSELF.has(failure.code) && own) return own;
  if (failure.code === "no_room" && hasPlace(failure)) return own;
  const wait = secondsToWait(failure);
  const known = words.failure[failure.code] ?? words.failure.internal!;
  if (wait > 0) return `${known} ${words.waitSeconds(wait)}`;
  return failure.code === "internal" && own ? `${known} (${failure.message})` : known;
}

/** Whether it says which place has no room, and how much is needed. */
function hasPlace(failure: Failure): boolean {
  return typeof failure.details === "object" && failure.details !== null && "place" in failure.details;
}
