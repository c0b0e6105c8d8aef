import { z } from 'zod';
import { LETTER_FILES, LETTER_LIVES } from '../domain/letter-register/letter-state.ts';
import { MOST_LETTERS } from '../domain/print-jobs/print-job-rules.ts';
import {
  PRINT_FORMS,
  PRINT_ITEM_STATES,
  PRINT_JOB_STATES,
  PRINT_WITNESSES,
} from '../domain/print-jobs/print-job-state.ts';
import { command, job, query } from './define.ts';
import { id, instantField, pageInput, pageOf, personRef, version } from './fields.ts';

/** One paper of a job: a letter's original or a stamped copy of it. */
export const printItemDto = personRef.extend({
  /** Its place in the job, from 1. */
  item: z.int().min(1),
  letterId: id,
  number: z.string(),
  template: z.string(),
  form: z.enum(PRINT_FORMS),
  state: z.enum(PRINT_ITEM_STATES),
  /** Who said that it was printed. */
  told: z.enum(PRINT_WITNESSES).nullable(),
  /** Why it failed. */
  code: z.string().nullable(),
  /** The spooler's own number, while it is known. */
  spoolJob: z.int().nullable(),
  pages: z.int(),
  file: z.enum(LETTER_FILES),
  life: z.enum(LETTER_LIVES),
});
export type PrintItemDto = z.output<typeof printItemDto>;

export const printJobRow = z.object({
  id,
  state: z.enum(PRINT_JOB_STATES),
  /** As the workstation's system calls it. */
  printer: z.string(),
  twoSided: z.boolean(),
  openedAt: instantField,
  openedBy: z.string(),
  counts: z.record(z.enum(PRINT_ITEM_STATES), z.int()),
  version,
});
export type PrintJobRow = z.output<typeof printJobRow>;

export const printJobEventDto = z.object({
  seq: z.int(),
  type: z.string(),
  at: instantField,
  officerName: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PrintJobEventDto = z.output<typeof printJobEventDto>;

const printerName = z.string().trim().min(1).max(200);
const place = z.int().min(1);
const ofItem = { id, item: place };
const reason = z.string().trim().min(3).max(500);
const changed = z.object({ job: printJobRow });

export const printJobs = {
  /** Jobs, newest first. */
  list: query({
    access: 'letters.read',
    input: pageInput.extend({ state: z.array(z.enum(PRINT_JOB_STATES)).optional() }),
    output: pageOf(printJobRow),
  }),
  job: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({
      job: printJobRow,
      items: z.array(printItemDto),
      trail: z.array(printJobEventDto),
    }),
  }),
  /**
   * Letters to be printed, in this order. A letter whose original is not out is printed as the original; every further
   * paper of it, and every paper of one that is out, is a stamped copy.
   * Errors: PRINT_LETTER_NOT_READY (number, count), PRINT_LETTER_IN_JOB (number), NOT_FOUND.
   */
  open: command({
    access: 'letters.print',
    input: z.object({
      letterIds: z
        .array(id)
        .min(1)
        .max(MOST_LETTERS)
        .refine((ids) => new Set(ids).size === ids.length),
      /** Papers of each letter. */
      papers: z.int().min(1).max(10).default(1),
      printer: printerName,
      twoSided: z.boolean().default(false),
    }),
    output: changed,
  }),
  /**
   * Marks an item as sent and gives the bytes that are to leave for the spooler: the archived ones, or the stamped copy.
   * `bytes` is null where the letter is none to print any more; the item has then failed with the reason.
   * Errors: PRINT_JOB_CLOSED, PRINT_JOB_UNCERTAIN (item), PRINT_ITEM_NOT_NEXT, CONFLICT.
   */
  send: job({
    access: 'letters.print',
    input: z.object(ofItem),
    output: z.object({ job: printJobRow, bytes: z.instanceof(Uint8Array).nullable() }),
  }),
  /** What became of what was sent. Errors: PRINT_ITEM_NOT_SENT, CONFLICT. */
  record: command({
    access: 'letters.print',
    input: z.object({
      ...ofItem,
      result: z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('spooled'), spoolJob: z.int().min(1) }),
        z.object({ outcome: z.literal('printed'), told: z.enum(['printer', 'spooler']) }),
        z.object({ outcome: z.literal('failed'), code: z.string().regex(/^[A-Z_]{2,60}$/) }),
        z.object({ outcome: z.literal('withdrawn') }),
      ]),
    }),
    output: changed,
  }),
  /** The printer stopped, or the officer paused: on the trail alone. */
  hold: command({
    access: 'letters.print',
    input: z.object({ id, reason: z.string().regex(/^[A-Za-z_]{2,60}$/) }),
    output: changed,
  }),
  /**
   * The officer's word, with the paper in his hand, about all that was under way and what else was spoilt. What was
   * spoilt waits again; an original that is printed again because of it stays the original, and its own trail says so.
   * Errors: CONFLICT, PRINT_COUNT_UNCLEAR (item), PRINT_ITEM_NOT_OUT (item), PRINT_JOB_CLOSED, LETTER_HANDED_OVER (number).
   */
  settle: command({
    access: 'letters.print',
    input: z.object({
      id,
      expectedVersion: version,
      cameOut: z.array(place).max(5000),
      spoilt: z.array(place).max(5000),
      reason,
    }),
    output: changed,
  }),
  /** Errors: PRINT_ITEM_NOT_FAILED. */
  again: command({ access: 'letters.print', input: z.object(ofItem), output: changed }),
  /** Errors: PRINT_ITEM_NOT_WAITING. */
  skip: command({ access: 'letters.print', input: z.object(ofItem), output: changed }),
  /** The rest goes to another printer. Errors: PRINT_JOB_CLOSED. */
  changePrinter: command({
    access: 'letters.print',
    input: z.object({ id, printer: printerName }),
    output: changed,
  }),
  /** Errors: PRINT_JOB_CLOSED, PRINT_JOB_UNCERTAIN (item). */
  cancel: command({ access: 'letters.print', input: z.object({ id }), output: changed }),
};
