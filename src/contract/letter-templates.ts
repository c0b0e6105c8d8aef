import { z } from 'zod';
import { LETTER_MARKS } from '../domain/letters/letter-data.ts';
import { LETTER_KINDS } from '../domain/letters/letter-kinds.ts';
import type { LetterTemplate } from '../domain/letters/letter-template.ts';

/** What the texts say is checked by `checkTemplate`, in words that help; here stands only what a template is. */
const text = z.string().max(10_000).describe('{field}, {field:format}, {field|yes|no}, **bold**');
const fieldName = z.string().min(1).max(60);

const conditions = {
  when: fieldName.optional().describe('Printed only when this field holds something'),
  unless: fieldName.optional().describe('Printed only when this field holds nothing'),
};
const each = fieldName.optional().describe('Once for each row of this list');

const item = z.strictObject({ text, each, ...conditions });
const textBlock = z.strictObject({
  kind: z.enum(['heading', 'section', 'paragraph', 'note']),
  text,
  each,
  ...conditions,
});
const listBlock = z.strictObject({
  kind: z.enum(['numbered', 'bullets']),
  items: z.array(item).max(200),
  ...conditions,
});
const checklistBlock = z.strictObject({
  kind: z.literal('checklist'),
  items: z
    .array(item.extend({ done: fieldName.optional().describe('A flag: whether it is ticked') }))
    .max(200),
  ...conditions,
});
const fieldsBlock = z.strictObject({
  kind: z.literal('fields'),
  columns: z.union([z.literal(1), z.literal(2)]),
  items: z
    .array(
      z.strictObject({
        label: text,
        value: text.nullable().describe('A line to write on where there is no value'),
        ...conditions,
      }),
    )
    .max(200),
  ...conditions,
});
const tableBlock = z.strictObject({
  kind: z.literal('table'),
  columns: z
    .array(
      z.strictObject({
        title: text,
        share: z.number().min(1).max(100),
        align: z.enum(['start', 'center', 'end']).optional(),
      }),
    )
    .max(40),
  rows: z.array(z.strictObject({ each, cells: z.array(text).max(40), ...conditions })).max(200),
  total: z.strictObject({ cells: z.array(text).max(40), ...conditions }).optional(),
  ...conditions,
});
const signatureBlock = z
  .strictObject({ kind: z.literal('signature'), stamp: z.boolean() })
  .describe('Where greeting, signature and copies stand; at the end without it');

/** The words of a kind of letter, as they are kept. */
export const letterTemplateSchema = z.strictObject({
  kind: z.enum(LETTER_KINDS),
  version: z.int().min(1),
  title: z.strictObject({ ar: z.string().max(1000), en: z.string().max(1000) }),
  subject: text,
  mark: z.enum(LETTER_MARKS).nullable().optional(),
  blocks: z
    .array(z.union([textBlock, listBlock, checklistBlock, fieldsBlock, tableBlock, signatureBlock]))
    .max(500),
}) satisfies z.ZodType<LetterTemplate>;

/** A template as a file that ships, beside its schema. */
export const templateFileSchema = letterTemplateSchema.extend({
  $schema: z.literal('./letter-template.schema.json'),
});
