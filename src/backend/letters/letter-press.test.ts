import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { LetterModel } from '../../domain/letters/letter-model.ts';
import { plainLetter } from '../../domain/letters/plain-letter.ts';
import { createLetterPress, type ClosableLetterPress } from './letter-press.ts';
import { createLetterRenderer } from './letter-renderer.ts';
import { randomLines } from './testing/sample-lines.ts';

const fontsDir = path.resolve('resources/fonts');

function letter(seed: number): LetterModel {
  return plainLetter({ title: `خطاب ${seed}`, paragraphs: randomLines(5, seed) });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('the letter press', () => {
  let press: ClosableLetterPress;
  afterEach(() => press.close());

  it('sets a batch in two threads with the bytes that one letter alone has, in any order', async () => {
    press = createLetterPress(fontsDir);
    const seeds = Array.from({ length: 20 }, (_, index) => index);
    const batch = await Promise.all(seeds.map((seed) => press(letter(seed))));
    const renderer = await createLetterRenderer({ fontsDir });
    for (const seed of seeds.reverse()) {
      const alone = await renderer.render(letter(seed));
      expect(sha256(batch[seed]?.bytes ?? new Uint8Array())).toBe(sha256(alone.bytes));
    }
  });

  it('leaves the process that asks free', async () => {
    press = createLetterPress(fontsDir);
    await press(letter(0));
    const waits: number[] = [];
    let last = performance.now();
    const beat = setInterval(() => {
      waits.push(performance.now() - last);
      last = performance.now();
    }, 5);
    await Promise.all(Array.from({ length: 60 }, (_, seed) => press(letter(seed))));
    clearInterval(beat);
    waits.sort((one, other) => one - other);
    expect(waits[waits.length >> 1]).toBeLessThan(25);
  });

  it('refuses a letter that cannot be set and sets the next ones', async () => {
    press = createLetterPress(fontsDir, { threads: 1 });
    const logo = { format: 'png', base64: 'bm8gaW1hZ2U=' } as const;
    const letterhead = { lines: ['فرع'], basmala: null, logo, addressLine: null };
    const [bad, good] = await Promise.allSettled([
      press({ ...letter(1), letterhead }),
      press(letter(2)),
    ]);
    expect(bad.status).toBe('rejected');
    expect(good.status).toBe('fulfilled');
  });

  it('goes on with another thread where one was lost', async () => {
    press = createLetterPress(fontsDir, { threads: 1, heapMegabytes: 40 });
    // More pages than the thread may hold.
    const huge = plainLetter({ title: '', paragraphs: [] });
    const block = { kind: 'paragraph', text: [randomLines(400, 3).join(' ')] } as const;
    const blocks = Array.from({ length: 600 }, () => block);
    const [lost, next] = await Promise.allSettled([press({ ...huge, blocks }), press(letter(2))]);
    expect(lost.status).toBe('rejected');
    expect(next.status).toBe('fulfilled');
  }, 30_000);

  it('refuses letters once it is closed', async () => {
    press = createLetterPress(fontsDir);
    const waiting = press(letter(1));
    const closing = press.close();
    await expect(waiting).rejects.toThrow('closed');
    await closing;
    await expect(press(letter(2))).rejects.toThrow('closed');
  });
});
