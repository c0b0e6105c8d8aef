import type { CatalogueField } from '../../../contract/letter-templates.ts';
import type {
  LetterTemplate,
  PartCondition,
  Repeated,
  TemplateBlock,
} from '../../../domain/letters/letter-template.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { fieldNamed } from './template-fields.ts';

/** A line of a template as people compare it: what it is, what it says, and when it is printed. */
export interface TemplateLine {
  /** What kind of part it is, and under which conditions: lines of two natures are two lines. */
  readonly nature: string;
  readonly name: string;
  readonly text: string;
  /** «إذا وُجد: …»; none where it is printed always. */
  readonly conditions: readonly string[];
}

/** Everything that a template says, a line each, in its order. */
export function templateLines(
  t: Translate,
  { title, subject, mark, blocks }: LetterTemplate,
  fields: readonly CatalogueField[],
): readonly TemplateLine[] {
  const line = (name: string, text: string, ...parts: readonly Conditions[]): TemplateLine => {
    const conditions = parts.flatMap((part) => conditionWords(t, part, fields));
    return { nature: [name, ...conditions].join('\n'), name, text, conditions };
  };
  return [
    line(t('letterTemplates.line.title'), `${title.ar} · ${title.en}`),
    line(t('letterTemplates.subject'), subject),
    ...(mark ? [line(t('letterTemplates.mark'), t(`letterTemplates.mark.${mark}`))] : []),
    ...blocks.flatMap((block) => blockLines(t, block, line)),
  ];
}

interface Conditions extends PartCondition, Repeated {
  readonly done?: string | undefined;
}

function blockLines(
  t: Translate,
  block: TemplateBlock,
  line: (name: string, text: string, ...parts: readonly Conditions[]) => TemplateLine,
): readonly TemplateLine[] {
  const name = t(`letterTemplates.block.${block.kind}`);
  switch (block.kind) {
    case 'heading':
    case 'section':
    case 'paragraph':
    case 'note':
      return [line(name, block.text, block)];
    case 'numbered':
    case 'bullets':
    case 'checklist':
      return block.items.map((item) => line(name, item.text, block, item));
    case 'fields':
      return block.items.map((item) =>
        line(name, `${item.label} ${item.value ?? t('letterTemplates.blankLine')}`, block, item),
      );
    case 'table':
      return [
        line(
          t('letterTemplates.line.tableHead'),
          block.columns.map((one) => one.title).join(' | '),
        ),
        ...block.rows.map((row) =>
          line(t('letterTemplates.line.table'), row.cells.join(' | '), block, row),
        ),
        ...(block.total === undefined
          ? []
          : [
              line(
                t('letterTemplates.line.tableTotal'),
                block.total.cells.join(' | '),
                block,
                block.total,
              ),
            ]),
      ];
    case 'signature':
      return [line(name, block.stamp ? t('letterTemplates.stamp') : '')];
  }
}

/** When a part is printed, and how often, a phrase each. */
export function conditionWords(
  t: Translate,
  { when, unless, each, done }: Conditions,
  fields: readonly CatalogueField[],
): readonly string[] {
  const named = (name: string): string => fieldNamed(fields, name)?.meaning[t.language] ?? name;
  return [
    ...(when === undefined ? [] : [t('letterTemplates.whenIs', { field: named(when) })]),
    ...(unless === undefined ? [] : [t('letterTemplates.unlessIs', { field: named(unless) })]),
    ...(each === undefined ? [] : [t('letterTemplates.eachIs', { field: named(each) })]),
    ...(done === undefined ? [] : [t('letterTemplates.doneIs', { field: named(done) })]),
  ];
}
