/** Puts text on the clipboard. The window holds no clipboard permission, so the selection is copied instead. */
export function copyText(text: string): void {
  const box = document.createElement('textarea');
  box.value = text;
  box.setAttribute('readonly', '');
  box.className = 'sr';
  const active = document.activeElement;
  document.body.append(box);
  box.select();
  document.execCommand('copy');
  box.remove();
  if (active instanceof HTMLElement) active.focus();
}
