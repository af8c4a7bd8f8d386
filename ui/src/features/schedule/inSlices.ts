// A long list that changes a slice at a time. It knows no frame.

/** Something in a list: what has the same key is the same thing, changed or not. */
export interface Keyed {
  readonly key: string;
}

/**
 * One step from what is shown to what is wanted: the first `size` that differ, counted from the place `from` on and round
 * the end, are as wanted; the others are as they were, and new ones not there yet. Nothing left to do answers `wanted`.
 */
export function nextSlice<T extends Keyed>(
  shown: readonly T[],
  wanted: readonly T[],
  size: number,
  from = 0,
): readonly T[] {
  const before = new Map(shown.map((one) => [one.key, one]));
  const order = wanted.map((_, index) => (index + from) % wanted.length);
  const differ = order.filter((index) => before.get(wanted[index]!.key) !== wanted[index]);
  if (differ.length <= size) return wanted;
  const now = new Set(differ.slice(0, size));
  return wanted.flatMap((one, index) => (now.has(index) ? one : (before.get(one.key) ?? [])));
}
