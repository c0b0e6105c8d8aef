import { describe, expect, test } from 'vitest';
import { isoMonth } from '../shared/iso-date.ts';
import { paymentsOfMonths } from './months-phrase.ts';

describe('the payments that a letter is about', () => {
  test.each([
    [[], 'الدفعة'],
    [['2026-09'], 'دفعة شهر سبتمبر 2026م'],
    [['2026-10', '2026-09'], 'دفعتي شهري سبتمبر وأكتوبر 2026م'],
    [['2026-12', '2027-01'], 'دفعتي شهري ديسمبر 2026م ويناير 2027م'],
    [['2026-01', '2026-03', '2026-03', '2026-07'], 'دفعات أشهر يناير ومارس ويوليو 2026م'],
    [['2026-09', '2026-10', '2026-11'], 'دفعات أشهر سبتمبر وأكتوبر ونوفمبر 2026م'],
    [['2026-11', '2026-12', '2027-01', '2027-02'], 'دفعات الأشهر من نوفمبر 2026م إلى فبراير 2027م'],
  ])('%j are %s', (months, phrase) => {
    expect(paymentsOfMonths(months.map(isoMonth))).toBe(phrase);
  });
});
