import { z } from 'zod';
import {
  ASSET_TYPES,
  INCOME_TYPES,
  NATIONALITIES,
  RELATIONS,
} from '../domain/entitlement/calculation.ts';
import {
  DIFFERENCE_OUTCOMES,
  DIFFERENCE_STATUSES,
  RECORD_COLUMNS,
  RECORD_FIELDS,
  RECORD_KINDS,
} from '../domain/government-records/record-kinds.ts';
import { LAYOUT_PROBLEMS } from '../domain/government-records/record-layout.ts';
import { ROW_PROBLEMS } from '../domain/government-records/record-row.ts';
import { CODED_COLUMNS } from '../domain/government-records/record-words.ts';
import { UPDATE_STANDINGS, UPDATE_STATUSES } from '../domain/government-records/update-request.ts';
import {
  DATE_ORDERS,
  DECIMAL_SIGNS,
  TABLE_ENCODINGS,
  THOUSANDS_SIGNS,
} from '../domain/tables/table-layout.ts';
import { command, job, query } from './define.ts';
import {
  dateField,
  halalasField,
  id,
  instantField,
  nothing,
  pageInput,
  pageOf,
  personRef,
  reasonText,
  version,
} from './fields.ts';

/** How the list of a register is read (`domain/government-records/record-layout.ts`). */
export const recordLayout = z.object({
  encoding: z.enum(TABLE_ENCODINGS).nullable(),
  sheet: z.string().max(100).nullable(),
  headerRow: z.int().min(1).max(100),
  columns: z.partialRecord(z.enum(RECORD_COLUMNS), z.int().min(0).max(255)),
  decimalSign: z.enum(DECIMAL_SIGNS),
  thousandsSign: z.enum(THOUSANDS_SIGNS),
  dateOrder: z.enum(DATE_ORDERS),
  words: z
    .array(
      z.object({
        column: z.enum(CODED_COLUMNS),
        word: z.string().trim().min(1).max(100),
        code: z.string().max(40),
      }),
    )
    .max(400),
});
export type RecordLayoutDto = z.output<typeof recordLayout>;

export const recordLayoutDraft = recordLayout.extend({
  decimalSign: z.enum(DECIMAL_SIGNS).nullable(),
  thousandsSign: z.enum(THOUSANDS_SIGNS).nullable(),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
});
export type RecordLayoutDraftDto = z.output<typeof recordLayoutDraft>;

const badRow = z.object({
  line: z.int(),
  column: z.enum(RECORD_COLUMNS),
  code: z.enum(ROW_PROBLEMS),
  value: z.string(),
});
export type BadRowDto = z.output<typeof badRow>;

const differenceCount = z.object({
  field: z.enum(RECORD_FIELDS),
  outcome: z.enum(DIFFERENCE_OUTCOMES),
  count: z.int(),
});

export const readRecordOutput = z.object({
  fileName: z.string(),
  kind: z.enum(['csv', 'xlsx']),
  encoding: z.enum(TABLE_ENCODINGS).nullable(),
  encodingGuessed: z.boolean(),
  sheets: z.array(z.object({ name: z.string().nullable(), rows: z.array(z.array(z.string())) })),
  titles: z.array(z.string()),
  layout: recordLayoutDraft,
  problems: z.array(z.enum(LAYOUT_PROBLEMS)),
  /** Words of the first rows in columns of codes. */
  words: z.array(z.object({ column: z.enum(CODED_COLUMNS), word: z.string() })),
});
export type ReadRecordDto = z.output<typeof readRecordOutput>;

export const recordPreview = z.object({
  fileName: z.string(),
  sha256: z.string(),
  /** When this very file was imported before; it is not imported again. */
  importedAt: instantField.nullable(),
  rows: z.int(),
  badRowCount: z.int(),
  badRows: z.array(badRow),
  agreed: z.int(),
  counts: z.array(differenceCount),
  importable: z.boolean(),
});
export type RecordPreviewDto = z.output<typeof recordPreview>;

export const recordBatch = z.object({
  id,
  kind: z.enum(RECORD_KINDS),
  source: z.string(),
  fileName: z.string(),
  asOf: dateField,
  rows: z.int(),
  badRows: z.int(),
  agreed: z.int(),
  differences: z.int(),
  open: z.int(),
  status: z.enum(['committed', 'undone']),
  committedAt: instantField,
  committedBy: z.string(),
  undoneAt: instantField.nullable(),
  undoneBy: z.string().nullable(),
  version,
});
export type RecordBatchDto = z.output<typeof recordBatch>;

/** What a fact or a record says; whole phone numbers stay in the backend. */
export const shownValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('phone'), phone: z.string() }),
  z.object({ kind: z.literal('date'), date: dateField }),
  z.object({ kind: z.literal('sex'), sex: z.enum(['male', 'female']) }),
  z.object({ kind: z.literal('nationality'), nationality: z.enum(NATIONALITIES) }),
  z.object({
    kind: z.literal('income'),
    type: z.enum(INCOME_TYPES),
    amount: halalasField,
    per: z.enum(['month', 'year']),
    from: z.string(),
    until: dateField.nullable(),
  }),
  z.object({
    kind: z.literal('asset'),
    type: z.enum(ASSET_TYPES),
    value: halalasField.nullable(),
    count: z.int().nullable(),
    description: z.string(),
    until: dateField.nullable(),
  }),
  z.object({
    kind: z.literal('person'),
    name: z.string(),
    birthDate: dateField.nullable(),
    sex: z.enum(['male', 'female']).nullable(),
    nationality: z.enum(NATIONALITIES).nullable(),
    relation: z.enum(RELATIONS).nullable(),
  }),
]);
export type ShownValue = z.output<typeof shownValue>;

export const differenceRow = z.object({
  id,
  line: z.int(),
  field: z.enum(RECORD_FIELDS),
  outcome: z.enum(DIFFERENCE_OUTCOMES),
  status: z.enum(DIFFERENCE_STATUSES),
  /** The head in whose household it is; null for somebody unknown. */
  head: personRef.nullable(),
  /** Whom it is about. */
  name: z.string(),
  maskedNationalId: z.string(),
  isHead: z.boolean(),
  ours: shownValue.nullable(),
  theirs: shownValue,
  /** From when the record says that it holds. */
  validFrom: dateField.nullable(),
  /** Holds for life, so that no day is asked. */
  forLife: z.boolean(),
  /** Until when the beneficiary should have reported it (LAW 7, REG 27); null where that cannot be said. */
  reportDueOn: dateField.nullable(),
  decidedAt: instantField.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string(),
  version,
});
export type DifferenceRow = z.output<typeof differenceRow>;

export const updateRequestRow = personRef.extend({
  id,
  number: z.string(),
  asked: z.array(z.string()),
  notifiedOn: dateField,
  letterNumber: z.string().nullable(),
  dueOn: dateField,
  /** The first day on which LAW 17 gives a ground to stop. */
  stopFrom: dateField,
  standing: z.enum(UPDATE_STANDINGS),
  status: z.enum(UPDATE_STATUSES),
  closingNote: z.string(),
  askedBy: z.string(),
  version,
});
export type UpdateRequestRow = z.output<typeof updateRequestRow>;

const chosen = z
  .array(z.object({ id, expectedVersion: version }))
  .min(1)
  .max(200);

export const governmentRecords = {
  batches: query({
    access: 'registry.read',
    input: nothing,
    output: z.array(recordBatch),
  }),
  /** The first rows of a list, and how they would be read; nothing is kept. */
  read: job({
    access: 'registry.write',
    input: z.object({
      path: z.string(),
      kind: z.enum(RECORD_KINDS),
      layout: recordLayoutDraft.optional(),
      encoding: z.enum(TABLE_ENCODINGS).optional(),
    }),
    output: readRecordOutput,
  }),
  /** Compares the whole list with the registry as known now, and changes nothing. Errors: RECORD_LAYOUT (problems). */
  preview: job({
    access: 'registry.write',
    input: z.object({
      path: z.string(),
      kind: z.enum(RECORD_KINDS),
      layout: recordLayout,
      /** The day that the list speaks of. */
      asOf: dateField,
    }),
    output: recordPreview,
  }),
  /**
   * Keeps the differences of the list that was previewed, whole or not at all; rows that cannot be read are named and left out.
   * Errors: LIST_CHANGED, RECORD_FILE_SEEN (at), RECORD_LAYOUT (problems), RECORD_NOTHING, RECORD_AS_OF_FUTURE.
   */
  commit: job({
    access: 'registry.write',
    input: z.object({
      path: z.string(),
      sha256: z.string(),
      kind: z.enum(RECORD_KINDS),
      source: z.string().trim().min(2).max(200),
      layout: recordLayout,
      asOf: dateField,
    }),
    output: z.object({ batchId: id, differences: z.int(), badRows: z.int() }),
  }),
  /** Takes a batch back that nobody has decided on. Errors: NOT_FOUND, CONFLICT, RECORD_BATCH_DECIDED (count). */
  undo: command({
    access: 'registry.write',
    input: z.object({ batchId: id, expectedVersion: version, reason: reasonText }),
    output: nothing,
  }),
  badRows: query({
    access: 'registry.read',
    input: z.object({ batchId: id }),
    output: z.array(badRow),
  }),
  counts: query({
    access: 'registry.read',
    input: z.object({ batchId: id }),
    output: z.array(differenceCount.extend({ status: z.enum(DIFFERENCE_STATUSES) })),
  }),
  differences: query({
    access: 'registry.read',
    input: pageInput.extend({
      batchId: id,
      status: z.enum(DIFFERENCE_STATUSES).optional(),
      field: z.enum(RECORD_FIELDS).optional(),
      outcome: z.enum(DIFFERENCE_OUTCOMES).optional(),
    }),
    output: pageOf(differenceRow),
  }),
  /**
   * Records what the record says in the registry, all of them or none.
   * Errors: NOT_FOUND, CONFLICT, DIFFERENCE_DECIDED, RECORD_FROM_MISSING, those of `acceptedFacts` and of `planChange` (with
   * `name`).
   */
  accept: command({
    access: 'registry.write',
    input: z.object({
      differences: chosen,
      /** Over what the record says; for what holds for life no day is needed. */
      from: dateField.nullable(),
      reason: z.string().trim().max(2000).default(''),
    }),
    output: z.object({ changes: z.int() }),
  }),
  /** Errors: NOT_FOUND, CONFLICT, DIFFERENCE_DECIDED. */
  reject: command({
    access: 'registry.write',
    input: z.object({ differences: chosen, reason: reasonText }),
    output: nothing,
  }),
  /** Asks each beneficiary once, with a notice. Errors: those of `reject`, RECORD_PERSON_UNKNOWN, UPDATE_DUE_PAST, UPDATE_DUE_TOO_LATE. */
  ask: command({
    access: 'registry.write',
    input: z.object({
      differences: chosen,
      items: z.array(z.string().trim().min(2).max(300)).min(1).max(20),
      dueOn: dateField.nullable(),
    }),
    output: z.object({ requests: z.int() }),
  }),
  /** Decides all that are open of one kind of difference; those that cannot be recorded stay open and are counted by code. */
  decideAll: job({
    access: 'registry.write',
    input: z.object({
      batchId: id,
      field: z.enum(RECORD_FIELDS),
      outcome: z.enum(DIFFERENCE_OUTCOMES),
      decision: z.enum(['accept', 'reject']),
      from: dateField.nullable(),
      reason: reasonText,
    }),
    output: z.object({
      decided: z.int(),
      left: z.array(z.object({ code: z.string(), count: z.int() })),
    }),
  }),
  /** What beneficiaries were asked to update, the soonest due first. */
  updates: query({
    access: 'registry.read',
    input: pageInput.extend({
      standing: z.enum(['due', 'late', 'stopGround', 'open', 'closed']).default('open'),
    }),
    output: pageOf(updateRequestRow),
  }),
  updateCounts: query({
    access: 'registry.read',
    input: nothing,
    output: z.object({ due: z.int(), late: z.int(), stopGround: z.int(), closed: z.int() }),
  }),
  /** Errors: NOT_FOUND, CONFLICT, ALREADY_DECIDED. */
  closeUpdate: command({
    access: 'registry.write',
    input: z.object({
      id,
      expectedVersion: version,
      status: z.enum(['answered', 'withdrawn']),
      note: reasonText,
    }),
    output: nothing,
  }),
};
