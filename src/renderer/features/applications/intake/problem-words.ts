import type { IntakeProblemDto } from '../../../../contract/applications.ts';
import { detailsAsRead, errorWords } from '../../../lib/error-words.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import { rowOf } from './intake-steps.ts';

/** What is wrong with a field, and what to do about it. */
export function problemWords(t: Translate, { code, details }: IntakeProblemDto): string {
  const refusal = details === undefined ? { code } : { code, details };
  return (
    t.maybe(`applications.problem.${code}`, detailsAsRead(t, refusal)) ?? errorWords(t, refusal)
  );
}

/** The field of a path as the forms call it: `الدخل 2، المبلغ`. */
export function fieldWords(
  t: Translate,
  path: string,
  paperTitle: (code: string) => string | undefined,
): string {
  if (path.startsWith('papers.')) return paperTitle(path.slice('papers.'.length)) ?? path;
  const field = path.replace(/\.\d+(?=\.|$)/g, '');
  const name =
    t.maybe(`applications.field.${field}`) ??
    t.maybe(`applications.field.${field.split('.').at(-1) ?? field}`) ??
    path;
  const row = rowOf(path);
  if (row === null) return name;
  const list = t.maybe(`applications.row.${row.list}`, { number: row.number });
  return list === undefined ? name : `${list}${t('cases.listComma')}${name}`;
}
