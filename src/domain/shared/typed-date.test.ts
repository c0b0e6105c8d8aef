import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gregorianToHijri, HIJRI_FIRST_DAY, HIJRI_LAST_DAY } from './hijri.ts';
import { addDays, daysBetween } from './iso-date.ts';
import { readTypedDate } from './typed-date.ts';

describe('a date as it is typed', () => {
  it.each([
    ['15/11/1442', '2021-06-25', 'hijri'],
    ['١٥/١١/١٤٤٢', '2021-06-25', 'hijri'],
    ['1442-11-15', '2021-06-25', 'hijri'],
    ['3/9/2026', '2026-09-03', 'gregorian'],
    ['2026-09-03', '2026-09-03', 'gregorian'],
    [' 29.2.2024 ', '2024-02-29', 'gregorian'],
  ])('%s is the day %s', (text, date, calendar) => {
    expect(readTypedDate(text)).toMatchObject({ ok: true, value: { date, typed: { calendar } } });
  });

  it.each([
    ['30/5/1446', 'DATE_IMPOSSIBLE'],
    ['30/12/1446', 'DATE_IMPOSSIBLE'],
    ['1/13/1446', 'DATE_IMPOSSIBLE'],
    ['1/1/1317', 'DATE_IMPOSSIBLE'],
    ['1/1/1501', 'DATE_IMPOSSIBLE'],
    ['29/2/2026', 'DATE_IMPOSSIBLE'],
    ['0/1/2026', 'DATE_IMPOSSIBLE'],
    ['أمس', 'DATE_FORMAT'],
    ['', 'DATE_FORMAT'],
    ['1/1/26', 'DATE_FORMAT'],
  ])('%s is refused', (text, code) => {
    expect(readTypedDate(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('is the same day in either calendar', () => {
    const last = daysBetween(HIJRI_FIRST_DAY, HIJRI_LAST_DAY);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: last }), (days) => {
        const date = addDays(HIJRI_FIRST_DAY, days);
        const { year, month, day } = gregorianToHijri(date);
        expect(readTypedDate(`${day}/${month}/${year}`)).toMatchObject({ value: { date } });
        expect(readTypedDate(date)).toMatchObject({ value: { date } });
      }),
    );
  });
});
