// Where a scan goes: the box gets the focus back after every click, and every key that nobody else wants.

/** Keeps the box ready while it is on the screen; answers how to stop. */
export function keepFocus(box: HTMLInputElement): () => void {
  const later = () => setTimeout(() => refocus(box));

  // After a click the next thing is a scan; a click by keyboard is somebody on their way through the page.
  const click = (event: MouseEvent) => {
    if (event.detail > 0 && getSelection()?.isCollapsed !== false) later();
  };
  const lost = () => setTimeout(() => document.hasFocus() && document.activeElement === document.body && refocus(box));
  const keydown = (event: KeyboardEvent) => {
    const printable = event.key.length === 1 && event.key !== " " && event.key !== "?";
    if (printable && !event.ctrlKey && !event.metaKey && !event.altKey) refocus(box);
  };

  box.focus();
  window.addEventListener("focus", later);
  document.addEventListener("click", click);
  document.addEventListener("focusout", lost);
  document.addEventListener("keydown", keydown, true);
  return () => {
    window.removeEventListener("focus", later);
    document.removeEventListener("click", click);
    document.removeEventListener("focusout", lost);
    document.removeEventListener("keydown", keydown, true);
  };
}

/** Gives the box the focus, unless somebody types elsewhere. */
export function refocus(box: HTMLInputElement): void {
  if (free()) box.focus();
}

/** Nobody types elsewhere, and nothing lies over the page. */
function free(): boolean {
  const focused = document.activeElement;
  const typing =
    focused instanceof HTMLTextAreaElement ||
    focused instanceof HTMLSelectElement ||
    (focused instanceof HTMLInputElement && focused.type !== "radio" && focused.type !== "checkbox");
  return !typing && !document.querySelector('#layers :is([role="dialog"], [role="alertdialog"], [role="menu"])');
}
