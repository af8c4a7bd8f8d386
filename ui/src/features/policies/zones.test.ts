// Zones are found by the names that people have for them.
import { expect, test } from "vitest";
import { zoneOptions } from "./zones";

test("Eastern is New York's before it is any other's, and the one in use stands among them", () => {
  const options = zoneOptions("Mars/Olympus");
  expect(options[0]).toEqual({ value: "Mars/Olympus", label: "Mars/Olympus" });
  const eastern = options.filter(({ also }) => also?.startsWith("Eastern"));
  expect(eastern[0]?.label).toBe("America/New York");
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
});
