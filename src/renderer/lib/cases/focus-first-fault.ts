/** Takes the officer to the first field of the open dialog that says what is wrong with it. */
export function focusFirstFault(): void {
  requestAnimationFrame(() => {
    const dialog = document.querySelector('[role="dialog"]');
    const fault = dialog?.querySelector<HTMLElement>('[aria-invalid="true"], .help.error');
    fault?.scrollIntoView({ block: 'center' });
    fault?.focus();
  });
}
