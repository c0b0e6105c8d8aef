import type { CatalogueField, TemplateProblemDto } from '../../../contract/letter-templates.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { errorWords } from '../../lib/error-words.ts';
import type { TextValue } from '../../lib/i18n/translate.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import type { EditedTemplate } from './editing.ts';
import { fieldNamed } from './template-fields.ts';

/** What is wrong in a sentence, and the next step. */
export function problemWords(
  t: Translate,
  { code, details }: Pick<TemplateProblemDto, 'code' | 'details'>,
  fields: readonly CatalogueField[],
): string {
  const values: Record<string, TextValue> = { open: '{', close: '}' };
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'number') values[name] = value;
    else if (typeof value === 'string') values[name] = wordsOf(t, name, value, fields);
  }
  const law = details['requiredBy'];
  if (typeof law === 'string') values['law'] = t.maybe(`letterTemplates.required.${law}`) ?? law;
  return t.maybe(`letterTemplates.problem.${code}`, values) ?? errorWords(t, { code });
}

function wordsOf(
  t: Translate,
  name: string,
  value: string,
  fields: readonly CatalogueField[],
): string {
  if (name !== 'field' && name !== 'list') return value;
  const meaning = fieldNamed(fields, value)?.meaning[t.language];
  return meaning === undefined ? value : t('letterTemplates.fieldWords', { meaning });
}

/** Where it is: `فقرة 2`, `جدول 3 · الصف 1، العمود 2`. */
export function placeWords(
  t: Translate,
  { block: index, part }: Pick<TemplateProblemDto, 'block' | 'part'>,
  template: EditedTemplate,
): string {
  if (part === 'subject') return t('letterTemplates.subject');
  if (part.startsWith('title')) return t('letterTemplates.problem.title');
  const block = index === null ? undefined : template.blocks[index]?.block;
  if (index === null || block === undefined) return t('letterTemplates.wholeLetter');
  const name = t('letterTemplates.blockName', {
    kind: t(`letterTemplates.block.${block.kind}`),
    number: index + 1,
  });
  const within = partWords(t, part);
  return within === null ? name : `${name} · ${within}`;
}

function partWords(t: Translate, part: string): string | null {
  const [kind, first = '', inner, second = ''] = part.split('.');
  const number = Number(first) + 1;
  switch (kind) {
    case 'items':
      return first === '' ? null : t('letterTemplates.item', { number });
    case 'columns':
      return first === '' ? null : t('letterTemplates.column', { number });
    case 'rows': {
      if (first === '') return null;
      const row = t('letterTemplates.row', { number });
      return inner === 'cells' ? cellWords(t, row, second) : row;
    }
    case 'total': {
      const row = t('letterTemplates.total');
      return first === 'cells' ? cellWords(t, row, inner ?? '') : row;
    }
    default:
      return null;
  }
}

function cellWords(t: Translate, row: string, index: string): string {
  return t('letterTemplates.cell', { row, number: Number(index) + 1 });
}

/** The sentence of a refusal to save; what it lists stands on the screen already. */
export function saveErrorWords(t: Translate, error: Refusal): string {
  return error.code === 'TEMPLATE_PROBLEMS'
    ? t('letterTemplates.saveBlocked')
    : errorWords(t, error);
}
