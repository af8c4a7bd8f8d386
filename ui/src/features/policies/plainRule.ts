// What a new rule's sheet begins with.
import type { CategoryId, ItemTypeId, LoanRule } from "$api/generated";

/** Two weeks, ten at once, two renewals; everything else is the library's. */
export function plainRule(category: CategoryId | null, itemType: ItemTypeId | null): LoanRule {
  return {
    category,
    item_type: itemType,
    period: { unit: "days", count: 14 },
    limit: 10,
    renewals: 2,
    renew_from: "today",
    fine: 0,
    fine_grace: 0,
    fine_cap: null,
    closed_due: null,
    within_card: null,
    hourly_closed: null,
    charge_fines: null,
    fine_counts: null,
    grace_counts: null,
    fine_starts: null,
  };
}
