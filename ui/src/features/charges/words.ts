// The words of what is owed, English first; a translation is another file of this shape.
import type { ChargeKind, CreditKind, Day } from "$api/generated";
import { day, money } from "$shared/format";

export const words = {
  kinds: {
    overdue: "Overdue fine",
    lost: "Lost item",
    damage: "Damage",
    card: "New card",
    other: "Other",
  } satisfies Record<ChargeKind, string>,
  credits: { payment: "Paid", waiver: "Waived", reversal: "Taken back" } satisfies Record<CreditKind, string>,

  owes: (name: string, balance: number) => `${name} owes ${money(balance)}`,
  owesNothing: (name: string) => `${name} owes nothing`,
  amount: "Amount",
  part: "Less than is owed is a part payment; the oldest is settled first.",
  which: "What it is for",
  of: (owed: number, amount: number) => (owed === amount ? money(owed) : `${money(owed)} left of ${money(amount)}`),
  pay: { title: "Take payment", verb: (amount: number) => `Take ${money(amount)}` },
  waive: { title: "Waive", verb: (amount: number) => `Waive ${money(amount)}` },
  reason: "Reason",
  reasonHint: "Kept in the record until the loan forgets its patron.",
  cancel: "Cancel",

  charge: {
    title: "Charge",
    verb: (amount: number) => `Charge ${money(amount)}`,
    kind: "For",
    loan: "Loan",
    noLoan: "None",
    note: "Remark",
    noteHint: "Such as “page 12 torn”.",
  },

  ledger: "Ledger",
  empty: "Nothing was ever charged.",
  balance: (balance: number) => `Balance ${money(balance)}`,
  by: (name: string) => `by ${name}`,
  owed: (owed: number) => `${money(owed)} owed`,
  settled: "settled",
  takenBack: "taken back",
  takeBack: "Take back…",
  takeBackDo: "Take back",
  takeBackHint: "What it settled is owed again; both lines stay.",
  on: (on: Day) => day(on),

  receipt: "Receipt",
  sheets: { mm58: "58 mm", mm80: "80 mm", a4: "A4", letter: "Letter" },
  paper: "Paper",
  print: "Open to print",
  send: "Print",
  again: "Print the last one again",
  sending: "The receipt is on its way to the printer",
  sent: "The receipt was sent to its printer",
  notSent: (problem: string) => `The receipt was not printed: ${problem}`,
  save: "Save",
  savedAs: (name: string) => `Saved as ${name}`,
  making: "Making the receipt",
  missing: (characters: string) => `These characters could not be printed: ${characters}`,

  terms: {
    most: "Owing at most",
    mostHint: "Who owes more borrows by override only. Empty: owing never stands in the way.",
    save: "Save",
    saved: "Saved",
  },
};
