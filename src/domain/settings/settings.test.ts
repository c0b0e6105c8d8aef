import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../shared/iso-date.ts';
import { settingsOn, type DatedSetting } from './settings.ts';

const rows = [
  { no: 1, key: 'digits', validFrom: isoDate('2026-01-01'), value: 'arabicIndic' },
  { no: 2, key: 'digits', validFrom: isoDate('2026-06-01'), value: 'latin' },
  { no: 3, key: 'digits', validFrom: isoDate('2026-01-01'), value: 'latin' },
];

describe('dated settings', () => {
  it('a past date is judged with the settings of that date', () => {
    expect(settingsOn(isoDate('2026-03-01'), rows.slice(0, 2)).digits).toBe('arabicIndic');
    expect(settingsOn(isoDate('2026-07-01'), rows.slice(0, 2)).digits).toBe('latin');
  });

  it('a correction recorded later replaces the value of its date', () => {
    expect(settingsOn(isoDate('2026-03-01'), rows).digits).toBe('latin');
  });

  it('before any record the default holds', () => {
    expect(settingsOn(isoDate('2020-01-01'), rows).complaintWindow.opensOnDay).toBe(10);
  });

  it('the same records say the same in any order', () => {
    const start = isoDate('2026-01-01');
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 })
          .chain((days) =>
            fc.tuple(
              fc.constant(days),
              fc.shuffledSubarray([...days.keys()], { minLength: days.length }),
            ),
          ),
        fc.integer({ min: -2, max: 25 }),
        ([days, order], on) => {
          const recorded = days.map((day, at): DatedSetting => ({
            no: at + 1,
            key: 'lockMinutes',
            validFrom: addDays(start, day),
            value: at + 1,
          }));
          const shuffled = order.flatMap((at) => recorded[at] ?? []);
          const date = addDays(start, on);
          expect(settingsOn(date, shuffled)).toEqual(settingsOn(date, recorded));
        },
      ),
    );
  });

  it('rates set by decree hold from their own dates until a record replaces them', () => {
    const ratesOn = (date: string, recorded: readonly DatedSetting[] = []) =>
      settingsOn(isoDate(date), recorded).pensionRates;
    expect(ratesOn('2023-10-31')).toEqual({ head: 110_000, dependant: 55_000 });
    expect(ratesOn('2023-11-01')).toEqual({ head: 132_000, dependant: 66_000 });
    const raised = { head: 150_000, dependant: 75_000 };
    const record = (validFrom: string) => [
      { no: 7, key: 'pensionRates', validFrom: isoDate(validFrom), value: raised },
    ];
    expect(ratesOn('2027-01-01', record('2027-01-01'))).toEqual(raised);
    expect(ratesOn('2026-12-31', record('2027-01-01')).head).toBe(132_000);
    expect(ratesOn('2023-11-01', record('2023-11-01'))).toEqual(raised);
    expect(ratesOn('2023-11-01', record('2022-05-01')).head).toBe(132_000);
  });
});
