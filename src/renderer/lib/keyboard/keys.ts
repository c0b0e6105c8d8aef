/** One press: the physical key and what is held with it. */
export interface Press {
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const NAMED: Readonly<Record<string, readonly string[]>> = {
  '?': ['Slash'],
  '/': ['Slash'],
  '[': ['BracketLeft'],
  ']': ['BracketRight'],
  '+': ['Equal', 'NumpadAdd'],
  '-': ['Minus', 'NumpadSubtract'],
  Enter: ['Enter', 'NumpadEnter'],
  Esc: ['Escape'],
  Space: ['Space'],
  Up: ['ArrowUp'],
  Down: ['ArrowDown'],
  Left: ['ArrowLeft'],
  Right: ['ArrowRight'],
  PgUp: ['PageUp'],
  PgDn: ['PageDown'],
  Home: ['Home'],
  End: ['End'],
  Delete: ['Delete'],
};

/**
 * Reads `Ctrl+K`, `Shift+X`, `?`, `1`, `F6` or a sequence such as `G T` into presses of physical keys, so that they
 * stay where they are under the Arabic layout.
 *
 * @throws RangeError for a key it does not know: reaching it is a bug.
 */
export function parseKeys(keys: string): readonly (readonly Press[])[] {
  return keys.split(' ').map((chord) => {
    const parts =
      chord === '+' ? ['+'] : chord.split('+').map((part) => (part === '' ? '+' : part));
    const key = parts.at(-1) ?? '';
    const held = new Set(parts.slice(0, -1));
    return codesOf(key).map((code) => ({
      code,
      ctrl: held.has('Ctrl'),
      shift: held.has('Shift') || key === '?',
      alt: held.has('Alt'),
    }));
  });
}

function codesOf(key: string): readonly string[] {
  if (/^[A-Z]$/.test(key)) return [`Key${key}`];
  if (/^\d$/.test(key)) return [`Digit${key}`, `Numpad${key}`];
  if (/^F\d{1,2}$/.test(key)) return [key];
  const codes = NAMED[key];
  if (codes === undefined) throw new RangeError(`Not a key: ${key}`);
  return codes;
}

export function pressOf(event: KeyboardEvent): Press {
  return {
    code: event.code,
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey,
  };
}

function samePress(a: Press, b: Press): boolean {
  return a.code === b.code && a.ctrl === b.ctrl && a.shift === b.shift && a.alt === b.alt;
}

/** What a press means to bindings of one or more presses, the earlier ones of an unfinished sequence included. */
export type Meaning<Binding> =
  | { readonly kind: 'run'; readonly binding: Binding }
  | { readonly kind: 'wait'; readonly presses: readonly Press[] }
  | { readonly kind: 'none' };

/** The last of `bindings` that the press completes; else whether one begins with it. A broken sequence begins anew. */
export function meaningOf<Binding extends { readonly steps: readonly (readonly Press[])[] }>(
  bindings: readonly Binding[],
  earlier: readonly Press[],
  press: Press,
): Meaning<Binding> {
  const readings = earlier.length > 0 ? [[...earlier, press], [press]] : [[press]];
  for (const presses of readings) {
    const matching = bindings.filter(({ steps }) =>
      presses.every((one, index) => steps[index]?.some((step) => samePress(step, one)) ?? false),
    );
    const complete = matching.findLast(({ steps }) => steps.length === presses.length);
    if (complete !== undefined) return { kind: 'run', binding: complete };
    if (matching.length > 0) return { kind: 'wait', presses };
  }
  return { kind: 'none' };
}
