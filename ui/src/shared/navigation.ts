// Where one can go, and going there; which component a page is, only the frame knows.

export const PAGES = [
  "today",
  "desk",
  "patrons",
  "items",
  "schedule",
  "rotas",
  "staff",
  "hours",
  "reports",
  "settings",
] as const;
export type PageId = (typeof PAGES)[number];

/** What a page is opened with, all of it text: goTo("patrons", { id: 7 }) arrives as params.id === "7". */
export type Params = Readonly<Record<string, string>>;

/** The props of every page. */
export interface PageProps {
  params: Params;
}

/** Opens a page. */
export function goTo(page: PageId, params: Record<string, string | number> = {}): void {
  location.hash = address(page, params);
}

/** The same as goTo, without a step in the history: for what a page remembers about itself. */
export function stayAt(page: PageId, params: Record<string, string | number> = {}): void {
  history.replaceState(null, "", address(page, params));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

/** A page's address, for links. */
export function address(page: PageId, params: Record<string, string | number> = {}): string {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return `#/${page}${query.size > 0 ? `?${query}` : ""}`;
}

/** The page and params an address stands for; null when it is none of ours. */
export function readAddress(hash: string): { page: PageId; params: Params } | null {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const page = PAGES.find((page) => page === path);
  return page ? { page, params: Object.fromEntries(new URLSearchParams(query)) } : null;
}
