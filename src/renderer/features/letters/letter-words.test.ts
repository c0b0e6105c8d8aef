import { describe, expect, it } from 'vitest';
import { translatorOf } from '../../lib/i18n/use-t.ts';
import { fileNameOf, shortHash, shownStatus, templateWords, trailWords } from './letter-words.ts';

const ar = translatorOf('ar', 'latn');

describe('a letter on the register', () => {
  it('is issued until it is printed, and says so then', () => {
    expect(shownStatus({ file: 'queued', life: 'issued' })).toBe('queued');
    expect(shownStatus({ file: 'ready', life: 'issued' })).toBe('issued');
    expect(shownStatus({ file: 'ready', life: 'printed' })).toBe('printed');
  });

  it('that was printed and then voided is void', () => {
    expect(shownStatus({ file: 'queued', life: 'void' })).toBe('void');
  });

  it('is saved under its number, without the slash that no file name may hold', () => {
    expect(fileNameOf({ number: '1448/0010', id: 'x' })).toBe('1448-0010.pdf');
  });

  it('shows both ends of its hash', () => {
    expect(shortHash(`9f3c61a7${'0'.repeat(52)}e20b`)).toBe('9f3c61a7…e20b');
  });

  it.each(['complaintAccepted', 'complaintRejected', 'objectionDecided', 'plain'])(
    'of the template %s has words for it',
    (template) => {
      expect(templateWords(ar, template)).not.toBe(template);
    },
  );

  it('shows the code of an event that nobody has words for', () => {
    expect(trailWords(ar, { type: 'shredded', details: {} }).words).toContain('shredded');
  });

  it('says on its trail who received it and why it came back', () => {
    expect(
      trailWords(ar, {
        type: 'handedOver',
        details: { receiver: 'بدرية', relation: 'agent', idLastDigits: '7519', on: '2026-11-12' },
      }).words,
    ).toContain('(وكيل، هويته تنتهي بـ 7519');
    expect(trailWords(ar, { type: 'returned', details: { reason: 'انتقل' } })).toEqual({
      words: 'عاد إلى الفرع',
      note: 'انتقل',
    });
  });
});
