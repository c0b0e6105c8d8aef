import { placeName, type Place } from './editing.ts';

/** Puts the caret into the text at a place, or the nearest thing that can be operated there, once it is drawn. */
export function focusPlace(place: Place): void {
  requestAnimationFrame(() => {
    const found = elementAt(place);
    found?.closest('details')?.setAttribute('open', '');
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'center' });
  });
}

function elementAt(place: Place): HTMLElement | null {
  const name = CSS.escape(placeName(place));
  const within = `[data-block="${place.block ?? 'none'}"]`;
  for (const selector of [
    `textarea[data-place="${name}"]`,
    `[data-place="${name}"] input`,
    `textarea[data-place^="${name}."]`,
    `${within} textarea`,
    `${within} button`,
  ]) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found !== null) return found;
  }
  return place.block === null && place.part === 'blocks'
    ? document.querySelector<HTMLElement>('[data-block] textarea, [data-block-end] button')
    : null;
}
