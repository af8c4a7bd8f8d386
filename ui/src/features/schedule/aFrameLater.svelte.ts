// A value one frame later: what stands beside the grid follows a drop when the grid has drawn it, not in the same frame.

/** Follows `read` a frame behind. Made while a component starts. */
export function aFrameLater<T>(read: () => T): { readonly value: T } {
  let value = $state.raw(read());
  $effect(() => {
    const now = read();
    let waits: ReturnType<typeof setTimeout> | undefined;
    // A frame's own turn comes before it is painted.
    const frame = requestAnimationFrame(() => (waits = setTimeout(() => (value = now))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(waits);
    };
  });
  return {
    get value() {
      return value;
    },
  };
}
