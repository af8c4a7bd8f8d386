// A need while it is being edited.
import { expect, test } from "vitest";
import { changed, copiedToWorkdays, draftOf, withOneMore } from "./need";

const TODAY = "2026-11-23";
const needs = [
  { desk: 1, weekday: 1, since: "2026-11-23", spans: [{ from: 480, to: 600, people: 1 }] },
  { desk: 1, weekday: 1, since: "2026-11-30", spans: [] },
  { desk: 2, weekday: 1, since: "2026-11-23", spans: [{ from: 480, to: 1260, people: 3 }] },
];

test("only the weekdays that differ are saved", () => {
  const before = draftOf(needs, 1, TODAY);
  expect(changed(draftOf(needs, 1, TODAY), before)).toEqual([]);
  expect(changed({ ...draftOf(needs, 1, TODAY), 1: [] }, before)).toEqual([{ weekday: 1, spans: [] }]);
});

test("one weekday serves Monday to Friday", () => {
  const days = changed(copiedToWorkdays(draftOf(needs, 1, TODAY), 1), draftOf(needs, 1, TODAY));
  expect(days?.map((day) => day.weekday)).toEqual([2, 3, 4, 5]);
  expect(days?.[0]?.spans).toEqual([{ from: 480, to: 600, people: 1 }]);
});

test("one more stretch begins where the last one ends, and is not saved half typed", () => {
  const draft = draftOf(needs, 1, TODAY);
  const longer = { ...draft, 1: withOneMore(draft[1]!) };
  expect(longer[1]![1]).toMatchObject({ from: 600, to: null, people: 1 });
  expect(changed(longer, draft)).toBeNull();
});
