// A receipt on its way to the printer.
import { expect, test } from "vitest";
import type { ReceiptPrinter, SentReceipt } from "$api/generated";
import { fared } from "./receiptPrinter";

const at = (number: number, state: SentReceipt["state"], problem = ""): ReceiptPrinter => ({
  name: "Star",
  last: { number, state, problem },
});

function answering(...answers: ReceiptPrinter[]) {
  return () => Promise.resolve(answers.length > 1 ? answers.shift()! : answers[0]!);
}

test("a receipt is followed until its printer took it", async () => {
  const ask = answering(at(2, "waiting"), at(2, "waiting"), at(2, "sent"));
  expect(await fared(2, ask, () => Promise.resolve())).toEqual({ number: 2, state: "sent", problem: "" });
});

test("why a receipt was not printed is told", async () => {
  const ask = answering(at(1, "waiting"), at(1, "failed", "the printer does not answer"));
  expect((await fared(1, ask, () => Promise.resolve()))?.problem).toBe("the printer does not answer");
});

test("of a receipt that another came after nothing is told", async () => {
  expect(await fared(1, answering(at(2, "sent")), () => Promise.resolve())).toBeNull();
});
