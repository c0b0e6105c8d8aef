import type { Translate } from '../i18n/use-t.ts';
import { inDigits } from './numbers.ts';

/** `LAW 10, REG 10/5` as officers say it: م 10 من النظام، م 10/5 من اللائحة. What is no article stays as it is. */
export function articleWords(t: Translate, article: string): string {
  return article
    .split(',')
    .map((part) => {
      const named = /^(LAW|REG) (\d+(?:\/\d+)*)$/.exec(part.trim());
      if (named === null) return part.trim();
      const [, source, number = ''] = named;
      const values = { article: inDigits(number, t.digits) };
      return source === 'LAW'
        ? t('programmes.ofLaw', values)
        : t('programmes.ofRegulation', values);
    })
    .join(t('programmes.comma'));
}
