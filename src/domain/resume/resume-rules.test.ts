import { describe, expect, it } from 'vitest';
import { PAYMENT_STATUSES } from '../payments/payment-status.ts';
import { makeIban } from '../registry/iban.ts';
import { isoDate } from '../shared/iso-date.ts';
import { editDaysFrom } from './edit-days.ts';
import { openedCase, type ResumeState } from './resume-case.ts';
import {
  resumeRuleOf,
  whyAccountNotProven,
  whyNotResumable,
  type ResumeFacts,
} from './resume-rules.ts';

const OLD = makeIban('80', '000000608010167519');
const NEW = makeIban('20', '000000608010167519');
const today = isoDate('2026-11-05');

const facts: ResumeFacts = {
  status: 'rejected',
  reference: 'SSB1',
  live: true,
  iban: OLD,
  rule: 'afterFix',
  reasonCode: 'AC04',
  needsNewAccount: false,
  paidInstead: false,
  otherLive: null,
  frozenBy: null,
  complaintDue: false,
};

describe('what may be sent once more', () => {
  it.each(PAYMENT_STATUSES)('a payment that is %s', (status) => {
    const isBack = status === 'rejected' || status === 'returned';
    expect(whyNotResumable({ ...facts, status })?.code ?? null).toBe(
      isBack ? null : 'MONEY_NOT_BACK',
    );
  });

  it.each([
    [{ live: false }, 'ALREADY_RESUMED'],
    [{ otherLive: 'SSB2' }, 'OTHER_ATTEMPT_LIVE'],
    [{ paidInstead: true }, 'PAID_INSTEAD'],
    [{ frozenBy: '2026-000001' }, 'PERSON_FROZEN'],
    [{ rule: 'never' as const }, 'RESUME_NEVER'],
    [{ complaintDue: true }, 'COMPLAINT_DUE'],
  ])('not with %j: %s', (change, code) => {
    const refusal = whyNotResumable({ ...facts, ...change });
    expect(refusal).toMatchObject({ code, details: { reference: 'SSB1' } });
  });
});

describe('what a reason asks for', () => {
  it.each([
    [{ action: 'REVERIFY_ACCOUNT', resume: 'afterFix' }, false, 'afterFix'],
    [{ action: 'WAIT_ENQUIRE', resume: 'sameData' }, false, 'sameData'],
    [{ action: 'DUPLICATE_CHECK', resume: 'never' }, false, 'never'],
    [{ action: 'DUPLICATE_CHECK', resume: 'never' }, true, 'never'],
    [{ action: 'CHECK_ALIVE', resume: 'never' }, false, 'never'],
    [{ action: 'CHECK_ALIVE', resume: 'never' }, true, 'afterFix'],
    [undefined, false, 'afterFix'],
  ] as const)('%j, proven alive %s: %s', (reason, provenAlive, rule) => {
    expect(resumeRuleOf(reason, provenAlive)).toBe(rule);
  });
});

describe('the proof of the account', () => {
  const proof = { iban: NEW, isNew: true, tied: true, on: today, documentId: 'd', by: 'sara' };
  const activity = { active: true, on: today, documentId: 'd', by: 'sara' };
  const state = (change: Partial<ResumeState>): ResumeState => ({
    ...openedCase(today),
    ...change,
  });

  it.each([
    [{}, 'ACCOUNT_NOT_VERIFIED'],
    [{ proof: { ...proof, tied: false } }, 'ACCOUNT_OTHER_HOLDER'],
    [{ proof }, 'ACCOUNT_NOT_CONFIRMED'],
    [{ proof, activity: { ...activity, active: false } }, 'ACCOUNT_FROZEN'],
    [{ proof, activity }, null],
  ])('of %j leaves %s', (change, code) => {
    expect(whyAccountNotProven(state(change), facts)?.code ?? null).toBe(code);
  });

  it('is of another account where the bank closed the old one', () => {
    const same = state({ proof: { ...proof, iban: OLD, isNew: false }, activity });
    const closed = { ...facts, needsNewAccount: true };
    expect(whyAccountNotProven(same, closed)?.code).toBe('NEW_ACCOUNT_NEEDED');
  });

  it('is not asked for where the fault was the bank’s own', () => {
    expect(whyAccountNotProven(null, { ...facts, rule: 'sameData' })).toBeNull();
  });
});

describe('the days on which an account is changed', () => {
  it.each([
    ['2026-11-01', '2026-11-01', '2026-11-08'],
    ['2026-11-08', '2026-11-01', '2026-11-08'],
    ['2026-11-09', '2026-12-01', '2026-12-08'],
    ['2026-12-31', '2027-01-01', '2027-01-08'],
  ])('on %s: %s to %s', (day, opensOn, closesOn) => {
    expect(editDaysFrom(isoDate(day), { from: 1, to: 8 })).toEqual({ opensOn, closesOn });
  });

  it('end with a short month where the setting names a day that it has not', () => {
    expect(editDaysFrom(isoDate('2027-02-10'), { from: 25, to: 31 })).toEqual({
      opensOn: '2027-02-25',
      closesOn: '2027-02-28',
    });
  });
});
