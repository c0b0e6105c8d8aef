import { z } from 'zod';
import { LETTER_MARKS } from '../domain/letters/letter-data.ts';
import { LETTER_KINDS } from '../domain/letters/letter-kinds.ts';
import { LOGO_LIMITS } from '../domain/letters/letter-layout.ts';
import type { LetterTemplate } from '../domain/letters/letter-template.ts';
import { SAMPLE_SIZES } from '../domain/letters/samples/sample-head.ts';
import { FIELD_TYPES } from '../domain/letters/template-fields.ts';
import { PROBLEM_CODES } from '../domain/letters/template-problem.ts';
import { command, job, query } from './define.ts';
import { instantField, nothing, reasonText, version } from './fields.ts';

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

const kind = z.enum(LETTER_KINDS);
/** As the domain has it: nothing in it is changed. */
const template: z.ZodType<LetterTemplate> = letterTemplateSchema;

const templateVersion = z.object({
  version,
  /** Number of the version that came with the application; null for what the branch wrote. */
  shippedVersion: version.nullable(),
  /** The version that it changes, or that it brings back. */
  basedOn: version.nullable(),
  note: z.string().nullable(),
  createdAt: instantField,
  /** Null for what came with the application. */
  createdBy: z.string().nullable(),
  sha256: z.string(),
});
export type TemplateVersionDto = z.output<typeof templateVersion>;

const field = z.object({
  name: z.string(),
  type: z.enum(FIELD_TYPES),
  meaning: z.object({ ar: z.string(), en: z.string() }),
  /** There may be none: it is named under a condition. */
  optional: z.boolean(),
  /** Why the letter must say it: an article of law or regulation, or its purpose; null where it need not. */
  requiredBy: z.enum(['LAW 6', 'REG 5', 'REG 28', 'purpose']).nullable(),
  /** How it may be written, the first where no format is named. */
  formats: z.array(z.string()),
  /** Of each format, or of the one way of writing it; none of what is only chosen by. */
  examples: z.array(z.string()),
});
const catalogueField = field.extend({
  /** The fields of each row of a list. */
  row: z.array(field),
});
export type CatalogueField = z.output<typeof catalogueField>;

const problem = z.object({
  code: z.enum(PROBLEM_CODES),
  /** Index of the block; null for title, subject and the template as a whole. */
  block: z.int().nullable(),
  /** `subject`, `text`, `items.0`, `rows.0.cells.1`, `total.cells.2`. */
  part: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type TemplateProblemDto = z.output<typeof problem>;

const logoFormat = z.enum(['png', 'jpeg']);

export const letterTemplates = {
  /** Each kind with the version that letters are issued with. */
  list: query({
    access: 'signedIn',
    input: nothing,
    output: z.array(
      z.object({
        kind,
        title: letterTemplateSchema.shape.title,
        current: templateVersion,
        /** Whether its words are those that came with the application last. */
        isAsShipped: z.boolean(),
      }),
    ),
  }),
  /** One version, the current one where none is named, with what it may name and all versions, newest first. */
  one: query({
    access: 'signedIn',
    input: z.object({ kind, version: version.optional() }),
    output: z.object({
      template,
      currentVersion: version,
      /** What `save` and `restore` expect. */
      newestVersion: version,
      /** Whether the current words are those that came with the application last. */
      isAsShipped: z.boolean(),
      fields: z.array(catalogueField),
      history: z.array(templateVersion),
    }),
  }),
  /** Everything for which `save` would refuse it. */
  check: query({
    access: 'letters.manageTemplates',
    input: z.object({ template }),
    output: z.object({ problems: z.array(problem) }),
  }),
  /**
   * The template with invented data under the branch's letterhead, as a PDF; nothing is kept.
   * Errors: TEMPLATE_PROBLEMS, those of the logo, LETTER_NOT_SET.
   */
  preview: job({
    access: 'settings.read',
    input: z.object({
      template,
      size: z.enum(SAMPLE_SIZES).default('normal'),
      /** The branch's own where it is left out. */
      digits: z.enum(['latin', 'arabic-indic']).optional(),
    }),
    output: z.object({ bytes: z.instanceof(Uint8Array), pages: z.int() }),
  }),
  /**
   * Keeps the template as the newest version; its own `version` is not looked at. Letters that are issued already keep theirs.
   * Errors: CONFLICT, TEMPLATE_UNCHANGED, TEMPLATE_PROBLEMS (count, and code, block, part of the first).
   */
  save: command({
    access: 'letters.manageTemplates',
    input: z.object({ template, note: reasonText, expectedVersion: version }),
    output: z.object({ version }),
  }),
  /** Makes an earlier version, or one that came with the application, the newest. Errors: NOT_FOUND and those of `save`. */
  restore: command({
    access: 'letters.manageTemplates',
    input: z.object({ kind, version, note: reasonText, expectedVersion: version }),
    output: z.object({ version }),
  }),
  /**
   * Keeps a picture for letterheads; letters have it once the letterhead names it.
   * Errors: those of a file that is chosen, LOGO_TOO_LARGE (bytes, max), LOGO_FORMAT, LOGO_DAMAGED, LOGO_PIXELS (min, max).
   */
  keepLogo: job({
    access: 'settings.manage',
    input: z.object({ path: z.string().min(1) }),
    output: z.object({ format: logoFormat, sha256: z.string() }),
  }),
  /** Errors: CONTENT_MISSING, CONTENT_DAMAGED, LOGO_FORMAT for what is no picture. */
  logo: query({
    access: 'settings.read',
    input: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.object({
      format: logoFormat,
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= LOGO_LIMITS.bytes),
    }),
  }),
};
