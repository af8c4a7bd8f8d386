// Regions and currencies by the names that people know.
import { expect, test } from "vitest";
import { currencyOptions, localeOptions } from "./regions";

test("they stand in the order of their names, with the one in use among them", () => {
  expect(localeOptions(["en-US", "de-DE"], "fr-FR")).toEqual([
    { value: "en-US", label: "English (United States)" },
    { value: "fr-FR", label: "French (France)" },
    { value: "de-DE", label: "German (Germany)" },
  ]);
  expect(currencyOptions(["USD", "EUR"], "EUR").map(({ label }) => label)).toEqual(["Euro (EUR)", "US Dollar (USD)"]);
});
