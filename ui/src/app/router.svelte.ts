// The hash router: which page the address names. It shows only what the person may open.
import { address, readAddress, type PageId, type Params } from "$shared/navigation";

/** The page on the screen and what it was opened with. */
export interface Route {
  page: PageId;
  params: Params;
}

let hash = $state(location.hash);
window.addEventListener("hashchange", () => {
  // What is being typed on a page that goes is read first, as when one leaves the field by hand.
  const field = document.activeElement;
  if (field instanceof HTMLElement && readAddress(hash)?.page !== readAddress(location.hash)?.page) field.blur();
  hash = location.hash;
});

/** The route for the address, or the first page that is open when it names none or one that is closed. */
export function route(open: readonly PageId[]): Route | null {
  const read = readAddress(hash);
  if (read && open.includes(read.page)) return read;
  const first = open[0];
  return first ? { page: first, params: {} } : null;
}

/** Back to the first page, or to another to begin with: somebody else sits here now. */
export function startOver(page: PageId = "today"): void {
  history.replaceState(null, "", address(page));
  hash = location.hash;
}
