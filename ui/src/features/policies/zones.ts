// The time zones to choose from: this computer's first, then all that it knows.

/** Options for a choice of zones; the one in use is always among them. */
export function zoneOptions(inUse: string): { value: string; label: string }[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = new Set([inUse, here, ...Intl.supportedValuesOf("timeZone"), "UTC"].filter(Boolean));
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
