import { describe, expect, it } from 'vitest';
import { meaningOf, parseKeys, type Press } from './keys.ts';

const press = (code: string, held: Partial<Press> = {}): Press => ({
  code,
  ctrl: false,
  shift: false,
  alt: false,
  ...held,
});
const bind = (...keys: string[]) => keys.map((name) => ({ name, steps: parseKeys(name) }));
const nameOf = (meaning: ReturnType<typeof meaningOf<ReturnType<typeof bind>[number]>>) =>
  meaning.kind === 'run' ? meaning.binding.name : meaning.kind;

describe('keys', () => {
  it('are physical, so J is the same key under the Arabic layout', () => {
    expect(parseKeys('J')).toEqual([[press('KeyJ')]]);
    expect(parseKeys('Ctrl+Enter')[0]?.[0]).toEqual(press('Enter', { ctrl: true }));
    expect(parseKeys('?')).toEqual([[press('Slash', { shift: true })]]);
    expect(parseKeys('+')[0]?.map(({ code }) => code)).toEqual(['Equal', 'NumpadAdd']);
  });

  it('count the number pad as the same figure', () => {
    const bindings = bind('1');
    expect(nameOf(meaningOf(bindings, [], press('Numpad1')))).toBe('1');
  });

  it('tell X from Shift X and from Ctrl X', () => {
    const bindings = bind('X', 'Shift+X');
    expect(nameOf(meaningOf(bindings, [], press('KeyX')))).toBe('X');
    expect(nameOf(meaningOf(bindings, [], press('KeyX', { shift: true })))).toBe('Shift+X');
    expect(nameOf(meaningOf(bindings, [], press('KeyX', { ctrl: true })))).toBe('none');
  });

  it('wait after G for the letter of the screen', () => {
    const bindings = bind('G T', 'G C', 'C');
    const first = meaningOf(bindings, [], press('KeyG'));
    expect(first.kind).toBe('wait');
    const earlier = first.kind === 'wait' ? first.presses : [];
    expect(nameOf(meaningOf(bindings, earlier, press('KeyC')))).toBe('G C');
  });

  it('read a broken sequence as a key of its own', () => {
    const bindings = bind('G T', 'J');
    expect(nameOf(meaningOf(bindings, [press('KeyG')], press('KeyJ')))).toBe('J');
    expect(nameOf(meaningOf(bindings, [press('KeyG')], press('KeyQ')))).toBe('none');
  });

  it('let what was opened last have the key', () => {
    const bindings = [...bind('Esc'), { name: 'later', steps: parseKeys('Esc') }];
    expect(nameOf(meaningOf(bindings, [], press('Escape')))).toBe('later');
  });

  it('refuse a key that no keyboard has', () => {
    expect(() => parseKeys('Ctrl+Ω')).toThrow(RangeError);
  });
});
