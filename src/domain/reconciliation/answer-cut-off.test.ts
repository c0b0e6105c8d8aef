import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { isoDate } from '../shared/iso-date.ts';
import { answerCutOff } from './answer-cut-off.ts';

describe('a bank has answered', () => {
  it.each([
    ['within the working days set', '2026-11-01', 3, [], '2026-11-04'],
    ['weekends aside', '2026-11-01', 5, [], '2026-11-08'],
    ['holidays aside', '2026-11-01', 3, ['2026-11-03'], '2026-11-05'],
    ['on the pay date itself where no day is given', '2026-11-01', 0, [], '2026-11-01'],
  ])('%s', (_rule, payDate, answerCutOffDays, holidays, last) => {
    const settings = { ...DEFAULT_SETTINGS, answerCutOffDays, holidays };
    expect(answerCutOff(isoDate(payDate), settings)).toBe(last);
  });
});
