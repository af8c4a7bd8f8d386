// What the person at the desk may do, for parts that show or hide a button. The core decides again at each command.

let held = $state.raw<ReadonlySet<string>>(new Set());

/** Whether the person who is signed in holds the permission. */
export function may(permission: string): boolean {
  return held.has(permission);
}

/** Called when somebody signs in or the lock falls. */
export function hold(permissions: Iterable<string>): void {
  held = new Set(permissions);
}
