// Choices from a catalogue of labels, in its order.

export function choices<Value extends string>(labels: Record<Value, string>): { value: Value; label: string }[] {
  return (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
}

/** The same for a rule, which may leave the word to the library. */
export function ownChoices<Value extends string>(labels: Record<Value, string>, library: string) {
  return [{ value: null, label: library } as { value: Value | null; label: string }, ...choices(labels)];
}
