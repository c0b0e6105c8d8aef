import { z } from 'zod';
import { EXCEPTION_KINDS } from '../domain/reconciliation/exception-kind.ts';
import { command, query } from './define.ts';
import { dateField, halalasField, id, instantField, pageInput, pageOf, version } from './fields.ts';

/** Whom a follow-up asks, and how it is recorded. */
export const ADDRESSEES = ['bank', 'beneficiary'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export const FOLLOW_UP_RECORDS = ['bankAsked', 'beneficiaryAsked'] as const;

const versioned = z.object({ id, expectedVersion: version });

export const followUpDto = z.object({
  id,
  asked: z.enum(FOLLOW_UP_RECORDS),
  text: z.string(),
  dueOn: dateField,
  recordedAt: instantField,
  recordedBy: z.string(),
});
export type FollowUpDto = z.output<typeof followUpDto>;

export const followUpDraft = z.object({
  /** One message: to a bank about many payments, or to one person. */
  exceptions: z.array(versioned),
  bankCode: z.string().nullable(),
  name: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  text: z.string(),
});
export type FollowUpDraft = z.output<typeof followUpDraft>;

export const followUpRow = followUpDto.extend({
  bankCode: z.string().nullable(),
  exceptions: z.int(),
  open: z.int(),
  amount: halalasField,
  kind: z.enum(EXCEPTION_KINDS),
  reasonCode: z.string().nullable(),
});
export type FollowUpRow = z.output<typeof followUpRow>;

export const followUpOperations = {
  /**
   * Messages ready to be edited: one a bank, or one a person. Exceptions are of one kind and code.
   * Errors: NOT_FOUND, NOT_OPEN, MIXED_EXCEPTIONS, FOLLOW_UP_NOBODY.
   */
  draftFollowUp: query({
    access: 'reconciliation.commit',
    input: z.object({
      exceptions: z.array(id).min(1).max(500),
      to: z.enum(ADDRESSEES),
      dueOn: dateField.optional(),
    }),
    output: z.object({
      drafts: z.array(followUpDraft),
      dueOn: dateField,
      /** Exceptions that nobody can be asked about this way. */
      skipped: z.int(),
    }),
  }),
  /**
   * Records what was asked, whom, and when somebody looks again; the exceptions stay open.
   * Errors: NOT_FOUND, NOT_OPEN, CONFLICT, MIXED_EXCEPTIONS, FOLLOW_UP_PAST.
   */
  recordFollowUp: command({
    access: 'reconciliation.commit',
    input: z.object({
      to: z.enum(ADDRESSEES),
      dueOn: dateField,
      messages: z
        .array(
          z.object({
            exceptions: z.array(versioned).min(1).max(500),
            bankCode: z.string().nullable(),
            text: z.string().trim().min(2).max(100_000),
          }),
        )
        .min(1)
        .max(500),
    }),
    output: z.object({ recorded: z.int() }),
  }),
  /** What was asked: those whose date has come and that are still open first. */
  followUps: query({
    access: 'reconciliation.read',
    input: pageInput.extend({ due: z.boolean().default(false) }),
    output: pageOf(followUpRow),
  }),
};
