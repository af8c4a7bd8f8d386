// The loan rules as a table: a row for each kind of item, a cell for each patron category; the first of each is "any".
import type { ItemType, LoanRule, PatronCategory, Rules } from "$api/generated";

export interface RuleCell {
  /** None for any patron. */
  category: PatronCategory | null;
  /** None for any item. */
  itemType: ItemType | null;
  /** What holds, by this cell's own rule or a less close one; none where the pair does not lend. */
  holds: LoanRule | null;
  /** Whether the rule is this cell's own. */
  own: boolean;
}

export interface RuleRow {
  itemType: ItemType | null;
  cells: RuleCell[];
}

export function ruleTable({ categories, item_types, table }: Rules): RuleRow[] {
  const cell = (category: PatronCategory | null, itemType: ItemType | null): RuleCell => {
    const [who, what] = [category?.id ?? null, itemType?.id ?? null];
    const holds = table.find((one) => one.category === who && one.item_type === what)?.holds ?? null;
    return { category, itemType, holds, own: holds !== null && holds.category === who && holds.item_type === what };
  };
  return [null, ...item_types].map((itemType) => ({
    itemType,
    cells: [null, ...categories].map((category) => cell(category, itemType)),
  }));
}

/** The weekdays, 1 = Monday to 7 = Sunday, in the order of the library's week. */
export function weekdays(starts: "monday" | "sunday"): number[] {
  return starts === "sunday" ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
}
