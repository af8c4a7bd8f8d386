// Languages, regions and currencies under the names that people know them by. Which there are, the core says.

const languages = new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard" });
const currencies = new Intl.DisplayNames(["en"], { type: "currency" });

/** Languages and regions by name: "German (Germany)". The one in use is always among them. */
export function localeOptions(locales: readonly string[], inUse: string): { value: string; label: string }[] {
  return byName(locales, inUse, (tag) => languages.of(tag) ?? tag);
}

/** Currencies by name: "Euro (EUR)". */
export function currencyOptions(codes: readonly string[], inUse: string): { value: string; label: string }[] {
  return byName(codes, inUse, (code) => {
    const name = currencies.of(code) ?? code;
    return name === code ? code : `${name} (${code})`;
  });
}

function byName(values: readonly string[], inUse: string, name: (value: string) => string) {
  const all = [...new Set([inUse, ...values])].filter(Boolean);
  return all.map((value) => ({ value, label: name(value) })).sort((a, b) => a.label.localeCompare(b.label, "en"));
}
