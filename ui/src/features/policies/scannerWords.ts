// The words of teaching the scanner, English first.
import type { CheckDigit, Layout, NumberKind, NumberRange, Overlap, ScanEnd, ScanStep } from "$api/generated";
import { number } from "$shared/format";

const layouts: Record<Layout, string> = {
  as_typed: "The same for scanner and computer",
  french_azerty: "Scanner American, computer French (AZERTY)",
  belgian_azerty: "Scanner American, computer Belgian (AZERTY)",
  qwertz: "Scanner American, computer German (QWERTZ)",
  czech: "Scanner American, computer Czech",
  slovak: "Scanner American, computer Slovak",
  greek: "Scanner American, computer Greek",
  russian: "Scanner American, computer Russian",
  azerty_scanner: "Scanner French (AZERTY), computer American or British",
};
const schemes = { mod10: "modulus 10", mod11: "modulus 11" };
const kinds: Record<NumberKind, string> = { card: "Cards", item: "Items" };

function keys({ tab, enter, other }: { tab: boolean; enter: boolean; other: number }): string {
  const ends = [tab && "Tab", enter && "Enter", other > 0 && "control characters"].filter(Boolean);
  return `took off ${ends.join(" and ") || "what is no part of a code"}`;
}

export const words = {
  about:
    "Scan one of your cards and one of your items. What your scanner adds to the number on the label is found, and taken off from then on.",
  scan: { card: "Scan a card", item: "Scan an item" },
  scanHint: "Click here, then scan",
  printed: { card: "Printed under the card’s bars", item: "Printed under the item’s bars" },
  printedHint: "If you type it, more can be found.",
  found: "What was found",
  nothingYet: "Nothing has been scanned yet. A scanner that sends the number and Enter needs no teaching.",
  taught: "This library’s scanner was taught. Scan again to teach it anew.",
  reads: (code: string) => `reads ${code}`,
  asPrinted: "as printed",
  notAsPrinted: "not as printed",
  notAsPrintedHint: "No rule explains it. Look whether the label was typed as it is printed, and scan it again.",
  ends: {
    enter: "ends with Enter",
    tab: "ends with Tab, which is fine",
    nothing: "sends no key at its end: set your scanner to send Enter",
  } satisfies Record<ScanEnd, string>,
  asIs: "nothing to take off",

  rules: "Rules",
  codabar: "Codabar letters around the figures come off",
  symbology: "The mark of the kind of bars in front comes off (]C1)",
  full_width: "Wide figures and figures of other scripts become plain ones",
  caps_lock: "Caps Lock: capital and small letters are turned round",
  layout: "Keyboard",
  layouts,
  prefixes: "Taken off in front",
  suffixes: "Taken off behind",
  textsHint: "Several with a space between them",
  check: ({ scheme, way, length }: CheckDigit) =>
    way === "add"
      ? `The check digit (${schemes[scheme]}) is added to numbers of ${number(length)} figures`
      : `The check digit (${schemes[scheme]}) comes off numbers of ${number(length)} figures`,

  numbers: "Numbers",
  numbersHint: "By these the desk says of an unknown number whether it looks like a card or an item.",
  kinds,
  begins: "Begin with",
  length: "Characters",
  addRange: { card: "Add numbers of cards", item: "Add numbers of items" },
  removeRange: (range: NumberRange) => `Remove ${kinds[range.of].toLowerCase()} ${range.prefix}`.trim(),
  overlap: ({ card, item }: Overlap) =>
    `A number of ${number(card.length)} characters that begins with ${longer(card.prefix, item.prefix)} may be a card or an item. Say more of their first characters.`,

  tryIt: "Try it",
  tryHint: "Scan anything; nothing is done with it",
  looks: { card: "looks like a card", item: "looks like an item" } satisfies Record<NumberKind, string>,
  save: "Save",
  saved: "The scanner’s rules are saved",

  step: (step: ScanStep): string => {
    switch (step.kind) {
      case "keys":
        return keys(step);
      case "full_width":
        return "made wide figures plain";
      case "layout":
        return `turned the keyboard back (${layouts[step.layout]})`;
      case "caps_lock":
        return "turned capital and small letters round (Caps Lock)";
      case "symbology":
        return `took off the mark ${step.mark}`;
      case "prefix":
        return `took off “${step.text}” in front`;
      case "suffix":
        return `took off “${step.text}” behind`;
      case "codabar":
        return `took off the Codabar letters ${step.start.toUpperCase()} and ${step.stop.toUpperCase()}`;
      case "check_added":
        return `added the check digit ${step.digit}`;
      case "check_dropped":
        return `took off the check digit ${step.digit}`;
    }
  },
};

function longer(one: string, other: string): string {
  const prefix = one.length > other.length ? one : other;
  return prefix === "" ? "anything" : `“${prefix}”`;
}
