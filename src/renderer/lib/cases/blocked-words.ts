import type { Translate } from '../i18n/use-t.ts';

/** Why a step is closed to the officer on duty, in words; the backend answers with the code. */
export function blockedWords(t: Translate, code: string): string {
  return t.maybe(`cases.blocked.${code}`) ?? t.maybe(`errors.${code}`) ?? t('cases.blocked.other');
}
