// What a line says and offers for each answer of the core.
import { beforeEach, expect, test } from "vitest";
import type { CheckedIn, ItemRow, LoanRow } from "$api/generated";
import { Failure, type Refused } from "$shared/failure";
import { habit } from "$shared/habit.svelte";
import { hold } from "$shared/permissions.svelte";
import {
  cardFirstLine,
  failedLine,
  lentLine,
  refusedLine,
  retiredCardLine,
  returnedLine,
  spoken,
  unknownLine,
  withoutBorrower,
  type Line,
} from "./lines";

const item: ItemRow = {
  item: {
    id: 3,
    title: 1,
    status: "in_service",
    due: null,
    due_at: null,
    details: { barcode: "3012", call_number: "Z711", item_type: 1, location: "", price: null, note: "" },
  },
  title: { id: 1, details: { title: "Middlemarch", author: "", isbn: "", year: null, publisher: "" } },
};
const loan = {
  id: 9,
  barcode: "3012",
  title: "Middlemarch",
  call_number: "Z711",
  patron_name: "Ada Okafor",
  due: "2026-12-07",
  due_at: null,
  renewals_left: 1,
} as LoanRow;
const back = (more: Partial<CheckedIn>): CheckedIn => ({
  item,
  loan,
  patron: 1,
  late: false,
  overdue_days: 0,
  charge: null,
  fine: { amount: 0, steps: [] },
  found: false,
  undo: 5,
  ...more,
});
const expired: Refused = {
  refusal: { kind: "card_expired", on: "2026-11-01" },
  message: "the card expired",
  may_override: "override_rules",
};
const inside: Refused = {
  refusal: { kind: "in_library_only", category: "Adult", item_type: "Book" },
  message: "in-house",
  may_override: null,
};

beforeEach(() => {
  habit.today = "2026-11-23";
  hold(["lend", "override_rules"]);
});

test("a loan shows its due day and can be undone", () => {
  const line = lentLine({ loan, why: [], overridden: [], undo: 4 });
  expect(line).toMatchObject({ kind: "fine", title: "Middlemarch", due: "2026-12-07", undo: 4, about: ["Z711"] });
});

test("a loan names its borrower while it runs, and nobody hears it", () => {
  const entry = lentLine({ loan, why: [], overridden: [], undo: 4 });
  expect(entry.borrower).toBe("Ada Okafor");
  expect(spoken(entry, String)).not.toContain("Ada");
  const lines = [{ ...entry, id: 1, at: "" }] satisfies Line[];
  expect(withoutBorrower(lines, 8)[0]?.borrower).toBe("Ada Okafor");
  expect(withoutBorrower(lines, 9)[0]?.borrower).toBeUndefined();
});

test("an item without a card can be taken back where it is out", () => {
  expect(cardFirstLine(item, loan).ways?.map((way) => way.kind)).toEqual(["take_back"]);
  expect(cardFirstLine(item, { ...loan, patron: 7 }).ways?.map((way) => way.kind)).toEqual([
    "take_back",
    "open_patron",
  ]);
  expect(cardFirstLine(item, null).ways).toEqual([]);
});

test("a loan in spite of a rule says which", () => {
  const line = lentLine({ loan, why: [], overridden: [expired as never], undo: 4 });
  expect(line.kind).toBe("careful");
  expect(line.about).toContain("in spite of: Card expired Sun 1 Nov");
});

test("a return says whose it was, and how late", () => {
  expect(returnedLine(back({}))).toMatchObject({ tag: { kind: "fine", text: "Returned" } });
  expect(returnedLine(back({})).about).toContain("returned by Ada Okafor");
  expect(returnedLine(back({ late: true, overdue_days: 1 })).tag).toEqual({ kind: "careful", text: "1 day late" });
});

test("what was not on loan is taken in, found or not", () => {
  expect(returnedLine(back({ loan: null, undo: null })).tag?.text).toBe("Was not on loan");
  const found = returnedLine(back({ loan: null, undo: null, found: true }));
  expect(found.tag?.text).toBe("Found: was missing or lost");
  expect(found.about).toContain("was not on loan");
  const withdrawn = { ...item, item: { ...item.item, status: "withdrawn" as const } };
  expect(returnedLine(back({ item: withdrawn, loan: null, undo: null })).tag).toEqual({
    kind: "careful",
    text: "Withdrawn",
  });
});

test("a refusal says every reason and who may override", () => {
  const what = { kind: "lend", patron: 1, item: 3 } as const;
  const line = refusedLine("Not lent", loan, [expired, inside], { what });
  expect(line.reasons).toEqual([
    { text: "Card expired Sun 1 Nov", who: "Supervisor may override" },
    { text: "Book: in the library only for Adult", who: "Nobody may override" },
  ]);
  expect(line.due).toBeUndefined();
  expect(line.refused?.mayGoOn).toBe(false);
  expect(refusedLine("Not lent", loan, [expired], { what }).refused?.mayGoOn).toBe(true);
  hold(["lend"]);
  expect(refusedLine("Not lent", loan, [expired], { what }).refused?.mayGoOn).toBe(false);
});

test("a reason nobody has words for speaks in the core's", () => {
  const strange: Refused = { refusal: { kind: "moon" }, message: "the moon is full", may_override: null };
  expect(refusedLine("Not lent", loan, [strange]).reasons?.[0]?.text).toBe("The moon is full.");
});

test("a second scan is quiet", () => {
  const twice: Refused = { refusal: { kind: "lent_just_now", seconds: 2 }, message: "", may_override: null };
  const line = refusedLine("Not lent", loan, [twice]);
  expect(line).toMatchObject({ kind: "careful", about: ["Lent already a moment ago"] });
  expect(line.reasons).toBeUndefined();
});

test("an item that is out offers whoever has it, or a renewal", () => {
  const out = (hers: boolean): Refused => ({
    refusal: { kind: "on_loan", due: "2026-12-07", to_this_patron: hers },
    message: "",
    may_override: null,
  });
  const ways = (hers: boolean) => refusedLine("Not lent", loan, [out(hers)], { item: 3, outTo: 7 }).ways;
  expect(ways(false)).toEqual([
    { kind: "open_patron", patron: 7 },
    { kind: "take_back", item: 3 },
  ]);
  expect(ways(true)).toEqual([{ kind: "renew", item: 3 }]);
});

test("an unknown number offers what the person may do", () => {
  expect(unknownLine("123", null, true, true).ways?.map((way) => way.kind)).toEqual(["register", "add_item"]);
  expect(unknownLine("123", null, false, false)).toMatchObject({ title: "Nothing has the number 123", ways: [] });
  const card = unknownLine("23529000099999", "card", true, true);
  expect(card).toMatchObject({ about: ["Looks like a card that nobody has"], ways: [{ kind: "register" }] });
});

test("a scan that failed is kept to be tried again", () => {
  const line = failedLine("3012", new Failure("locked", "the desk is locked"));
  expect(line).toMatchObject({ title: "3012", ways: [{ kind: "again" }] });
  expect(spoken(line, String)).toBe("Not done. 3012. The desk is locked.");
});

test("a retired card says what became of it and whose it was, and opens them on demand", () => {
  const card = { number: "2001", kind: "lost", since: "2026-11-23", note: "" } as const;
  const line = retiredCardLine({ kind: "retired_card", card, patron: 7, name: "Ada Okafor" });
  expect(line).toMatchObject({ kind: "stop", barcode: "2001", ways: [{ kind: "open_patron", patron: 7 }] });
  expect(line.title).toContain("reported lost");
  expect(line.about).toEqual(["it was the card of Ada Okafor"]);
});
