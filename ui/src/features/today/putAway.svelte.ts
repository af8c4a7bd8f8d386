// The first steps that somebody put away on this PC, library by library.
import type { FirstStep } from "$api/generated";

const KEPT = "carrel.steps-away";
let kept = $state<Record<string, readonly FirstStep[]>>(read());

/** The steps of this library that were put away. */
export function reads(library: string): readonly FirstStep[] {
  return kept[library] ?? [];
}

export function putAway(library: string, step: FirstStep): void {
  kept = { ...kept, [library]: [...reads(library).filter((other) => other !== step), step] };
  localStorage.setItem(KEPT, JSON.stringify(kept));
}

function read(): Record<string, readonly FirstStep[]> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    return typeof found === "object" && found !== null ? (found as Record<string, readonly FirstStep[]>) : {};
  } catch {
    // What cannot be read was put away by nobody.
    return {};
  }
}
