// Follows a receipt until its printer took it or gave up; the desk goes on meanwhile.
import type { ReceiptPrinter, SentReceipt } from "$api/generated";

const EVERY = 400;

/** How the receipt with this number fared; null where another came after it. */
export async function fared(
  number: number,
  ask: () => Promise<ReceiptPrinter>,
  wait: () => Promise<unknown> = () => new Promise((go) => setTimeout(go, EVERY)),
): Promise<SentReceipt | null> {
  for (;;) {
    const { last } = await ask();
    if (!last || last.number !== number) return null;
    if (last.state !== "waiting") return last;
    await wait();
  }
}
