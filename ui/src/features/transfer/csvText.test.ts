// Files as different programs write them.
import { expect, test } from "vitest";
import { csvText } from "./csvText";

const bytes = (...list: number[]) => Uint8Array.from(list);

test("UTF-8 with and without its mark", () => {
  expect(csvText(new TextEncoder().encode("Nguyễn"))).toEqual({ text: "Nguyễn", certain: true });
  expect(csvText(bytes(0xef, 0xbb, 0xbf, 0x41)).text).toBe("A");
});

test("a spreadsheet's Unicode text", () => {
  expect(csvText(bytes(0xff, 0xfe, 0x41, 0, 0xe9, 0))).toEqual({ text: "Aé", certain: true });
  expect(csvText(bytes(0xfe, 0xff, 0, 0x41))).toEqual({ text: "A", certain: true });
});

test("an old Windows file is a guess and says so", () => {
  expect(csvText(bytes(0x52, 0xe9))).toEqual({ text: "Ré", certain: false });
});
