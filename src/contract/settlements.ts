import { z } from 'zod';
import { RECOVERY_GROUNDS } from '../domain/recoveries/recovery-ground.ts';
import { MONTH_STANDINGS } from '../domain/settlements/settled-month.ts';
import { SETTLEMENT_STATUSES } from '../domain/settlements/settlement.ts';
import { blocked, caseEventDto, documentRef } from './cases.ts';
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

export const SETTLEMENT_VIEWS = ['awaitingApproval', 'sentBack', 'decided'] as const;
export type SettlementView = (typeof SETTLEMENT_VIEWS)[number];

const words = z.object({ ar: z.string(), en: z.string() });
const count = z.int().min(0);

const monthCause = z.object({ code: z.string(), amount: halalasField, text: words });

/** One past month: what was found then, what is due now, what was paid, what is left, and why. */
export const settledMonthDto = z.object({
  month: monthField,
  before: halalasField.nullable(),
  due: halalasField.nullable(),
  paid: halalasField,
  claimed: halalasField,
  difference: halalasField,
  standing: z.enum(MONTH_STANDINGS),
  isUnpaid: z.boolean(),
  openClaim: z.string().nullable(),
  causes: z.array(monthCause).readonly(),
});
export type SettledMonthDto = z.output<typeof settledMonthDto>;

const plannedMonth = settledMonthDto
  .pick({ month: true, before: true, paid: true, claimed: true, difference: true, causes: true })
  .extend({ due: halalasField, netted: halalasField });

const source = z.object({
  type: z.enum(['correction', 'complaint', 'objection']),
  number: z.string().nullable(),
});

export const candidateRow = personRef.extend({
  from: monthField.nullable(),
  months: count,
  owed: halalasField,
  overpaid: halalasField,
  checkedAt: instantField,
  change: z.object({ source: z.string(), reason: z.string(), at: instantField }).nullable(),
});
export type CandidateRow = z.output<typeof candidateRow>;

export const settlementRow = personRef.extend({
  id,
  number: z.string(),
  status: z.enum(SETTLEMENT_STATUSES),
  reason: z.string(),
  months: count,
  /** What is paid, what is asked back, and what of both is set off. */
  pays: halalasField,
  recovers: halalasField,
  netted: halalasField,
  cycleMonth: monthField,
  proposedBy: z.string(),
  proposedOn: dateField,
  decidedOn: dateField.nullable(),
  version,
});
export type SettlementRow = z.output<typeof settlementRow>;

export const recoveryBasis = z.object({
  ground: z.enum(RECOVERY_GROUNDS),
  cause: reasonText,
  visitOn: dateField.nullable().default(null),
});

const expected = { id, expectedVersion: version };

export const settlements = {
  counts: query({
    access: 'payments.read',
    input: nothing,
    output: z.object({
      candidates: count,
      /** People about whom something was recorded since they were looked at. */
      unchecked: count,
      awaitingApproval: count,
      sentBack: count,
      decided: count,
    }),
  }),
  /** People whose past months are owed or were overpaid, and nothing is proposed of them. */
  candidates: query({
    access: 'payments.read',
    input: pageInput,
    output: pageOf(candidateRow),
  }),
  /** Looks at everybody about whom something was recorded since; can be stopped, and goes on where it stopped. */
  check: job({
    access: 'payments.propose',
    input: nothing,
    output: z.object({ checked: count, found: count }),
  }),
  list: query({
    access: 'payments.read',
    input: pageInput.extend({ view: z.enum(SETTLEMENT_VIEWS) }),
    output: pageOf(settlementRow),
  }),
  /** The past months of a person as they stand now. Errors: NOT_FOUND. */
  person: query({
    access: 'payments.read',
    input: z.object({ beneficiaryId: id }),
    output: z.object({
      person: personRef,
      source,
      /** The first month that something touches; null where nothing is known otherwise than when it was paid. */
      touchedFrom: monthField.nullable(),
      /** Months back that are paid (setting); null for all. */
      limitMonths: z.int().nullable(),
      months: z.array(settledMonthDto),
      sums: z.object({
        due: halalasField,
        paid: halalasField,
        claimed: halalasField,
        owed: halalasField,
        overpaid: halalasField,
      }),
      /** With whose payments it would be paid; null where no cycle can take it. */
      settlements: z.array(settlementRow),
      documents: z.array(documentRef),
      blocked,
    }),
  }),
  /** A settlement as it was proposed. Errors: NOT_FOUND. */
  one: query({
    access: 'payments.read',
    input: z.object({ id }),
    output: z.object({
      row: settlementRow,
      source,
      recovery: recoveryBasis
        .extend({ id: id.nullable(), number: z.string().nullable() })
        .nullable(),
      consent: documentRef.nullable(),
      months: z.array(plannedMonth),
      /** The first month that no longer stands as proposed. */
      changedMonth: monthField.nullable(),
      history: z.array(caseEventDto),
      mayApprove: blocked,
      mayWithdraw: blocked,
    }),
  }),
  /**
   * Proposes the chosen months to another officer, or again what he sent back.
   * Errors: NOT_FOUND, CONFLICT, SETTLEMENT_OPEN (number), CONSENT_NOT_ATTACHED, VISIT_DAY_NEEDED, VISIT_IN_FUTURE, those of
   * `composeSettlement` and of preparing a payment.
   */
  propose: command({
    access: 'payments.propose',
    input: z.object({
      beneficiaryId: id,
      again: z.object(expected).nullable().default(null),
      months: z.array(monthField).min(1).max(240),
      reason: reasonText,
      recovery: recoveryBasis.nullable().default(null),
      /** A document of the person's file: he agrees that one is set against the other. */
      consentDocumentId: id.nullable().default(null),
    }),
    output: z.object({ id, number: z.string() }),
  }),
  /** Errors: NOT_FOUND, CONFLICT, ALREADY_DECIDED, NOT_YOURS. */
  withdraw: command({ access: 'payments.propose', input: z.object(expected), output: nothing }),
  /** Errors: NOT_FOUND, CONFLICT, ALREADY_DECIDED, NOT_PROPOSED, PROPOSED_BY_YOU. */
  sendBack: command({
    access: 'payments.approve',
    input: z.object({ ...expected, note: reasonText }),
    output: nothing,
  }),
  /**
   * The second officer's word: every month's payment is prepared, and the recovery opened.
   * Errors: those of `sendBack`, RECORDS_CHANGED (month), CYCLE_CLOSED (month), PERSON_DECEASED, PERSON_FROZEN, NO_ACCOUNT.
   */
  approve: command({
    access: 'payments.approve',
    input: z.object(expected),
    output: z.object({ payments: count, recoveryId: id.nullable() }),
  }),
};
