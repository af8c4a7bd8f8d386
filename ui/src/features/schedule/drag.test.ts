// Drags as states: what each gesture comes to.
import { expect, test } from "vitest";
import { drop, IDLE, move, press, type Drag, type Grip, type Spot } from "./drag";

const DAY = { hours: { from: 480, to: 1260 }, timed: true, slot: 15 };
const WEEK = { hours: { from: 480, to: 1260 }, timed: false, slot: 15 };
const block = { id: 7, stand: { row: 2, column: 0, start: 720, end: 900 } };
const spot = (row: number, minute: number, column = 0): Spot => ({ row, column, minute });
const start = { x: 0, y: 0 };
const far = { x: 90, y: 0 };
const held = (grip: Grip): Drag => press(grip, block, spot(2, 800), start);
const to = (drag: Drag, at: Spot, copy = false, ground = DAY) => move(drag, at, far, copy, ground);

test("a press that hardly moves is a click", () => {
  const drag = move(held("whole"), spot(2, 803), { x: 2, y: 2 }, false, DAY);
  expect(drop(drag)).toEqual({ kind: "click", id: 7, at: spot(2, 800), more: false });
});

test("a block follows the pointer in time and rows, on quarters of an hour", () => {
  expect(drop(to(held("whole"), spot(4, 868)))).toEqual({
    kind: "move",
    id: 7,
    to: { row: 4, column: 0, start: 795, end: 975 },
  });
});

test("dragged back to where it was, nothing happens", () => {
  const away = to(held("whole"), spot(4, 868));
  expect(drop(to(away, spot(2, 801)))).toEqual({ kind: "nothing" });
});

test("with the copy key the block stays and another comes", () => {
  const drag = to(held("whole"), spot(2, 980), true);
  expect(drop(drag)).toMatchObject({ kind: "copy", id: 7, to: { start: 900, end: 1080 } });
  expect(drop(to(drag, spot(2, 980), false))).toMatchObject({ kind: "move" });
});

test("an end moves alone and stays in its row", () => {
  expect(drop(to(held("end"), spot(5, 830)))).toEqual({
    kind: "move",
    id: 7,
    to: { row: 2, column: 0, start: 720, end: 930 },
  });
  expect(drop(to(held("start"), spot(2, 740), true))).toMatchObject({ kind: "move", to: { start: 660, end: 900 } });
});

test("empty ground draws a new stretch in the row where it began", () => {
  const drag = to(press("ground", null, spot(1, 600), start), spot(3, 700));
  expect(drop(drag)).toEqual({ kind: "draw", to: { row: 1, column: 0, start: 600, end: 705 } });
});

test("among days a block changes its day and row but not its time", () => {
  const drag = to(held("whole"), spot(3, 0, 5), false, WEEK);
  expect(drop(drag)).toEqual({ kind: "move", id: 7, to: { row: 3, column: 5, start: 720, end: 900 } });
});

test("among days nothing is stretched", () => {
  expect(drop(to(held("end"), spot(1, 0, 4), false, WEEK)).kind).toBe("click");
});

test("among days empty ground is drawn over from a day to a day, either way", () => {
  const drag = to(press("ground", null, spot(1, 0, 4), start), spot(3, 0, 2), false, WEEK);
  expect(drop(drag)).toEqual({ kind: "draw", to: { row: 1, column: 2, through: 4, start: 0, end: 0 } });
  const one = to(press("ground", null, spot(1, 0, 4), start), spot(1, 0, 4), false, WEEK);
  expect(drop(one)).toMatchObject({ kind: "draw", to: { column: 4, through: 4 } });
});

test("the state stays the same object while the ghost stands still", () => {
  const drag = to(held("whole"), spot(4, 868));
  expect(to(drag, spot(4, 870))).toBe(drag);
  expect(to(IDLE, spot(4, 870))).toBe(IDLE);
  expect(drop(IDLE)).toEqual({ kind: "nothing" });
});

test("a band says from where to where", () => {
  const drag = to(press("band", null, spot(1, 600), start), spot(3, 700));
  expect(drop(drag)).toEqual({ kind: "band", from: spot(1, 600), to: spot(3, 700) });
});

test("a click with a key held takes one more", () => {
  expect(drop(press("whole", block, spot(2, 800), start, true))).toMatchObject({ kind: "click", more: true });
});

test("a coarse grid moves in its slots", () => {
  const ground = { ...DAY, slot: 60 };
  expect(drop(to(held("whole"), spot(2, 840), false, ground))).toMatchObject({ to: { start: 780, end: 960 } });
});
