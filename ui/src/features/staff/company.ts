// With whom somebody is to work, or not: the words, and what stands on a line of the list. English first.
import type { PairDetails, PairKind } from "$api/generated";
import { words } from "./words";

export const pairKinds: readonly PairKind[] = ["apart", "together", "beside", "accompanied", "led"];

/** Whether a second person is named. */
export const namesAnother = (kind: PairKind) => kind === "apart" || kind === "together" || kind === "beside";

export const companyWords = {
  section: "With whom",
  add: "Add a pair",
  none: "With anybody, and alone",
  noneText:
    "Say here with whom they are to work, or not, and whether they are ever alone. The schedule points at shifts that are otherwise, and the solver keeps to it.",
  head: (name: string) => `With whom ${name} works`,
  kind: "How",
  kinds: {
    apart: "Never at the same time as",
    together: "Only together with",
    beside: "Only while somebody works",
    accompanied: "Never alone",
    led: "Never without a lead",
  } satisfies Record<PairKind, string>,
  kindHints: {
    apart: "The two are never in the library at work together.",
    together: "Neither works without the other.",
    beside: "Such as a trainee with whoever trains them; the other works alone too.",
    accompanied: "Somebody else is at work whenever they are.",
    led: "Somebody else who may lead is at work whenever they are.",
  } satisfies Record<PairKind, string>,
  other: "Whom",
  nobody: "Choose somebody",
  first: "First day",
  firstHint: "Empty: at once",
  last: "Last day",
  lastHint: "Empty: for good",
  editOne: (said: string) => `Edit: ${said}`,
  removeOne: (said: string) => `Remove: ${said}`,
  removed: "Removed",
};

/** "Ada and Ben never at the same time". */
export function pairSaid(kind: PairKind, one: string, other: string): string {
  switch (kind) {
    case "apart":
      return `${one} and ${other} never at the same time`;
    case "together":
      return `${one} and ${other} only together`;
    case "beside":
      return `${one} only while ${other} works`;
    case "accompanied":
      return `${one} never alone`;
    case "led":
      return `${one} never without somebody who may lead`;
  }
}

/** "From Mon 7 Dec · in training". */
export const aboutPair = ({ first, last, reason }: PairDetails) =>
  [words.weekSpan(first, last), reason].filter(Boolean).join(" · ");
