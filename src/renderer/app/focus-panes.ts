/** F6: the focus goes to the next element marked `data-pane`, in reading order, and round again. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.checkVisibility() && pane.closest('[inert], [aria-hidden="true"]') === null,
  );
  if (panes.length === 0) return;
  const inside = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(inside + step + panes.length) % panes.length];
  const target =
    next?.querySelector<HTMLElement>('[role="grid"], [aria-current], a, button, input, textarea') ??
    next;
  target?.focus();
}
