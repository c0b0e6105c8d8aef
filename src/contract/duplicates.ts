import { z } from 'zod';
import { COMPARED_FIELDS, PAIR_GROUNDS } from '../domain/duplicates/compare-files.ts';
import { MERGE_STATUSES } from '../domain/duplicates/merge.ts';
import { PAIR_ANSWERS, PAIR_EVENTS, PAIR_STATUSES } from '../domain/duplicates/pair-status.ts';
import { blocked } from './cases.ts';
import { command, job, query } from './define.ts';
import {
  dateField,
  halalasField,
  id,
  instantField,
  monthField,
  nothing,
  pageInput,
  pageOf,
  personRef,
  reasonText,
  version,
} from './fields.ts';

export const duplicatePairRow = z.object({
  id,
  /** 0 to 100. */
  score: z.int(),
  grounds: z.array(z.enum(PAIR_GROUNDS)),
  status: z.enum(PAIR_STATUSES),
  one: personRef,
  other: personRef,
  foundAt: instantField,
  version,
});
export type DuplicatePairRow = z.output<typeof duplicatePairRow>;

const comparedSide = personRef.extend({
  birthDate: dateField.nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  maskedPhone: z.string().nullable(),
  maskedIbans: z.array(z.object({ masked: z.string(), current: z.boolean() })),
  address: z.string(),
  registeredOn: dateField,
  dependants: z.int(),
  payments: z.int(),
  /** Paid or on its way, in all. */
  paid: halalasField,
  lastMonth: monthField.nullable(),
  /** Planned, held or with the bank: none may be when the file is left. */
  plannedPayments: z.int(),
  cases: z.int(),
  letters: z.int(),
});
export type ComparedSideDto = z.output<typeof comparedSide>;

export const fileMerge = z.object({
  id,
  keptId: id,
  leftId: id,
  status: z.enum(MERGE_STATUSES),
  reason: z.string(),
  proposedAt: instantField,
  proposedBy: z.string(),
  decidedAt: instantField.nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string(),
  undoneAt: instantField.nullable(),
  undoneBy: z.string().nullable(),
  /** Why the officer on duty may not approve or reject it. */
  blocked,
  /** Why it cannot be undone (any more). */
  undoBlocked: blocked,
  isMine: z.boolean(),
  version,
});
export type FileMergeDto = z.output<typeof fileMerge>;

export const duplicates = {
  overview: query({
    access: 'registry.read',
    input: nothing,
    output: z.object({
      lastSearch: z
        .object({
          at: instantField,
          by: z.string(),
          files: z.int(),
          compared: z.int(),
          found: z.int(),
          /** Keys that too many files share to tell anybody apart. */
          crowded: z.int(),
        })
        .nullable(),
      counts: z.record(z.enum(PAIR_STATUSES), z.int()),
      dependants: z.int(),
    }),
  }),
  /** Compares all files of the branch. Pairs that were answered stay answered. */
  search: job({
    access: 'registry.write',
    input: nothing,
    output: z.object({ files: z.int(), compared: z.int(), found: z.int(), added: z.int() }),
  }),
  /** The likeliest first. */
  pairs: query({
    access: 'registry.read',
    input: pageInput.extend({ status: z.enum(PAIR_STATUSES).default('open') }),
    output: pageOf(duplicatePairRow),
  }),
  /** Two files beside each other, as they are now. */
  pair: query({
    access: 'registry.read',
    input: z.object({ id }),
    output: z.object({
      row: duplicatePairRow,
      one: comparedSide,
      other: comparedSide,
      fields: z.array(
        z.object({ field: z.enum(COMPARED_FIELDS), likeness: z.string(), points: z.int() }),
      ),
      twicePaid: z.array(
        z.object({
          month: monthField,
          programme: z.string(),
          one: halalasField,
          other: halalasField,
        }),
      ),
      merge: fileMerge.nullable(),
      request: z.object({ id, number: z.string(), dueOn: dateField }).nullable(),
      history: z.array(
        z.object({
          type: z.enum(PAIR_EVENTS),
          at: instantField,
          by: z.string().nullable(),
          reason: z.string(),
        }),
      ),
    }),
  }),
  /** Not the same person, which is remembered; or that asked again. Errors: NOT_FOUND, CONFLICT, PAIR_NOT_OPEN. */
  answer: command({
    access: 'registry.write',
    input: z.object({
      id,
      expectedVersion: version,
      answer: z.enum(PAIR_ANSWERS),
      reason: reasonText,
    }),
    output: nothing,
  }),
  /** Asks one of the two to bring papers. Errors: those of `answer`, of the letter, UPDATE_DUE_PAST, UPDATE_DUE_TOO_LATE. */
  ask: command({
    access: 'registry.write',
    input: z.object({
      id,
      expectedVersion: version,
      beneficiaryId: id,
      items: z.array(z.string().trim().min(2).max(300)).min(1).max(20),
      dueOn: dateField.nullable(),
    }),
    output: z.object({ number: z.string(), letterNumber: z.string() }),
  }),
  /** Errors: NOT_FOUND, CONFLICT, PAIR_NOT_OPEN and those of `mayMerge`. */
  proposeMerge: command({
    access: 'registry.write',
    input: z.object({ id, expectedVersion: version, keptId: id, reason: reasonText }),
    output: nothing,
  }),
  /** Errors: NOT_FOUND, CONFLICT, ALREADY_DECIDED, PROPOSED_BY_YOU and those of `mayMerge`. */
  decideMerge: command({
    access: 'registry.merge',
    input: z.object({
      mergeId: id,
      expectedVersion: version,
      approve: z.boolean(),
      reason: z.string().trim().max(2000),
    }),
    output: nothing,
  }),
  /** By who proposed it. Errors: NOT_FOUND, CONFLICT, ALREADY_DECIDED, NOT_YOURS. */
  withdrawMerge: command({
    access: 'registry.write',
    input: z.object({ mergeId: id, expectedVersion: version }),
    output: nothing,
  }),
  /** Errors: NOT_FOUND, CONFLICT, ALREADY_DECIDED, MERGE_RESTED_ON (payments, changes). */
  undoMerge: command({
    access: 'registry.merge',
    input: z.object({ mergeId: id, expectedVersion: version, reason: reasonText }),
    output: nothing,
  }),
  /** Dependants who are counted in two families, or head one of their own (LAW 11), as the last search found them. */
  dependants: query({
    access: 'registry.read',
    input: pageInput,
    output: pageOf(
      z.object({
        maskedNationalId: z.string(),
        name: z.string(),
        families: z.array(
          z.object({
            beneficiaryId: id,
            headName: z.string(),
            as: z.enum(['head', 'dependant']),
            since: dateField,
          }),
        ),
      }),
    ),
  }),
};
