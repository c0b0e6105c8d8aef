import { z } from 'zod';
import {
  LETTER_CASE_TYPES,
  LETTER_FILES,
  LETTER_LIVES,
  RECEIVER_RELATIONS,
} from '../domain/letter-register/letter-state.ts';
import { command, job, query } from './define.ts';
import { letterDrafts } from './letter-drafts.ts';
import { dateField, id, instantField, pageInput, pageOf, personRef, version } from './fields.ts';

export const letterRow = personRef.extend({
  id,
  number: z.string(),
  template: z.string(),
  subject: z.string(),
  /** Whether its bytes are made, apart from where its paper is. */
  file: z.enum(LETTER_FILES),
  life: z.enum(LETTER_LIVES),
  issuedAt: instantField,
  issuedBy: z.string(),
  caseType: z.enum(LETTER_CASE_TYPES),
  caseId: id,
  /** A ticket, an objection's number or a payment's reference; blank where it speaks of the person alone. */
  caseNumber: z.string(),
  pages: z.int().nullable(),
  sha256: z.string().nullable(),
  /** The one original is out of the printer: what is printed now is a copy. */
  originalOut: z.boolean(),
  printedTimes: z.int(),
  copies: z.int(),
  handedOverOn: dateField.nullable(),
  version,
});
export type LetterRow = z.output<typeof letterRow>;

/** What happened to a letter; `details` by the event: who received it, a reason, a hash. */
export const letterEventDto = z.object({
  seq: z.int(),
  type: z.string(),
  at: instantField,
  officerName: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type LetterEventDto = z.output<typeof letterEventDto>;

export const LETTER_SORTS = ['number', 'issuedAt', 'name', 'kind', 'life'] as const;

const step = { id, expectedVersion: version };
const bytes = z.instanceof(Uint8Array);
const reason = z.string().trim().min(3).max(500);

export const letters = {
  ...letterDrafts,
  list: query({
    access: 'letters.read',
    input: pageInput.extend({
      file: z.array(z.enum(LETTER_FILES)).optional(),
      life: z.array(z.enum(LETTER_LIVES)).optional(),
      kind: z.array(z.string().max(60)).optional(),
      /** Days of issue, both included. */
      from: dateField.optional(),
      to: dateField.optional(),
      issuedBy: id.optional(),
      search: z.string().max(100).optional(),
      sort: z.enum(LETTER_SORTS).default('number'),
      descending: z.boolean().default(true),
    }),
    output: pageOf(letterRow),
  }),
  /** What the register can be filtered by: the kinds and officers that it holds, and how many letters each. */
  filters: query({
    access: 'letters.read',
    input: z.object({}),
    output: z.object({
      kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
      officers: z.array(z.object({ id, name: z.string(), count: z.int() })),
    }),
  }),
  /** One letter of the register, its bytes made or not, with all that happened to it, oldest first. */
  letter: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({ letter: letterRow, trail: z.array(letterEventDto) }),
  }),
  /** The archived bytes themselves, never rendered again. */
  file: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({ letter: letterRow, bytes }),
  }),
  /**
   * Puts the printing of the one original on the letter's trail; the shell printed exactly the archived bytes.
   * Errors: NOT_FOUND, CONFLICT, LETTER_NOT_READY, LETTER_VOID, LETTER_PRINTED.
   */
  recordPrint: command({
    access: 'letters.print',
    input: z.object(step),
    output: z.object({ times: z.int() }),
  }),
  /** The printer spoilt the original: it may be printed once more. Errors: LETTER_NOT_PRINTED, LETTER_HANDED_OVER. */
  declareJam: command({
    access: 'letters.print',
    input: z.object({ ...step, reason }),
    output: z.object({ letter: letterRow }),
  }),
  /**
   * The archived bytes with the stamp of a copy on every page, its date and officer; the hash goes on the trail. The same
   * officer gets the same bytes all day. Errors: LETTER_NOT_PRINTED, LETTER_NOT_READY, LETTER_VOID.
   */
  copy: job({
    access: 'letters.print',
    input: z.object({ id }),
    output: z.object({ letter: letterRow, bytes, sha256: z.string() }),
  }),
  /** Errors: LETTER_NOT_PRINTED, LETTER_HANDED_OVER (on), HANDED_OVER_DAY (from, to), RECEIVER_NOT_PERSON. */
  handOver: command({
    access: 'letters.print',
    input: z.object({
      ...step,
      receiver: z.string().trim().min(3).max(120),
      relation: z.enum(RECEIVER_RELATIONS),
      idLastDigits: z.string().regex(/^\d{4}$/),
      on: dateField,
    }),
    output: z.object({ letter: letterRow }),
  }),
  /** Errors: LETTER_NOT_PRINTED, LETTER_IS_BACK, RETURNED_DAY (from, to). */
  takeBack: command({
    access: 'letters.print',
    input: z.object({ ...step, reason, on: dateField }),
    output: z.object({ letter: letterRow }),
  }),
  /**
   * The number is kept. `evenHandedOver` says that the officer knows that somebody holds the paper.
   * Errors: LETTER_VOID, VOID_REASON_SHORT (least), LETTER_HANDED_OVER (on).
   */
  void: command({
    access: 'letters.void',
    input: z.object({
      ...step,
      reason: z.string().trim().min(1).max(500),
      evenHandedOver: z.boolean().default(false),
    }),
    output: z.object({ letter: letterRow }),
  }),
  retry: command({ access: 'letters.print', input: z.object({ id }), output: z.object({}) }),
};
