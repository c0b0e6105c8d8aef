import type { Translate } from '../i18n/use-t.ts';

export interface LateFiling {
  readonly reason: string;
  readonly supervisorUsername: string;
  readonly supervisorPassword: string;
}

export const NO_LATE_FILING: LateFiling = {
  reason: '',
  supervisorUsername: '',
  supervisorPassword: '',
};

const SHORTEST_REASON = 3;

/** What is still missing of a supervisor's leave, by its field. */
export function lateFaults(
  t: Translate,
  late: LateFiling,
): Partial<Record<keyof LateFiling, string>> {
  return {
    ...(late.reason.trim().length < SHORTEST_REASON
      ? { reason: t('cases.lateReasonMissing') }
      : {}),
    ...(late.supervisorUsername.trim() === ''
      ? { supervisorUsername: t('cases.supervisorUsernameMissing') }
      : {}),
    ...(late.supervisorPassword === ''
      ? { supervisorPassword: t('cases.supervisorPasswordMissing') }
      : {}),
  };
}
