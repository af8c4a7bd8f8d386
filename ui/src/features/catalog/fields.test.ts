// New items, further copies, and where an item is in words.
import { beforeEach, expect, test } from "vitest";
import type { Item } from "$api/generated";
import { habit } from "$shared/habit.svelte";
import { blankItem, blankTitle, copyOf } from "./fields";
import { whereabouts } from "./status";

beforeEach(() => (habit.today = "2026-11-23"));

test("a blank form holds every field", () => {
  expect(blankTitle()).toEqual({ title: "", author: "", isbn: "", year: null, publisher: "" });
  expect(blankItem("3012", 2)).toMatchObject({ barcode: "3012", item_type: 2, price: null, note: "" });
});

test("a further copy has its own label and no remark", () => {
  const copy = copyOf({ ...blankItem("3012", 2), call_number: "Z711", note: "spine worn" });
  expect(copy).toMatchObject({ barcode: "", call_number: "Z711", note: "" });
});

test("where an item is", () => {
  const said = (more: Partial<Item>) => whereabouts({ status: "in_service", due: null, due_at: null, ...more } as Item);
  expect(said({})).toMatchObject({ text: "In", quiet: true });
  expect(said({ due: "2026-12-07" })).toMatchObject({ text: "Due Mon 7 Dec", quiet: true });
  expect(said({ due: "2026-11-19" })).toMatchObject({ kind: "careful", quiet: false });
  expect(said({ due: "2026-11-19", status: "lost" }).text).toBe("Lost, was due Thu 19 Nov");
  expect(said({ status: "repair" })).toMatchObject({ kind: "note", text: "In repair" });
});
