import { z } from 'zod';
import { COMPLAINT_CATEGORIES } from '../domain/complaints/complaint-status.ts';
import {
  BATCH_EXCLUSIONS,
  BATCH_ITEM_STATES,
  BATCH_KINDS,
  LETTER_BATCH_STATES,
} from '../domain/letter-register/letter-batch.ts';
import { LETTER_CASE_TYPES } from '../domain/letter-register/letter-state.ts';
import { command, job, query } from './define.ts';
import { dateField, id, instantField, monthField, pageInput, pageOf, personRef } from './fields.ts';

const line = z.string().trim().min(1).max(300);
const prose = z.string().trim().min(1).max(2000);

/** Which list gets which letter, with what the officer says once for all of it. */
export const batchFilter = z.discriminatedUnion('kind', [
  /** Every rejected or returned payment of a cycle, of one bank or reason or of all. */
  z.object({
    kind: z.literal('resumeGuidance'),
    month: monthField,
    bankCode: z.string().max(10).nullable().default(null),
    reasonCode: z.string().max(20).nullable().default(null),
  }),
  /** Every person whose payments of a cycle are held. */
  z.object({
    kind: z.literal('pensionHeld'),
    month: monthField,
    reason: prose,
    article: line.nullable().default(null),
    steps: z.array(line).max(12).default([]),
    respondBy: dateField.nullable().default(null),
  }),
  /** Every open complaint that waits for documents, of one category or of all. */
  z.object({
    kind: z.literal('documentsRequest'),
    category: z.enum(COMPLAINT_CATEGORIES).nullable().default(null),
    documents: z.array(line).min(1).max(40),
    deliverBy: dateField,
    note: prose.nullable().default(null),
  }),
]);
export type BatchFilter = z.output<typeof batchFilter>;

const count = z.int().min(0);

export const letterBatchRow = z.object({
  id,
  kind: z.enum(BATCH_KINDS),
  filter: batchFilter,
  state: z.enum(LETTER_BATCH_STATES),
  startedBy: z.string(),
  startedAt: instantField,
  finishedAt: instantField.nullable(),
  total: count,
  pending: count,
  issued: count,
  skipped: count,
  /** Of those issued: whose file is made. */
  ready: count,
});
export type LetterBatchRow = z.output<typeof letterBatchRow>;

export const batchItemRow = personRef.extend({
  /** From 1, in the order in which they are printed. */
  place: z.int().min(1),
  caseType: z.enum(LETTER_CASE_TYPES),
  caseId: id,
  caseNumber: z.string(),
  state: z.enum(BATCH_ITEM_STATES),
  /** Why it was skipped. */
  reason: z.string().nullable(),
  letterId: id.nullable(),
  letterNumber: z.string().nullable(),
});
export type BatchItemRow = z.output<typeof batchItemRow>;

const chosen = z.object({
  filter: batchFilter,
  /** Also to people without an address, for handing over at the branch. */
  withoutAddress: z.boolean().default(true),
});

export const letterBatches = {
  /** How many letters a start would issue now, whom it would leave out and why, and the first of the list. */
  preview: query({
    access: 'letters.draft',
    input: chosen,
    output: z.object({
      found: count,
      toIssue: count,
      excluded: z.array(z.object({ reason: z.enum(BATCH_EXCLUSIONS), count })),
      first: z.array(personRef.extend({ caseNumber: z.string() })),
    }),
  }),
  /** Fixes the list; `run` issues it. Errors: BATCH_EMPTY. */
  start: command({
    access: 'letters.draft',
    input: chosen,
    output: z.object({ id }),
  }),
  /**
   * Issues what is pending, in the order of the list. Cancelling keeps what was issued and stops the batch, which can be run
   * again; so can one that a crash ended, without a number lost or given twice. Errors: NOT_FOUND, BATCH_RUNNING, BATCH_DONE.
   */
  run: job({
    access: 'letters.draft',
    input: z.object({ id }),
    output: z.object({ batch: letterBatchRow }),
  }),
  /** Stops a batch that runs, from whichever screen. Errors: NOT_FOUND, BATCH_DONE. */
  stop: command({ access: 'letters.draft', input: z.object({ id }), output: z.object({}) }),
  /** The newest first. */
  list: query({ access: 'letters.read', input: pageInput, output: pageOf(letterBatchRow) }),
  batch: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({ batch: letterBatchRow }),
  }),
  items: query({
    access: 'letters.read',
    input: pageInput.extend({ id, state: z.array(z.enum(BATCH_ITEM_STATES)).optional() }),
    output: pageOf(batchItemRow),
  }),
  /**
   * One PDF of all letters in the order of the list, for printing: the archived pages themselves, void letters left out.
   * `blankPages` lets each letter begin on a new sheet when both sides are printed.
   * Errors: NOT_FOUND, BATCH_EMPTY, LETTER_NOT_READY, EXPORT_PATH, EXPORT_PLACE, CONTENT_MISSING, CONTENT_DAMAGED.
   */
  merge: job({
    access: 'letters.print',
    input: z.object({ id, path: z.string().min(1).max(4096), blankPages: z.boolean() }),
    output: z.object({ path: z.string(), letters: count, pages: count }),
  }),
  /**
   * The archived bytes as one file a person in a folder, named by number and kind, and by name only where that was chosen.
   * A file of the same name is left as it is and the next free name taken. Errors: as `merge`.
   */
  saveFiles: job({
    access: 'letters.print',
    input: z.object({
      id,
      folder: z.string().min(1).max(4096),
      /** The officer's word for the kind, as it is written in the names. */
      kindWords: z.string().trim().min(1).max(80),
      withNames: z.boolean().default(false),
    }),
    output: z.object({ folder: z.string(), files: count }),
  }),
};
