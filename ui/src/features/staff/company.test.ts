// The lines of the list of pairs.
import { describe, expect, it } from "vitest";
import { aboutPair, namesAnother, pairKinds, pairSaid } from "./company";

describe("a pair", () => {
  it("says who works with whom", () => {
    expect(pairKinds.map((kind) => pairSaid(kind, "Ada", "Ben"))).toEqual([
      "Ada and Ben never at the same time",
      "Ada and Ben only together",
      "Ada only while Ben works",
      "Ada never alone",
      "Ada never without somebody who may lead",
    ]);
    expect(pairKinds.filter(namesAnother)).toEqual(["apart", "together", "beside"]);
  });
  it("says since when and why", () => {
    const pair = { one: 1, kind: "led" as const, other: null, first: null, last: null, reason: "" };
    expect(aboutPair(pair)).toBe("At all times");
    expect(aboutPair({ ...pair, reason: "new here" })).toBe("At all times · new here");
  });
});
