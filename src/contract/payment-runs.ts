import { z } from 'zod';
import { PAYMENT_KINDS } from '../domain/payments/payment-status.ts';
import { CLOSING_CHECKS } from '../domain/payments/closing.ts';
import {
  CYCLE_EVENT_TYPES,
  EXPORT_FORMATS,
  PROPOSAL_STATUSES,
  RUN_ORIGINS,
  RUN_STATUSES,
} from '../domain/payments/run.ts';
import { issuedLetter } from './case-letters.ts';
import { command, job, query } from './define.ts';
import {
  dateField,
  halalasField,
  id,
  instantField,
  monthField,
  nothing,
  personRef,
  reasonText,
  version,
} from './fields.ts';

const countAndAmount = z.object({ count: z.int(), amount: halalasField });

/** Payments of one programme that go to the banks together. */
export const runDto = z.object({
  id,
  /** Its number inside the cycle. */
  number: z.int(),
  /** Under which the bank knows it. */
  reference: z.string(),
  origin: z.enum(RUN_ORIGINS),
  status: z.enum(RUN_STATUSES),
  programme: z.string(),
  fileName: z.string().nullable(),
  payments: z.int(),
  amount: halalasField,
  madeAt: instantField,
  madeBy: z.string(),
  sentAt: instantField.nullable(),
  sentBy: z.string().nullable(),
  exportFormat: z.enum(EXPORT_FORMATS).nullable(),
  exportSha256: z.string().nullable(),
  exportBytes: z.int().nullable(),
  version,
});
export type RunDto = z.output<typeof runDto>;

export const proposalDto = z.object({
  id,
  person: personRef,
  month: monthField,
  kind: z.enum(PAYMENT_KINDS),
  programme: z.string(),
  amount: halalasField,
  reason: z.string(),
  /** The complaint that led to it. */
  ticket: z.string().nullable(),
  /** The settlement of past months that it belongs to: it is decided there, whole. */
  settlement: z.object({ id, number: z.string() }).nullable(),
  status: z.enum(PROPOSAL_STATUSES),
  proposedAt: instantField,
  proposedBy: z.string(),
  decidedAt: instantField.nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
  paymentId: id.nullable(),
  /** Null where the caller may decide it; otherwise the code of what is in the way. */
  blocked: z.string().nullable(),
  version,
});
export type ProposalDto = z.output<typeof proposalDto>;

export const closingCheck = z.object({
  id: z.enum(CLOSING_CHECKS),
  passed: z.boolean(),
  count: z.int(),
  amount: halalasField,
  kinds: z.array(countAndAmount.extend({ kind: z.string() })),
});

export const standingDto = z.object({
  sent: countAndAmount,
  paid: countAndAmount,
  rejected: countAndAmount,
  returned: countAndAmount,
  open: countAndAmount,
  planned: countAndAmount,
});

export const payerField = z.object({
  name: z.string().trim().min(2).max(70),
  iban: z.string().trim().min(10).max(40),
  bic: z
    .string()
    .trim()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/),
  establishmentId: z
    .string()
    .trim()
    .regex(/^\d{0,10}$/),
  ministryId: z
    .string()
    .trim()
    .regex(/^(\d{2,15})?$/),
});
export type PayerField = z.output<typeof payerField>;

const chosenPayments = z.array(id).min(1).max(500);

export const paymentRunOperations = {
  /** Where the money of every cycle stands, newest first; of closed ones as it stood when they were closed. */
  standings: query({
    access: 'payments.read',
    input: nothing,
    output: z.array(standingDto.extend({ cycleId: id })),
  }),
  /** The runs of a cycle, and what stands in none yet. */
  runs: query({
    access: 'payments.read',
    input: z.object({ cycleId: id }),
    output: z.object({
      runs: z.array(runDto),
      waiting: z.array(countAndAmount.extend({ programme: z.string() })),
      /** Recoveries are collected from people: no order to pay holds them. */
      recoveries: countAndAmount,
    }),
  }),
  /** Gathers the prepared payments of a programme that stand in no run. */
  makeRun: command({
    access: 'payments.send',
    input: z.object({ cycleId: id, programme: z.string() }),
    output: z.object({ runId: id, payments: z.int(), amount: halalasField }),
  }),
  /** Takes a run apart that was not sent; its payments wait again. */
  dissolveRun: command({
    access: 'payments.send',
    input: z.object({ runId: id, expectedVersion: version }),
    output: nothing,
  }),
  payer: query({
    access: 'payments.read',
    input: nothing,
    output: z.object({ payer: payerField.nullable() }),
  }),
  /** Records who pays, from today on. */
  setPayer: command({ access: 'payments.send', input: payerField, output: nothing }),
  /**
   * Writes the run's file and instructs its payments. A run that was exported is written again from the stored copy, byte
   * for byte, and nothing is instructed twice.
   */
  exportRun: job({
    access: 'payments.send',
    input: z.object({
      runId: id,
      expectedVersion: version,
      format: z.enum(EXPORT_FORMATS),
      path: z.string().min(1),
    }),
    output: z.object({
      payments: z.int(),
      amount: halalasField,
      sha256: z.string(),
      sizeBytes: z.int(),
      again: z.boolean(),
    }),
  }),
  /** The file was never handed to the bank: its payments are prepared again. */
  undoExport: job({
    access: 'payments.send',
    input: z.object({ runId: id, expectedVersion: version, reason: reasonText }),
    output: z.object({ payments: z.int() }),
  }),
  /** Payments prepared by hand: waiting for a decision first, then the latest. */
  proposals: query({
    access: 'payments.read',
    input: z.object({ cycleId: id }),
    output: z.array(proposalDto),
  }),
  /** Without `cycleId` for the next cycle that can still take a payment. */
  propose: command({
    access: 'payments.propose',
    input: z.object({
      beneficiaryId: id,
      cycleId: id.optional(),
      month: monthField,
      kind: z.enum(PAYMENT_KINDS),
      programme: z.string(),
      amount: halalasField.refine((amount) => amount > 0),
      reason: reasonText,
    }),
    output: z.object({ proposalId: id, cycleId: id }),
  }),
  decideProposal: command({
    access: 'payments.approve',
    input: z.object({
      id,
      expectedVersion: version,
      approve: z.boolean(),
      reason: z.string().trim().max(500).default(''),
      /** With an approved difference or recovery: the letter that tells of it, issued at once. */
      letter: z
        .object({
          instalments: z
            .object({ count: z.int().min(2).max(240), firstMonth: monthField })
            .nullable()
            .default(null),
          respondBy: dateField.nullable().default(null),
        })
        .nullable()
        .default(null),
    }),
    output: z.object({ paymentId: id.nullable(), letter: issuedLetter.nullable() }),
  }),
  withdrawProposal: command({
    access: 'payments.propose',
    input: z.object({ id, expectedVersion: version }),
    output: nothing,
  }),
  hold: command({
    access: 'payments.hold',
    input: z.object({ payments: chosenPayments, reason: reasonText }),
    output: z.object({ changed: z.int() }),
  }),
  release: command({
    access: 'payments.hold',
    input: z.object({ payments: chosenPayments, reason: reasonText }),
    output: z.object({ changed: z.int() }),
  }),
  cancel: command({
    access: 'payments.approve',
    input: z.object({ payments: chosenPayments, reason: reasonText }),
    output: z.object({ changed: z.int() }),
  }),
  /** Why payments without an answer do not keep their cycle open. */
  explain: command({
    access: 'payments.hold',
    input: z.object({ payments: chosenPayments, text: reasonText }),
    output: z.object({ changed: z.int() }),
  }),
  /** What closing the cycle asks for, and who has done what to it. */
  closing: query({
    access: 'payments.read',
    input: z.object({ cycleId: id }),
    output: z.object({
      state: z.enum(['open', 'proposed', 'closed']),
      proposedBy: z.string().nullable(),
      proposedAt: instantField.nullable(),
      /** Null where the caller may approve the closing; otherwise what is in the way. */
      blocked: z.string().nullable(),
      checks: z.array(closingCheck),
      standing: standingDto,
      explained: countAndAmount,
      events: z.array(
        z.object({
          seq: z.int(),
          type: z.enum(CYCLE_EVENT_TYPES),
          run: z.int().nullable(),
          at: instantField,
          officerName: z.string(),
          reason: z.string().nullable(),
        }),
      ),
      version,
    }),
  }),
  proposeClosing: command({
    access: 'cycles.close',
    input: z.object({ cycleId: id, expectedVersion: version }),
    output: nothing,
  }),
  withdrawClosing: command({
    access: 'cycles.close',
    input: z.object({ cycleId: id, expectedVersion: version }),
    output: nothing,
  }),
  approveClosing: command({
    access: 'cycles.approveClosing',
    input: z.object({ cycleId: id, expectedVersion: version }),
    output: nothing,
  }),
  reopen: command({
    access: 'cycles.approveClosing',
    input: z.object({ cycleId: id, expectedVersion: version, reason: reasonText }),
    output: nothing,
  }),
};
