import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../domain/shared/iso-date.ts';
import { translatorOf } from '../../lib/i18n/use-t.ts';
import { faultsOf, NO_OBJECTION, requestOf, type ObjectionOnScreen } from './new-objection.ts';

const t = translatorOf('ar', 'latn');
const whole: ObjectionOnScreen = {
  ...NO_OBJECTION,
  person: {
    id: '0198a000-0000-7000-8000-000000000002',
    name: 'هند القحطاني',
    maskedNationalId: '******7745',
    note: '',
  },
  refusedOn: isoDate('2026-10-29'),
  notifiedOn: isoDate('2026-10-30'),
  reasons: ['R07'],
  statement: 'العقد نشط.',
};

describe('an objection being written down', () => {
  it('says what is missing beside each field', () => {
    expect(Object.keys(faultsOf(t, NO_OBJECTION)).sort()).toEqual([
      'notifiedOn',
      'person',
      'reasons',
      'refusedOn',
      'statement',
    ]);
    expect(faultsOf(t, whole)).toEqual({});
  });

  it('names the first decider only where he is an officer of the branch', () => {
    expect(requestOf(whole)).not.toHaveProperty('firstDecidedBy');
    const byOfficer = { ...whole, firstDecidedBy: '0198a000-0000-7000-8000-000000000003' };
    expect(requestOf(byOfficer)?.firstDecidedBy).toBe('0198a000-0000-7000-8000-000000000003');
  });

  it('asks for a supervisor once the backend has said that the period is over', () => {
    expect(requestOf(whole)).not.toHaveProperty('late');
    const late = { ...whole, isLate: true };
    expect(Object.keys(faultsOf(t, late).late ?? {})).toEqual([
      'reason',
      'supervisorUsername',
      'supervisorPassword',
    ]);
  });
});
