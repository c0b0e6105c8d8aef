import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../shared/iso-date.ts';
import { daysOf, holidayRanges, readHolidayList } from './holiday-ranges.ts';

describe('holidays', () => {
  it('that follow each other are one', () => {
    expect(holidayRanges(['2026-03-21', '2026-09-23', '2026-03-20', '2026-03-20'])).toEqual([
      { from: '2026-03-20', to: '2026-03-21', days: 2 },
      { from: '2026-09-23', to: '2026-09-23', days: 1 },
    ]);
  });

  it('are the same days as ranges and one by one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 })), (offsets) => {
        const dates = offsets.map((days) => addDays(isoDate('2026-01-01'), days));
        expect(holidayRanges(dates).flatMap(daysOf)).toEqual(dates.toSorted());
      }),
    );
  });
});

describe('a list of holidays', () => {
  it('is read from a table with a title and names', () => {
    const text = [
      'name,from,to',
      'عيد الفطر,2026-03-20,2026-03-22',
      'اليوم الوطني,23/9/2026',
      '',
    ].join('\r\n');
    expect(readHolidayList(text)).toEqual({
      dates: ['2026-03-20', '2026-03-21', '2026-03-22', '2026-09-23'],
      wrongLines: [],
    });
  });

  it.each([
    '1/10/1448',
    '2026-02-30',
    '2026-03-22,2026-03-20',
    '2026-03-20,2027-03-22',
    '1/1/2026 1/2/2026 3/3/2026',
  ])('says that %s is no holiday', (line) => {
    expect(readHolidayList(`2026-09-23\n${line}`)).toEqual({
      dates: ['2026-09-23'],
      wrongLines: [2],
    });
  });
});
