import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  HIJRI_FIRST_DAY,
  HIJRI_LAST_DAY,
  formatHijriLong,
  formatLetterDate,
  gregorianToHijri,
  hasHijriDate,
  hijriToGregorian,
} from './hijri.ts';
import type { HijriDate } from './hijri.ts';
import { addDays, daysBetween, isoDate } from './iso-date.ts';

/** Pairs that official documents printed. */
const OFFICIAL: readonly (readonly [HijriDate, string])[] = [
  [{ day: 4, month: 4, year: 1442 }, '2020-11-19'],
  [{ day: 15, month: 11, year: 1442 }, '2021-06-25'],
  [{ day: 9, month: 2, year: 1443 }, '2021-09-16'],
  [{ day: 16, month: 4, year: 1445 }, '2023-10-31'],
  [{ day: 18, month: 7, year: 1445 }, '2024-01-30'],
  [{ day: 28, month: 7, year: 1445 }, '2024-02-09'],
  [{ day: 10, month: 5, year: 1446 }, '2024-11-12'],
  [{ day: 15, month: 1, year: 1448 }, '2026-06-30'],
  [{ day: 24, month: 2, year: 1439 }, '2017-11-13'],
  [{ day: 1, month: 1, year: 1318 }, '1900-04-30'],
];

const anyDay = fc
  .integer({ min: 0, max: daysBetween(HIJRI_FIRST_DAY, HIJRI_LAST_DAY) })
  .map((days) => addDays(HIJRI_FIRST_DAY, days));

describe('Hijri dates of letters', () => {
  test.each(OFFICIAL)(
    '%o is the Gregorian day %s, as official documents print it',
    (hijri, day) => {
      expect(gregorianToHijri(isoDate(day))).toEqual(hijri);
      expect(hijriToGregorian(hijri)).toBe(day);
    },
  );

  it('agrees with the Umm al-Qura calendar of the operating system in every month of the table', () => {
    const system = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    const differing: string[] = [];
    for (let month = 0; month < 183 * 12; month += 1) {
      const first = hijriToGregorian({
        year: 1318 + Math.floor(month / 12),
        month: (month % 12) + 1,
        day: 1,
      });
      if (first === null) throw new Error('The table has a gap');
      // With the first and the last day of each month, all between are right as well.
      for (const date of [first, addDays(first, -1)].filter(hasHijriDate)) {
        const { year, month: hijriMonth, day } = gregorianToHijri(date);
        const parts = system.formatToParts(new Date(`${date}T00:00:00Z`));
        const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
        if (part('year') !== year || part('month') !== hijriMonth || part('day') !== day) {
          differing.push(date);
        }
      }
    }
    expect(differing).toEqual([]);
  });

  it('comes back to the same Gregorian day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(hijriToGregorian(gregorianToHijri(day))).toBe(day);
      }),
    );
  });

  it('refuses days that the official table does not cover', () => {
    expect(hasHijriDate(HIJRI_LAST_DAY)).toBe(true);
    expect(gregorianToHijri(HIJRI_LAST_DAY)).toMatchObject({ year: 1500, month: 12 });
    for (const day of ['1900-04-29', '2077-11-17']) {
      expect(hasHijriDate(isoDate(day))).toBe(false);
      expect(() => gregorianToHijri(isoDate(day))).toThrow(RangeError);
    }
    expect(hijriToGregorian({ year: 1501, month: 1, day: 1 })).toBeNull();
  });

  it('knows no thirtieth day of a month of twenty-nine', () => {
    const lengths = [29, 30].map((day) => hijriToGregorian({ year: 1448, month: 1, day }));
    expect(lengths.filter((day) => day !== null).length).toBeGreaterThan(0);
    expect(hijriToGregorian({ year: 1448, month: 1, day: 31 })).toBeNull();
    expect(hijriToGregorian({ year: 1448, month: 13, day: 1 })).toBeNull();
  });

  it('writes both calendars, day first, each date isolated', () => {
    expect(formatLetterDate(isoDate('2026-11-23'))).toBe(
      '\u206613/6/1448\u2069هـ الموافق \u206623/11/2026\u2069م',
    );
    expect(formatHijriLong(gregorianToHijri(isoDate('2026-11-23')))).toBe('13 جمادى الآخرة 1448هـ');
  });
});
