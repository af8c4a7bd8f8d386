// The shifts to come that lie in classes, asked for wherever they are told: on the schedule and on the first screen.
import { api, type BrokenShift } from "$api/generated";
import { query, type Query } from "$api/query.svelte";
import { may } from "$shared/permissions.svelte";

/** Who does not build the schedule is told of none. */
export function askBroken(): Query<BrokenShift[]> {
  return query(
    () => (may("edit_schedule") ? api.solving.broken({ staff: [] }) : undefined),
    ["shifts", "staff", "calendar", "rules"],
  );
}
