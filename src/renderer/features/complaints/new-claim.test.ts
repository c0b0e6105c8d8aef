import { describe, expect, it } from 'vitest';
import { halalas } from '../../../domain/shared/halalas.ts';
import { isoMonth } from '../../../domain/shared/iso-date.ts';
import { translatorOf } from '../../lib/i18n/use-t.ts';
import { faultsOf, newClaim, requestOf, type ClaimOnScreen } from './new-claim.ts';

const t = translatorOf('ar', 'latn');
const empty = newClaim(isoMonth('2026-11'));
const whole: ClaimOnScreen = {
  ...empty,
  person: {
    id: '0198a000-0000-7000-8000-000000000001',
    name: 'عبدالرحمن الحربي',
    maskedNationalId: '******0108',
    note: '',
  },
  words: ' لم تصلني دفعة نوفمبر. ',
  months: [
    { key: 1, month: isoMonth('2026-11'), expected: halalas(196_000), received: halalas(0) },
  ],
};

describe('a complaint being written down', () => {
  it('says what is missing beside each field', () => {
    const faults = faultsOf(t, empty, false);
    expect(Object.keys(faults).sort()).toEqual(['months', 'person', 'words']);
  });

  it('takes zero as an amount, but not an empty field', () => {
    expect(faultsOf(t, whole, false)).toEqual({});
    const [month] = whole.months;
    const unsure = { ...whole, months: month === undefined ? [] : [{ ...month, received: null }] };
    expect(faultsOf(t, unsure, false).months).toBeDefined();
    expect(requestOf(unsure, false)).toBeNull();
  });

  it('asks for a supervisor only once the period is over', () => {
    expect(faultsOf(t, whole, true).late).toBeDefined();
    expect(requestOf(whole, false)).not.toHaveProperty('late');
  });

  it('sends the supervisor with what he allows, and his password as he typed it', () => {
    const late = {
      reason: ' كان في المستشفى ',
      supervisorUsername: ' mona ',
      supervisorPassword: ' a b ',
    };
    expect(requestOf({ ...whole, late }, true)?.late).toEqual({
      reason: 'كان في المستشفى',
      supervisorUsername: 'mona',
      supervisorPassword: ' a b ',
    });
  });
});
