import type { SettingValues } from '../settings/settings.ts';
import { isoInstant, type IsoInstant } from '../shared/iso-date.ts';

export interface SignInState {
  readonly active: boolean;
  readonly failedAttempts: number;
  readonly lockedUntil: IsoInstant | null;
}

export type SignInRefusal = 'WRONG_PASSWORD' | 'ACCOUNT_LOCKED' | 'ACCOUNT_INACTIVE';

/** What an attempt changes in the account and whether it succeeds. A locked account does not even compare. */
export function judgeSignIn(
  state: SignInState,
  passwordIsRight: boolean,
  now: IsoInstant,
  settings: Pick<SettingValues, 'maxFailedSignIns' | 'lockMinutes'>,
): { readonly refusal: SignInRefusal | null; readonly next: SignInState } {
  if (state.lockedUntil !== null && state.lockedUntil > now) {
    return { refusal: 'ACCOUNT_LOCKED', next: state };
  }
  if (!passwordIsRight) {
    const failedAttempts = state.failedAttempts + 1;
    const locked = failedAttempts >= settings.maxFailedSignIns;
    return {
      refusal: locked ? 'ACCOUNT_LOCKED' : 'WRONG_PASSWORD',
      next: {
        ...state,
        failedAttempts: locked ? 0 : failedAttempts,
        lockedUntil: locked
          ? isoInstant(new Date(Date.parse(now) + settings.lockMinutes * 60_000))
          : null,
      },
    };
  }
  if (!state.active) return { refusal: 'ACCOUNT_INACTIVE', next: state };
  return { refusal: null, next: { ...state, failedAttempts: 0, lockedUntil: null } };
}
