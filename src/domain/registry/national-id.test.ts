import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNationalId } from './national-id.ts';

/** The only last digit that completes nine digits. */
const complete = (nine: string): string | undefined =>
  Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find((id) => checkNationalId(id).ok);

describe('a national id', () => {
  it('is accepted with Arabic-Indic digits and spaces around it, and kept in Latin digits', () => {
    const id = complete('100000000') ?? '';
    const arabic = [...id].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
    expect(checkNationalId(` ${arabic} `)).toEqual({ ok: true, value: id });
  });

  it.each([
    ['', 'NATIONAL_ID_FORMAT'],
    ['10000000', 'NATIONAL_ID_FORMAT'],
    ['1.01E+09', 'NATIONAL_ID_FORMAT'],
    ['10000 00008', 'NATIONAL_ID_FORMAT'],
    ['3000000000', 'NATIONAL_ID_TYPE'],
    ['1000000000', 'NATIONAL_ID_CHECKSUM'],
  ])('%j is refused as %s', (text, code) => {
    expect(checkNationalId(text)).toEqual({ ok: false, error: { code } });
  });

  it('has exactly one right check digit, and no single wrong digit passes', () => {
    const ids = fc
      .tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/))
      .map((parts) => complete(parts.join('')) ?? '');
    fc.assert(
      fc.property(ids, fc.nat(9), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const wrong = `${id.slice(0, at)}${(Number(id[at]) + by) % 10}${id.slice(at + 1)}`;
        expect(checkNationalId(id).ok).toBe(true);
        expect(checkNationalId(wrong).ok).toBe(false);
      }),
    );
  });
});
