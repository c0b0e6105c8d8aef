import { createContext, useContext, useEffect, useRef } from 'react';
import { meaningOf, parseKeys, pressOf, type Press } from './keys.ts';

interface Binding {
  readonly steps: readonly (readonly Press[])[];
  readonly layer: number;
  readonly inFields: boolean;
  readonly run: () => void;
}

/** How deep in dialogs a component stands: keys of what lies below an open dialog sleep. */
export const ShortcutLayer = createContext(0);

const SEQUENCE_MS = 1200;
const bindings: Binding[] = [];
const openLayers: number[] = [];
const NOTHING_PENDING: { presses: readonly Press[]; at: number } = { presses: [], at: 0 };
let pending = NOTHING_PENDING;

/**
 * Binds keys while the component is mounted: `useShortcuts({ D: askForDocuments, 'Ctrl+Enter': propose })`.
 * The binding mounted last wins. Keys without Ctrl, F6 and Esc aside, sleep while the officer types in a field.
 *
 * @param inFields also act while a field has the focus
 */
export function useShortcuts(
  keys: Readonly<Record<string, (() => void) | undefined>>,
  { enabled = true, inFields = false }: { enabled?: boolean; inFields?: boolean } = {},
): void {
  const layer = useContext(ShortcutLayer);
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const names = Object.keys(keys)
    .filter((name) => keys[name] !== undefined)
    .join('\n');
  useEffect(() => {
    if (!enabled || names === '') return;
    const mine = names.split('\n').map((name) => ({
      steps: parseKeys(name),
      layer,
      inFields,
      run: () => latest.current[name]?.(),
    }));
    bindings.push(...mine);
    return () => {
      for (const binding of mine) bindings.splice(bindings.indexOf(binding), 1);
    };
  }, [names, enabled, inFields, layer]);
}

/** Puts the shortcuts of everything below this dialog to sleep while it is open. */
export function useShortcutLayer(open: boolean): number {
  const layer = useContext(ShortcutLayer) + 1;
  useEffect(() => {
    if (!open) return;
    openLayers.push(layer);
    return () => {
      openLayers.splice(openLayers.indexOf(layer), 1);
    };
  }, [open, layer]);
  return layer;
}

/**
 * Starts listening; call once for the window. Returns how to stop. Keys with Ctrl are taken before the element that has
 * the focus sees them: a focused button would take Ctrl Enter for Enter and press itself.
 */
export function listenForShortcuts(target: Window): () => void {
  const take = (event: KeyboardEvent): void => {
    if (!handleKey(event, isField(event.target), Date.now())) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCapture = (event: KeyboardEvent): void => {
    if (pressOf(event).ctrl) take(event);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!pressOf(event).ctrl) take(event);
  };
  target.addEventListener('keydown', onCapture, { capture: true });
  target.addEventListener('keydown', onKeyDown);
  return () => {
    target.removeEventListener('keydown', onCapture, { capture: true });
    target.removeEventListener('keydown', onKeyDown);
  };
}

function handleKey(event: KeyboardEvent, inField: boolean, now: number): boolean {
  if (event.defaultPrevented || event.isComposing || /^(Control|Shift|Alt|Meta)/.test(event.code))
    return false;
  const press = pressOf(event);
  const typing = inField && !press.ctrl && !/^(Escape|F\d+)$/.test(press.code);
  const earlier = now - pending.at < SEQUENCE_MS ? pending.presses : [];
  const top = Math.max(0, ...openLayers);
  const awake = bindings.filter((binding) => binding.layer >= top && (!typing || binding.inFields));

  const meaning = meaningOf(awake, earlier, press);
  pending = meaning.kind === 'wait' ? { presses: meaning.presses, at: now } : NOTHING_PENDING;
  if (meaning.kind === 'run') meaning.binding.run();
  return meaning.kind !== 'none';
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, [role="textbox"], [role="spinbutton"]') ||
      (target instanceof HTMLInputElement &&
        !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type)))
  );
}
