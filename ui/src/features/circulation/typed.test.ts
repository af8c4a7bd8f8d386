// Names, codes, and a scanner that does not wait for anybody.
import { expect, test } from "vitest";
import { codesOf, looksLikeCode, looksLikeName, scannedBehind } from "./typed";

test("letters without a figure are a name", () => {
  for (const name of ["Okafor", "Łukasik-Marín", "Trần Thị", "Παπα"]) expect(looksLikeName(name), name).toBe(true);
  for (const code of ["31000000120973", "A3100", "", "--"]) expect(looksLikeName(code), code).toBe(false);
});

test("a label has no gaps and some figures", () => {
  for (const code of ["31000000120973", "A31001"]) expect(looksLikeCode(code), code).toBe(true);
  for (const words of ["Okafor", "12", "310 000", ""]) expect(looksLikeCode(words), words).toBe(false);
});

test("a pasted list is one code a line", () => {
  expect(codesOf("3100\r\n3200\n\n 3300 \n")).toEqual(["3100", "3200", "3300"]);
});

test("a scan behind a typed name is taken out of it", () => {
  expect(scannedBehind("okaf", "okaf31000000120973")).toBe("31000000120973");
  expect(scannedBehind("", "31000000120973")).toBe("31000000120973");
  expect(scannedBehind("okaf", "okafor")).toBeNull();
});
