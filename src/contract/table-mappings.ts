import { z } from 'zod';
import { REPORTED } from '../domain/reconciliation/reported.ts';
import {
  MAPPING_PROBLEMS,
  TABLE_FIELDS,
  TABLE_MEANINGS,
  TABLE_REASON_LISTS,
} from '../domain/reconciliation/table-mapping.ts';
import {
  DATE_ORDERS,
  DECIMAL_SIGNS,
  TABLE_ENCODINGS,
  THOUSANDS_SIGNS,
} from '../domain/tables/table-layout.ts';
import { command, job, query } from './define.ts';
import { dateField, id, instantField, nothing, version } from './fields.ts';

const word = z.string().trim().min(1).max(100);
const MOST_WORDS = 200;

/** How a bank's table is read (`domain/reconciliation/table-mapping.ts`). */
export const tableMapping = z.object({
  meaning: z.enum(TABLE_MEANINGS),
  encoding: z.enum(TABLE_ENCODINGS).nullable(),
  sheet: z.string().max(100).nullable(),
  headerRow: z.int().min(1).max(100),
  columns: z.partialRecord(z.enum(TABLE_FIELDS), z.int().min(0).max(255)),
  decimalSign: z.enum(DECIMAL_SIGNS),
  thousandsSign: z.enum(THOUSANDS_SIGNS),
  dateOrder: z.enum(DATE_ORDERS),
  statusWords: z.array(z.object({ word, reported: z.enum(REPORTED) })).max(MOST_WORDS),
  everyRow: z.enum(REPORTED).nullable(),
  directionWords: z
    .array(z.object({ word, direction: z.enum(['credit', 'debit']) }))
    .max(MOST_WORDS),
  reasonWords: z
    .array(
      z.object({ word, list: z.enum(TABLE_REASON_LISTS), code: z.string().trim().min(1).max(35) }),
    )
    .max(MOST_WORDS),
});
export type TableMappingDto = z.output<typeof tableMapping>;

/** A mapping of which something is still open: nobody guesses how `1,320` or `05/11/2026` is meant. */
export const tableMappingDraft = tableMapping.extend({
  decimalSign: z.enum(DECIMAL_SIGNS).nullable(),
  thousandsSign: z.enum(THOUSANDS_SIGNS).nullable(),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
});
export type TableMappingDraft = z.output<typeof tableMappingDraft>;

export const savedMapping = z.object({
  id,
  /** The two digits with which an IBAN names the bank. */
  bankCode: z.string(),
  name: z.string(),
  mapping: tableMapping,
  titles: z.array(z.string()),
  files: z.int(),
  savedAt: instantField,
  savedBy: z.string().nullable(),
  version,
});
export type SavedMappingDto = z.output<typeof savedMapping>;

export const readTableOutput = z.object({
  fileName: z.string(),
  kind: z.enum(['csv', 'xlsx']),
  encoding: z.enum(TABLE_ENCODINGS).nullable(),
  encodingGuessed: z.boolean(),
  sheets: z.array(z.object({ name: z.string().nullable(), rows: z.array(z.array(z.string())) })),
  mapping: tableMappingDraft,
  titles: z.array(z.string()),
  /** Saved mappings made for these titles, newest first. */
  known: z.array(id),
  problems: z.array(z.enum(MAPPING_PROBLEMS)),
  /** The first rows as the mapping reads them; none while something is open. */
  rows: z.array(
    z.object({
      line: z.int(),
      endToEndId: z.string().nullable(),
      amount: z.string().nullable(),
      direction: z.enum(['credit', 'debit']).nullable(),
      reported: z.enum(REPORTED).nullable(),
      reasonCode: z.string().nullable(),
      bookedOn: dateField.nullable(),
      /** Why the row is refused, or what the officer should look at. */
      problem: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
  /** The bank's words in the first rows, for the mapping to translate. */
  words: z.object({
    status: z.array(z.string()),
    direction: z.array(z.string()),
    reason: z.array(z.string()),
  }),
});
export type ReadTableDto = z.output<typeof readTableOutput>;

export const mappingOperations = {
  mappings: query({
    access: 'reconciliation.read',
    input: nothing,
    output: z.array(savedMapping),
  }),
  mappingHistory: query({
    access: 'reconciliation.read',
    input: z.object({ id }),
    output: z.array(
      z.object({
        version,
        name: z.string(),
        savedAt: instantField,
        savedBy: z.string().nullable(),
        mapping: tableMapping,
      }),
    ),
  }),
  /** The first rows of a bank's table, and how they would be read; nothing is kept. */
  readTable: job({
    access: 'reconciliation.commit',
    input: z.object({
      path: z.string(),
      mapping: tableMappingDraft.optional(),
      /** Suggests anew for a file that does not say its encoding. */
      encoding: z.enum(TABLE_ENCODINGS).optional(),
    }),
    output: readTableOutput,
  }),
  /** Keeps how a bank's table is read, as a new mapping or as the next version of one. */
  saveMapping: command({
    access: 'reconciliation.commit',
    input: z.object({
      id: id.optional(),
      expectedVersion: version.optional(),
      bankCode: z.string().regex(/^\d{2}$/),
      name: z.string().trim().min(2).max(80),
      titles: z.array(z.string().max(200)).min(1).max(256),
      mapping: tableMapping,
    }),
    output: z.object({ id, version }),
  }),
  /** No file is read by it any more; files that were stay as they are. */
  retireMapping: command({
    access: 'reconciliation.commit',
    input: z.object({ id, expectedVersion: version }),
    output: nothing,
  }),
};
