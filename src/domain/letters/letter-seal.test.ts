import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../shared/iso-date.ts';
import {
  codeOf,
  letterSeal,
  parseSealPayload,
  printedCode,
  sealPayload,
  typedCode,
  typedLetterNumber,
} from './letter-seal.ts';

const facts = {
  keyId: '0a1b2c3d',
  number: '1448/2087',
  date: isoDate('2026-11-23'),
  contentHash: '3f9a2c4d5e6f7a8b',
  code: 'K7QD93FM',
};

describe('the seal of a letter', () => {
  it('is a text of capital letters, digits and the signs that a QR code packs tightest', () => {
    expect(sealPayload(facts)).toBe(
      'INSAF1:0A1B2C3D:1448/2087:2026-11-23:3F9A2C4D5E6F7A8B:K7QD93FM',
    );
    expect(sealPayload(facts)).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });

  it('is read again as it was written, in either case', () => {
    expect(parseSealPayload(sealPayload(facts))).toEqual(facts);
    expect(parseSealPayload(` ${sealPayload(facts).toLowerCase()}\n`)).toEqual(facts);
  });

  it.each([
    '',
    'https://example.gov.sa',
    'INSAF2:0A1B2C3D:1448/2087:2026-11-23:3F9A2C4D5E6F7A8B:K7QD93FM',
    'INSAF1:0A1B2C3D:1448/2087:2026-13-23:3F9A2C4D5E6F7A8B:K7QD93FM',
    'INSAF1:0A1B2C3D:1448/2087:2026-11-23:3F9A2C4D5E6F7A8B:K7QD93FM:MORE',
  ])('is nothing else: %j', (text) => {
    expect(parseSealPayload(text)).toBeNull();
  });

  it('prints a code that people can read out', () => {
    expect(letterSeal(facts).caption).toBe('رمز التحقق: \u2066K7QD-93FM\u2069');
  });

  it('knows a code however it was typed', () => {
    for (const typed of ['k7qd-93fm', ' K7QD 93FM', 'K7QD٩٣FM']) {
      expect(typedCode(typed)).toBe('K7QD93FM');
    }
    expect(typedCode('o1lI')).toBe('0111');
    expect(typedLetterNumber('١٤٤٨ / ٢٠٨٧')).toBe('1448/2087');
    expect(typedLetterNumber('1448/87')).toBe('1448/0087');
  });

  it('takes its code from the first forty bits of a digest, bit by bit', () => {
    expect(codeOf(new Uint8Array([0, 0, 0, 0, 0]))).toBe('00000000');
    expect(codeOf(new Uint8Array([255, 255, 255, 255, 255]))).toBe('ZZZZZZZZ');
    expect(
      codeOf(new Uint8Array([0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000])),
    ).toBe('12345678');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 32 }), (digest) => {
        const bits = [...digest.subarray(0, 5)]
          .map((byte) => byte.toString(2).padStart(8, '0'))
          .join('');
        const expected = (bits.match(/.{5}/g) ?? [])
          .map((group) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(group, 2)])
          .join('');
        expect(codeOf(digest)).toBe(expected);
        expect(typedCode(printedCode(codeOf(digest)).toLowerCase())).toBe(codeOf(digest));
      }),
    );
    expect(() => codeOf(new Uint8Array(4))).toThrow(RangeError);
  });
});
