import { factsOf } from '../kinds/all-kinds.ts';
import type { LetterKind } from '../letter-kinds.ts';
import { fieldText } from '../field-text.ts';
import { FIELD_FORMATS, type FactRow, type Facts, type FieldType } from '../template-fields.ts';
import { sampleLetter } from './sample-letter.ts';

/** What a field looks like in a letter about people who do not exist. */
export type FieldExamples = (field: {
  readonly name: string;
  readonly type: FieldType;
  /** The list in whose rows it stands. */
  readonly list?: string;
}) => string[];

/** Examples of the fields of a kind: one for each way of writing a field, none for what is not printed. */
export function fieldExamples(kind: LetterKind): FieldExamples {
  const letters: readonly Facts[] = (['normal', 'long'] as const).map((size) =>
    factsOf(sampleLetter(kind, size)),
  );
  return ({ name, type, list }) => {
    for (const facts of letters) {
      const value = list === undefined ? facts[name] : firstRow(facts, list)?.[name];
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      if (type === 'gender') return [];
      return (FIELD_FORMATS[type] ?? [null]).map((format) => fieldText(type, value, format));
    }
    return [];
  };
}

function firstRow(facts: Facts, list: string): FactRow | undefined {
  const rows = facts[list];
  return Array.isArray(rows) ? (rows as readonly FactRow[])[0] : undefined;
}
