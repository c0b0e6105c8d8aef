/** Words that end in "…" show whole under the pointer: the title is set where text was cut, and only there. */
export function listenForCutText(target: Document): void {
  target.addEventListener(
    'pointerover',
    ({ target: under }) => {
      let element = under instanceof Element ? under : null;
      for (let steps = 0; element instanceof HTMLElement && steps < 4; steps += 1) {
        if (isCut(element)) {
          if (element.title === '') element.title = element.textContent.trim();
          return;
        }
        element = element.parentElement;
      }
    },
    { passive: true },
  );
}

function isCut(element: HTMLElement): boolean {
  return (
    element.scrollWidth > element.clientWidth + 1 &&
    element.clientWidth > 0 &&
    getComputedStyle(element).textOverflow === 'ellipsis'
  );
}
