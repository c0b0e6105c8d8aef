import { describe, expect, it } from 'vitest';
import { resolveScripts } from './scripts.ts';

describe('the script that neutral characters are shaped in', () => {
  const scriptsOf = (text: string): string =>
    resolveScripts(text)
      .map((script) => (script === 'Arab' ? 'a' : 'l'))
      .join('');

  it('is that of the letters before them', () => {
    expect(scriptsOf('اب 12.')).toBe('aaaaaa');
    expect(scriptsOf('ab 12 ا')).toBe('lllllla');
  });

  it('is for a closing bracket that of its opener', () => {
    expect(scriptsOf('اب (ab) ')).toBe('aaaallaa');
    expect(scriptsOf('(أ) ب')).toBe('aaaaa');
    expect(scriptsOf('ab [اب] ')).toBe('llllaall');
  });

  it('is not carried by guillemets', () => {
    expect(scriptsOf('ا «ab» ')).toBe('aaallll');
  });

  it('is Latin where there is no letter at all', () => {
    expect(scriptsOf('1,320.00')).toBe('llllllll');
  });
});
