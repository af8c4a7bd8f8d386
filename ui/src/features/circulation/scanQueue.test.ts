// Scans are worked off in their order, one at a time, and none is lost.
import { expect, test } from "vitest";
import { ScanQueue } from "./scanQueue";

const soon = (ms: number) => new Promise((done) => setTimeout(done, ms));

test("a burst is worked off in order, one at a time", async () => {
  const done: string[] = [];
  let under = 0;
  let most = 0;
  const queue = new ScanQueue<string>(async (code) => {
    most = Math.max(most, ++under);
    // The first takes longest, so that order is the queue's doing.
    await soon(code === "1" ? 15 : 1);
    under--;
    done.push(code);
  });
  for (const code of ["1", "2", "3", "4"]) queue.add(code);
  await soon(60);
  expect(done).toEqual(["1", "2", "3", "4"]);
  expect(most).toBe(1);
});

test("one that fails does not keep the next waiting", async () => {
  const done: string[] = [];
  const queue = new ScanQueue<string>(async (code) => {
    if (code === "bad") throw new Error("bad");
    done.push(code);
  });
  for (const code of ["bad", "good"]) queue.add(code);
  await soon(5);
  expect(done).toEqual(["good"]);
});

test("a job may add jobs, and the waiting are told", async () => {
  const counts: number[] = [];
  const done: string[] = [];
  const queue: ScanQueue<string> = new ScanQueue(
    async (job) => {
      if (job === "all") for (const one of ["a", "b"]) queue.add(one);
      done.push(job);
    },
    (waiting) => counts.push(waiting.length),
  );
  queue.add("all");
  await soon(5);
  expect(done).toEqual(["all", "a", "b"]);
  expect(counts).toEqual([1, 2, 3, 2, 1, 0]);
});

test("cleared, it ends what is under way and goes on with what comes", async () => {
  const done: string[] = [];
  const queue = new ScanQueue<string>(async (code) => {
    await soon(2);
    done.push(code);
  });
  for (const code of ["1", "2", "3"]) queue.add(code);
  queue.clear();
  queue.add("4");
  await soon(20);
  expect(done).toEqual(["1", "4"]);
});
