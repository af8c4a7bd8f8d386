// Minutes on the grid: snapping, staying within the day, drawing, lanes.
import { expect, test } from "vitest";
import { bar, drawn, lanes, minuteAt, moved, rowAt, share, snap, stretched, WHOLE_DAY } from "./geometry";

const HOURS = { from: 480, to: 1260 };

test("a minute snaps to the nearest quarter of an hour", () => {
  expect([487, 488, 495, 502].map((minute) => snap(minute))).toEqual([480, 495, 495, 495]);
});

test("shares and minutes are each other's way back, and the ends hold", () => {
  expect(minuteAt(share(870, HOURS), HOURS)).toBeCloseTo(870);
  expect([share(0, HOURS), share(1440, HOURS), share(600, { from: 600, to: 600 })]).toEqual([0, 1, 0]);
});

test("a bar is written in percent of the grid", () => {
  expect(bar({ start: 480, end: 870 }, HOURS)).toEqual({ left: "0%", width: "50%" });
});

test("a coarser grid moves by its slots and draws along its lines", () => {
  expect(moved({ start: 555, end: 720 }, 50, HOURS, 60)).toEqual({ start: 615, end: 780 });
  expect(drawn(545, 712, HOURS, 60)).toEqual({ start: 540, end: 720 });
  expect(stretched({ start: 540, end: 720 }, "end", 763, HOURS, 30)).toEqual({ start: 540, end: 750 });
});

test("a moved stretch keeps its length and stays in the grid", () => {
  expect(moved({ start: 540, end: 720 }, 22, HOURS)).toEqual({ start: 555, end: 735 });
  expect(moved({ start: 540, end: 720 }, -999, HOURS)).toEqual({ start: 480, end: 660 });
  expect(moved({ start: 540, end: 720 }, 999, HOURS)).toEqual({ start: 1080, end: 1260 });
  expect(moved({ start: 1380, end: 1440 }, 15, WHOLE_DAY)).toEqual({ start: 1380, end: 1440 });
});

test("a stretched one keeps its other end and a quarter of an hour at least", () => {
  expect(stretched({ start: 540, end: 720 }, "end", 763, HOURS)).toEqual({ start: 540, end: 765 });
  expect(stretched({ start: 540, end: 720 }, "end", 400, HOURS)).toEqual({ start: 540, end: 555 });
  expect(stretched({ start: 540, end: 720 }, "start", 9999, HOURS)).toEqual({ start: 705, end: 720 });
  expect(stretched({ start: 540, end: 720 }, "start", 0, HOURS)).toEqual({ start: 480, end: 720 });
});

test("drawing works in both directions and covers what the pointer covered", () => {
  expect(drawn(545, 712, HOURS)).toEqual({ start: 540, end: 720 });
  expect(drawn(712, 545, HOURS)).toEqual({ start: 540, end: 720 });
  expect(drawn(1260, 1260, HOURS)).toEqual({ start: 1245, end: 1260 });
});

test("overlapping stretches take lanes, touching ones share one", () => {
  const spans = [
    { start: 720, end: 900 },
    { start: 480, end: 720 },
    { start: 600, end: 780 },
    { start: 780, end: 840 },
  ];
  expect(lanes(spans)).toEqual({ lane: [0, 0, 1, 1], count: 2 });
  expect(lanes([])).toEqual({ lane: [], count: 1 });
});

test("a height means the row under it, or the nearest", () => {
  expect([-5, 0, 39, 40, 500].map((y) => rowAt(y, [0, 40, 110]))).toEqual([0, 0, 0, 1, 2]);
});
