// Two grids of the same people side by side: each row is as high in the one as in the other, and both scroll together.

/** Keeps the rows of the grids within an element aligned while it is there. */
export function aligned(both: HTMLElement): () => void {
  let waiting = 0;
  const watched = new WeakSet<Element>();
  const grids = () => [...both.querySelectorAll<HTMLElement>(".grid")];

  function align() {
    waiting = 0;
    const lines = [...both.querySelectorAll<HTMLElement>("[data-row][role=row]")];
    for (const line of lines) line.style.minHeight = "";
    const heights = new Map<string, number>();
    for (const line of lines) {
      const row = line.dataset.row ?? "";
      heights.set(row, Math.max(heights.get(row) ?? 0, line.offsetHeight));
    }
    for (const line of lines) line.style.minHeight = `${heights.get(line.dataset.row ?? "")}px`;
    for (const grid of grids()) {
      // Who is watched anew is told of at once: each is watched once.
      if (!watched.has(grid)) widths.observe(grid);
      watched.add(grid);
    }
  }
  const soon = () => (waiting ||= requestAnimationFrame(align));

  function scrolled({ target }: Event) {
    if (!(target instanceof HTMLElement) || !target.matches(".grid")) return;
    for (const other of grids()) {
      if (other === target) continue;
      // Setting what is there already tells of no scrolling: this ends where it began.
      other.scrollTop = target.scrollTop;
      other.scrollLeft = target.scrollLeft;
    }
  }

  const widths = new ResizeObserver(soon);
  const changes = new MutationObserver(soon);
  changes.observe(both, { childList: true, subtree: true, characterData: true });
  both.addEventListener("scroll", scrolled, { capture: true, passive: true });
  soon();
  return () => {
    cancelAnimationFrame(waiting);
    widths.disconnect();
    changes.disconnect();
    both.removeEventListener("scroll", scrolled, { capture: true });
    for (const line of both.querySelectorAll<HTMLElement>("[data-row][role=row]")) line.style.minHeight = "";
  };
}
