// Bytes on their way to the core.
import { expect, test } from "vitest";
import { base64 } from "./upload";

test("bytes of any value and any number become base64", () => {
  expect(base64(new Uint8Array())).toBe("");
  expect(base64(Uint8Array.from([0, 255, 128]))).toBe("AP+A");
  expect(atob(base64(new Uint8Array(100_000).fill(7))).length).toBe(100_000);
});
