import type { CatalogueField } from '../../../contract/letter-templates.ts';
import type { PartCondition, Repeated } from '../../../domain/letters/letter-template.ts';

export type ScopedField = Omit<CatalogueField, 'row'>;

/** What a text may name where it stands, and which of it holds something there. */
export interface FieldScope {
  readonly fields: readonly ScopedField[];
  readonly present: ReadonlySet<string>;
}

export function scopeOfTemplate(fields: readonly CatalogueField[]): FieldScope {
  return { fields, present: new Set() };
}

/** Inside a part: under its condition, and with the fields of its list's rows before the others. */
export function scopeWithin(
  scope: FieldScope,
  { when, each }: PartCondition & Repeated,
  catalogue: readonly CatalogueField[],
): FieldScope {
  const row = catalogue.find(({ name }) => name === each)?.row ?? [];
  return {
    fields: [...row, ...scope.fields],
    present: new Set([
      ...scope.present,
      ...(when === undefined ? [] : [when]),
      ...(each === undefined ? [] : [each]),
    ]),
  };
}

/** Fields that a condition may ask for: what a letter may not hold. */
export function conditionalFields({ fields }: FieldScope): readonly ScopedField[] {
  return fields.filter(
    ({ type, optional }) => type === 'flag' || type === 'list' || (optional && type !== 'gender'),
  );
}

/** A field by its name, among the rows' own too. */
export function fieldNamed(
  catalogue: readonly CatalogueField[],
  name: string,
): ScopedField | undefined {
  return (
    catalogue.find((field) => field.name === name) ??
    catalogue.flatMap(({ row }) => row).find((field) => field.name === name)
  );
}

/**
 * What is written for a field where the caret stands: a field that may hold nothing stands in a choice of its own, and
 * what is never printed chooses words.
 * @param caret Where the caret goes within the words.
 */
export function placeholderOf(
  { name, type, optional }: ScopedField,
  format: string | null,
  present: ReadonlySet<string>,
): { readonly words: string; readonly caret: number } {
  if (type === 'gender') {
    const words = `{${name}|المستفيد|المستفيدة}`;
    return { words, caret: words.length };
  }
  if (type === 'flag' || type === 'list') {
    const words = `{${name}||}`;
    return { words, caret: words.length - 2 };
  }
  const plain = format === null ? `{${name}}` : `{${name}:${format}}`;
  if (!optional || present.has(name)) return { words: plain, caret: plain.length };
  return { words: `{${name}|${plain}|}`, caret: name.length + 2 };
}
