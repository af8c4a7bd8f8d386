// A list that is drawn over several frames where much of it changes at once: another week holds no frame up.
import { untrack } from "svelte";
import { nextSlice, type Keyed } from "./inSlices";

/** So many rows are drawn in one frame. */
const SIZE = 10;

/** Follows `read`, first what is in sight: from the place `from` on. Made while a component starts. */
export function sliced<T extends Keyed>(
  read: () => readonly T[],
  from: () => number,
): { readonly value: readonly T[] } {
  let shown = $state.raw<readonly T[]>([]);
  $effect.pre(() => {
    const wanted = read();
    const first = untrack(from);
    let frame: number | undefined;
    let waits: ReturnType<typeof setTimeout> | undefined;
    const step = () => {
      shown = nextSlice(
        untrack(() => shown),
        wanted,
        SIZE,
        first,
      );
      // A frame's own turn comes before it is painted.
      if (untrack(() => shown) !== wanted) frame = requestAnimationFrame(() => (waits = setTimeout(step)));
    };
    step();
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(waits);
    };
  });
  return {
    get value() {
      return shown;
    },
  };
}
