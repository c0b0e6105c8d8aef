import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zlibStream } from './zlib-stream.ts';

describe('compressing what stands in a letter', () => {
  it('gives back every byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 1, max: 255 }),
        fc.integer({ min: 1, max: 40 }),
        (bytes, kinds, times) => {
          const piece = bytes.map((byte) => byte % kinds);
          const data = new Uint8Array(piece.length * times);
          for (let at = 0; at < times; at++) data.set(piece, at * piece.length);
          expect(inflateSync(zlibStream(data)).equals(data)).toBe(true);
        },
      ),
    );
  });

  it('gives back data of many blocks and repetitions from as far back as they may be', () => {
    const noise = Uint8Array.from({ length: 0x8000 }, (_, index) => (index * index * 31) >> 3);
    const data = new Uint8Array([...noise, ...noise, ...new Uint8Array(1000), ...noise]);
    expect(inflateSync(zlibStream(data)).equals(data)).toBe(true);
  });

  it('is no larger than the platform’s by more than three hundredths', () => {
    for (const file of ['resources/fonts/NotoNaskhArabic-Regular.ttf', 'package-lock.json']) {
      const data = readFileSync(file);
      expect(zlibStream(data).length).toBeLessThan(deflateSync(data).length * 1.03);
    }
  });

  it('does not depend on what was compressed before', () => {
    const data = readFileSync('resources/fonts/NotoNaskhArabic-OFL.txt');
    const first = zlibStream(data);
    zlibStream(readFileSync('package-lock.json'));
    expect(zlibStream(data)).toEqual(first);
  });
});
