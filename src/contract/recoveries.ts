import { z } from 'zod';
import { CLOSURE_GROUNDS, RECOVERY_STATUSES } from '../domain/recoveries/recovery-case.ts';
import { RECOVERY_GROUNDS } from '../domain/recoveries/recovery-ground.ts';
import { issuedLetter } from './case-letters.ts';
import { blocked, caseEventDto, deadlineDto, documentRef } from './cases.ts';
import { command, query } from './define.ts';
import {
  dateField,
  halalasField,
  id,
  monthField,
  nothing,
  pageInput,
  pageOf,
  personRef,
  reasonText,
  version,
} from './fields.ts';
import { recoveryBasis } from './settlements.ts';

/** `late`: a deadline or an instalment has passed. */
export const RECOVERY_VIEWS = ['toApprove', 'open', 'instalments', 'late', 'over'] as const;
export type RecoveryView = (typeof RECOVERY_VIEWS)[number];

const count = z.int().min(0);
const amount = halalasField.refine((value) => value > 0);
const expected = { id, expectedVersion: version };

export const recoveryRow = personRef.extend({
  id,
  number: z.string(),
  status: z.enum(RECOVERY_STATUSES),
  ground: z.enum(RECOVERY_GROUNDS),
  total: halalasField,
  given: halalasField,
  deadline: deadlineDto.nullable(),
  version,
});
export type RecoveryRow = z.output<typeof recoveryRow>;

const recoveryMonth = z.object({
  month: monthField,
  due: halalasField,
  paid: halalasField,
  amount: halalasField,
});

const instalmentSize = z.discriminatedUnion('by', [
  z.object({ by: z.literal('count'), count: z.int().min(1).max(600) }),
  z.object({ by: z.literal('amount'), amount }),
]);

/** What an officer does to a case; the notice, the approval and deductions stand apart. */
export const recoveryStep = z.discriminatedUnion('type', [
  z.object({ type: z.literal('warn') }),
  /** The consent is a document of the person's file. */
  z.object({
    type: z.literal('agree'),
    consentDocumentId: id,
    fromPension: z.boolean(),
    size: instalmentSize,
    firstMonth: monthField,
  }),
  z.object({
    type: z.literal('receive'),
    amount,
    on: dateField,
    reference: z.string().trim().min(2).max(120),
  }),
  z.object({ type: z.literal('recordMiss') }),
  z.object({ type: z.literal('endPlan'), reason: reasonText }),
  z.object({ type: z.literal('appeal'), note: reasonText }),
  z.object({ type: z.literal('rejectAppeal'), note: reasonText }),
  z.object({
    type: z.literal('proposeClosure'),
    ground: z.enum(CLOSURE_GROUNDS),
    reason: reasonText,
  }),
  z.object({ type: z.literal('withdraw') }),
]);
export type RecoveryStep = z.output<typeof recoveryStep>;

export const recoveries = {
  counts: query({
    access: 'payments.read',
    input: nothing,
    output: z.object({
      toApprove: count,
      open: count,
      instalments: count,
      late: count,
      over: count,
    }),
  }),
  list: query({
    access: 'payments.read',
    input: pageInput.extend({ view: z.enum(RECOVERY_VIEWS) }),
    output: pageOf(recoveryRow),
  }),
  /** Errors: NOT_FOUND. */
  one: query({
    access: 'payments.read',
    input: z.object({ id }),
    output: z.object({
      row: recoveryRow,
      basis: recoveryBasis,
      article: z.string().nullable(),
      months: z.array(recoveryMonth).readonly(),
      settlement: z.object({ id, number: z.string() }).nullable(),
      noticedOn: dateField.nullable(),
      warnedOn: dateField.nullable(),
      /** The last day to answer a notice of today. */
      noticeUntil: dateField,
      letter: issuedLetter.nullable(),
      plan: z
        .object({
          consent: documentRef.nullable(),
          fromPension: z.boolean(),
          instalments: z.array(
            z.object({
              no: z.int(),
              dueOn: dateField,
              amount: halalasField,
              covered: halalasField,
              isMissed: z.boolean(),
            }),
          ),
        })
        .nullable(),
      /** The first instalment whose day has passed without its money. */
      missed: z.int().nullable(),
      missedNo: z.int().nullable(),
      closure: z
        .object({ ground: z.enum(CLOSURE_GROUNDS), reason: z.string(), by: z.string() })
        .nullable(),
      /** Prepared pensions of the person from which an instalment can be kept back. */
      pensions: z.array(
        z.object({ paymentId: id, month: monthField, amount: halalasField, reference: z.string() }),
      ),
      documents: z.array(documentRef),
      /** What a plan begins with on the screen (setting). */
      plans: z.object({
        by: z.enum(['count', 'amount']),
        count: z.int(),
        amount: halalasField,
        mostYears: z.int(),
      }),
      history: z.array(caseEventDto),
      mayWork: blocked,
      mayApprove: blocked,
      mayWithdraw: blocked,
    }),
  }),
  /**
   * A demand by hand, for another officer to approve.
   * Errors: NOT_FOUND, VISIT_DAY_NEEDED, VISIT_IN_FUTURE, RECOVERY_OPEN (month, number), and those of `openRecovery`.
   */
  propose: command({
    access: 'payments.propose',
    input: z.object({
      beneficiaryId: id,
      basis: recoveryBasis,
      months: z.array(recoveryMonth).min(1).max(240),
    }),
    output: z.object({ id, number: z.string() }),
  }),
  /** Errors: NOT_FOUND, CONFLICT, CONSENT_NOT_ATTACHED, and the domain's own. */
  act: command({
    access: 'payments.propose',
    input: z.object({ ...expected, step: recoveryStep }),
    output: nothing,
  }),
  /** The notice to the person, and with it the days to answer. Errors: those of `act`, NO_LETTER_TO_FROZEN, NO_LETTER_TO_DECEASED. */
  notify: command({ access: 'payments.propose', input: z.object(expected), output: issuedLetter }),
  /**
   * Keeps an instalment back from a prepared pension, as the person agreed: the order is smaller, and the ledger records the
   * recovery. Errors: those of `act`, PAYMENT_NOT_PREPARED, PAYMENT_LISTED, CYCLE_CLOSED (month), DEDUCTED_ALREADY.
   */
  deduct: command({
    access: 'payments.propose',
    input: z.object({ ...expected, paymentId: id, amount }),
    output: nothing,
  }),
  /** The second officer's approval of a demand, or of ending one. Errors: NOT_FOUND, CONFLICT, RECOVERY_OVER, NOT_PROPOSED, PROPOSED_BY_YOU. */
  approve: command({ access: 'payments.approve', input: z.object(expected), output: nothing }),
  /** Errors: those of `approve`. */
  sendBack: command({
    access: 'payments.approve',
    input: z.object({ ...expected, note: reasonText }),
    output: nothing,
  }),
};
