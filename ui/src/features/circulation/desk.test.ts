// The desk under a hurried hand: bursts, modes that change meanwhile, a scanner that says Enter twice.
import { invoke } from "@tauri-apps/api/core";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hold } from "$shared/permissions.svelte";
import { desk } from "./desk.svelte";
import { LINES_KEPT } from "./lines";
import { IDLE_SECONDS } from "./idle.svelte";

type Input = { code?: string; patron: number; item: number; id: number };
type Asked = { name: string; input: Input };
const core = vi.mocked(invoke);
const asked: string[] = [];
let failing: { code: string; details?: unknown } | null = null;

const title = (item: number) => `Title ${item}`;
const loan = (item: number) => ({
  id: item,
  item,
  barcode: `I${item}`,
  title: title(item),
  call_number: "",
  due: "2026-12-07",
});
const row = (item: number) => ({
  item: { id: item, status: "in_service", due: null, details: { barcode: `I${item}`, call_number: "" } },
  title: { details: { title: title(item) } },
});
const patron = (id: number) => ({
  patron: { id, details: { given_name: "Ada", family_name: `${id}` } },
  blocks: [],
  messages: [],
  guardian: null,
  flags: [],
  loans: [],
});

/** Cards are P1, P2, …, items I1, I2, …; later calls answer sooner than earlier ones. */
async function answer(name: string, input: Input): Promise<unknown> {
  await new Promise((done) => setTimeout(done, Math.max(1, 20 - asked.length)));
  const code = String(input.code ?? "");
  const number = Number(code.slice(1));
  switch (name) {
    case "circulation.identify":
      if (code.startsWith("P")) return { kind: "patron", patron: number };
      return code.startsWith("I") ? { kind: "item", item: number, out_to: null } : { kind: "nothing", code };
    case "circulation.patron_at_desk":
      return patron(input.patron);
    case "circulation.check_out":
      return { loan: loan(input.item), why: [], overridden: [], undo: 100 + Number(input.item) };
    case "circulation.check_in":
      return {
        item: row(input.item),
        loan: null,
        late: false,
        overdue_days: 0,
        charge: null,
        found: false,
        undo: 200 + Number(input.item),
      };
    case "circulation.item_loan":
      return null;
    case "catalog.item":
      return row(input.id);
    default:
      return {};
  }
}

const settle = async (ms = 2000) => {
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
};
const scan = (...codes: string[]) => codes.forEach((code) => desk.submit(code));
const titles = () => desk.lines.map((line) => line.title);

beforeEach(() => {
  vi.useFakeTimers();
  hold(["lend"]);
  asked.length = 0;
  failing = null;
  core.mockReset();
  core.mockImplementation(async (_, args) => {
    const { name, input } = args as unknown as Asked;
    asked.push(`${name} ${JSON.stringify(input)}`);
    if (failing && !name.endsWith("identify")) throw { message: "no", details: null, ...failing };
    return { output: await answer(name, input), changes: [] };
  });
  desk.clear();
});
afterEach(() => vi.useRealTimers());

test("a burst goes to the patron whose card came before", async () => {
  scan("P1", "I1", "I2", "P2", "I3");
  await settle();
  const lent = asked.filter((call) => call.startsWith("circulation.check_out"));
  expect(lent.map((call) => JSON.parse(call.slice(22)).patron)).toEqual([1, 1, 2]);
  expect(titles()).toEqual(["Title 3", "Title 2", "Title 1"]);
  expect(desk.patron?.patron.id).toBe(2);
});

test("each scan keeps the mode in which it was scanned", async () => {
  scan("P1", "I1");
  desk.mode = "return";
  scan("I2");
  desk.mode = "in_house";
  await settle();
  expect(asked.filter((call) => /check_|in_house/.test(call)).map((call) => call.split(" ")[0])).toEqual([
    "circulation.check_out",
    "circulation.check_in",
  ]);
});

test("an empty Enter ends the patron, the scanner's second line end does not", async () => {
  scan("P1");
  desk.submit("");
  await settle();
  expect(desk.patron?.patron.id).toBe(1);
  desk.submit("");
  await settle();
  expect(desk.patron).toBeNull();
});

test("finishing waits for what was scanned before", async () => {
  scan("P1", "I1");
  await vi.advanceTimersByTimeAsync(0);
  desk.finish();
  scan("I2");
  await settle();
  expect(desk.lines.map((line) => line.tag?.text ?? line.due)).toEqual(["Scan a card first", "2026-12-07"]);
});

test("a minute without a hand ends the patron, a key begins it anew", async () => {
  scan("P1");
  await settle((IDLE_SECONDS - 5) * 1000);
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  await settle((IDLE_SECONDS - 5) * 1000);
  expect(desk.patron?.patron.id).toBe(1);
  await settle(10_000);
  expect(desk.patron).toBeNull();
});

test("undo takes the newest line that is not undone, and marks it", async () => {
  scan("P1", "I1", "I2");
  await settle();
  desk.undo();
  desk.undo();
  await settle();
  expect(asked.filter((call) => call.startsWith("circulation.undo"))).toEqual([
    'circulation.undo {"undo":102}',
    'circulation.undo {"undo":101}',
  ]);
  expect(desk.lines.every((line) => line.undone)).toBe(true);
  expect(desk.why).toBeNull();
});

test("an undo that is refused says why on its line", async () => {
  scan("P1", "I1");
  await settle();
  const moved = { refusal: { kind: "moved_on" }, message: "the item has been renewed since", may_override: null };
  failing = { code: "refused", details: { reasons: [moved] } };
  desk.undo();
  await settle();
  expect(desk.lines[0]).toMatchObject({ notUndone: "Not undone: The item has been renewed since." });
  expect(desk.lines[0]!.undone).toBeUndefined();
});

test("an override goes on once, however often Enter is pressed", async () => {
  hold(["lend", "override_rules"]);
  const expired = { refusal: { kind: "card_expired", on: "2026-11-01" }, message: "", may_override: "override_rules" };
  scan("P1");
  await settle();
  core.mockImplementationOnce(async () => ({ output: { kind: "item", item: 1, out_to: null }, changes: [] }));
  core.mockRejectedValueOnce({ code: "refused", message: "no", details: { reasons: [expired] } });
  scan("I1");
  await settle();
  const line = desk.overridable()!;
  desk.reason(line);
  desk.override(line, "new card is in the mail");
  desk.override(line, "new card is in the mail");
  await settle();
  expect(asked.filter((call) => call.startsWith("circulation.check_out"))).toHaveLength(1);
  expect(desk.lines).toMatchObject([{ title: "Title 1", due: "2026-12-07" }]);
  expect(desk.reasoning).toBeNull();
});

test("a scan that the lock met is kept for its patron and tried again", async () => {
  scan("P1");
  await settle();
  failing = { code: "locked" };
  scan("I1");
  await settle();
  expect(desk.lines[0]).toMatchObject({ title: "I1", kind: "stop", ways: [{ kind: "again" }] });
  failing = null;
  desk.finish();
  desk.take({ kind: "again" }, desk.lines[0]!);
  await settle();
  expect(desk.lines).toHaveLength(1);
  expect(asked.at(-1)).toBe('circulation.check_out {"patron":1,"item":1,"override":null}');
});

test("a name typed in peace opens the search, among scans it is a line", async () => {
  scan("okafor");
  await settle();
  expect([desk.finding, desk.text, desk.lines.length]).toEqual([true, "okafor", 0]);
  desk.finding = false;
  desk.text = "";
  scan("okafor", "I1");
  await settle();
  expect(desk.finding).toBe(false);
  expect(desk.lines.at(-1)?.ways?.map((way) => way.kind)).toEqual(["find"]);
});

test("the running list keeps its newest lines only", async () => {
  desk.mode = "return";
  for (let item = 1; item <= LINES_KEPT + 5; item++) scan(`I${item}`);
  await settle(20_000);
  expect(desk.lines).toHaveLength(LINES_KEPT);
  expect(titles()[0]).toBe(`Title ${LINES_KEPT + 5}`);
});

test("a storm of twenty scans a second for half a minute loses and doubles none", async () => {
  desk.mode = "return";
  for (let item = 1; item <= 600; item++) {
    scan(`I${item}`);
    desk.submit("");
    await vi.advanceTimersByTimeAsync(50);
  }
  await settle(20_000);
  const returned = asked.filter((call) => call.startsWith("circulation.check_in"));
  expect(returned.map((call) => JSON.parse(call.slice(call.indexOf("{"))).item)).toEqual(
    Array.from({ length: 600 }, (_, index) => index + 1),
  );
  expect(desk.waiting).toBe(0);
});

test("a supervisor's secret goes with the override once, and a wrong one is asked for again", async () => {
  const expired = { refusal: { kind: "card_expired", on: "2026-11-01" }, message: "", may_override: "override_rules" };
  scan("P1");
  await settle();
  core.mockImplementationOnce(async () => ({ output: { kind: "item", item: 1, out_to: null }, changes: [] }));
  core.mockRejectedValueOnce({ code: "refused", message: "no", details: { reasons: [expired] } });
  scan("I1");
  await settle();
  const line = desk.overridable()!;
  expect(line.refused).toMatchObject({ mayGoOn: false, mayAsk: true });
  desk.reason(line);
  core.mockRejectedValueOnce({ code: "wrong_secret", message: "no", details: { seconds: 1 } });
  desk.override(line, "letter at hand", { account: 1, secret: "wrong" });
  await settle();
  expect([desk.secretFailure?.code, desk.reasoning]).toEqual(["wrong_secret", line.id]);
  desk.override(line, "letter at hand", { account: 1, secret: "right" });
  await settle();
  expect(asked.at(-1)).toBe(
    'circulation.check_out {"patron":1,"item":1,"override":{"reason":"letter at hand","supervisor":{"account":1,"secret":"right"}}}',
  );
  expect([desk.reasoning, desk.lines.length]).toEqual([null, 1]);
});
