import { describe, expect, it } from 'vitest';
import { fieldsOfKind } from '../kinds/all-kinds.ts';
import { LETTER_KINDS } from '../letter-kinds.ts';
import { FIELD_FORMATS } from '../template-fields.ts';
import { fieldExamples } from './field-examples.ts';

describe('the examples of fields', () => {
  it.each(LETTER_KINDS)(
    'show every field of %s that is printed, in each of its formats',
    (kind) => {
      const examples = fieldExamples(kind);
      for (const [name, field] of Object.entries(fieldsOfKind(kind))) {
        const fields =
          field.type === 'list'
            ? Object.entries(field.row).map(([inner, { type }]) => ({
                name: inner,
                type,
                list: name,
              }))
            : [{ name, type: field.type }];
        for (const one of fields) {
          const isPrinted = one.type !== 'flag' && one.type !== 'gender';
          const count = isPrinted ? (FIELD_FORMATS[one.type]?.length ?? 1) : 0;
          expect(examples(one), `${name} ${one.name}`).toHaveLength(count);
        }
      }
    },
  );
});
