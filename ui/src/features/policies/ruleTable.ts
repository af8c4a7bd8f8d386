// The loan rules as a table: a row for each kind of item, a cell for each patron category.
import type { ItemType, LoanRule, PatronCategory, Rules } from "$api/generated";

export interface RuleCell {
  category: PatronCategory;
  itemType: ItemType;
  /** None where the pair does not lend. */
  rule: LoanRule | null;
}

export interface RuleRow {
  itemType: ItemType;
  cells: RuleCell[];
}

export function ruleTable({ categories, item_types, rules }: Rules): RuleRow[] {
  const of = (category: PatronCategory, itemType: ItemType) =>
    rules.find((rule) => rule.category === category.id && rule.item_type === itemType.id) ?? null;
  return item_types.map((itemType) => ({
    itemType,
    cells: categories.map((category) => ({ category, itemType, rule: of(category, itemType) })),
  }));
}

/** The weekdays, 1 = Monday to 7 = Sunday, in the order of the library's week. */
export function weekdays(starts: "monday" | "sunday"): number[] {
  return starts === "sunday" ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
}
