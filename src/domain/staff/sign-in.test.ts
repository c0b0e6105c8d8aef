import { describe, expect, it } from 'vitest';
import type { IsoInstant } from '../shared/iso-date.ts';
import { judgeSignIn, type SignInState } from './sign-in.ts';
import { mayDo, PERMISSIONS, ROLES } from './permissions.ts';

const now = '2026-11-01T08:00:00.000Z' as IsoInstant;
const settings = { maxFailedSignIns: 3, lockMinutes: 30 };
const fresh: SignInState = { active: true, failedAttempts: 0, lockedUntil: null };

describe('signing in', () => {
  it('the right password opens and clears earlier failures', () => {
    expect(judgeSignIn({ ...fresh, failedAttempts: 2 }, true, now, settings)).toEqual({
      refusal: null,
      next: fresh,
    });
  });

  it('the third wrong password locks for thirty minutes', () => {
    const { refusal, next } = judgeSignIn({ ...fresh, failedAttempts: 2 }, false, now, settings);
    expect(refusal).toBe('ACCOUNT_LOCKED');
    expect(next.lockedUntil).toBe('2026-11-01T08:30:00.000Z');
  });

  it('a locked account refuses even the right password', () => {
    const locked = { ...fresh, lockedUntil: '2026-11-01T08:10:00.000Z' as IsoInstant };
    expect(judgeSignIn(locked, true, now, settings).refusal).toBe('ACCOUNT_LOCKED');
  });

  it('a closed account says so only to who knows its password', () => {
    const closed = { ...fresh, active: false };
    expect(judgeSignIn(closed, true, now, settings).refusal).toBe('ACCOUNT_INACTIVE');
    expect(judgeSignIn(closed, false, now, settings).refusal).toBe('WRONG_PASSWORD');
  });
});

describe('roles', () => {
  it('an administrator of accounts decides no case and moves no money', () => {
    for (const permission of ['cases.work', 'cases.approve', 'reconciliation.commit'] as const) {
      expect(mayDo('administrator', permission)).toBe(false);
    }
  });

  it('only a supervisor allows late filing', () => {
    expect(ROLES.filter((role) => mayDo(role, 'cases.allowLate'))).toEqual(['supervisor']);
  });

  it('an auditor only reads', () => {
    expect(PERMISSIONS.filter((permission) => mayDo('auditor', permission))).toEqual(
      PERMISSIONS.filter((permission) => permission.endsWith('.read')),
    );
  });
});
