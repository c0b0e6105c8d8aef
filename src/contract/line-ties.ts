import { z } from 'zod';
import { PAYMENT_STATUSES } from '../domain/payments/payment-status.ts';
import { command, job, query } from './define.ts';
import { dateField, halalasField, id, monthField, nothing, personRef, version } from './fields.ts';

/** A payment of the same account and amount as a line that no key matched: a suggestion, never more. */
export const candidateDto = z.object({
  paymentId: id,
  endToEndId: z.string(),
  person: personRef,
  maskedIban: z.string(),
  amount: halalasField,
  month: monthField,
  payDate: dateField,
  status: z.enum(PAYMENT_STATUSES),
  /** Days from the pay date to the booking; negative where it was booked before. */
  days: z.int(),
  /** Whether the payment can become what the bank reports. */
  fits: z.boolean(),
});
export type CandidateDto = z.output<typeof candidateDto>;

/** What officers do about lines that no key matches, and about payments that no line is about. */
export const tieOperations = {
  candidates: query({
    access: 'reconciliation.read',
    input: z.object({ exceptionId: id }),
    output: z.array(candidateDto),
  }),
  /** Ties an unknown line to a payment by hand; undone with the line's file. */
  tie: command({
    access: 'reconciliation.commit',
    input: z.object({ exceptionId: id, expectedVersion: version, paymentId: id }),
    output: z.object({ status: z.enum(PAYMENT_STATUSES) }),
  }),
  /** What a batch booked in one sum waits for: the sum of the line against that of its payments without rejects; null for none. */
  waitingBatch: query({
    access: 'reconciliation.read',
    input: z.object({ exceptionId: id }),
    output: z
      .object({
        amount: halalasField,
        payments: z.int(),
        left: halalasField,
        fits: z.boolean(),
      })
      .nullable(),
  }),
  /** Posts such a batch once the sums fit; undone with the line's file. */
  postBatch: job({
    access: 'reconciliation.commit',
    input: z.object({ exceptionId: id, expectedVersion: version }),
    output: z.object({ posted: z.int() }),
  }),
  /** Lines that officers have tied to a payment. */
  ties: query({
    access: 'reconciliation.read',
    input: z.object({ paymentId: id }),
    output: z.array(
      z.object({
        exceptionId: id,
        version,
        fileName: z.string(),
        line: z.int(),
        amount: halalasField.nullable(),
        bookedOn: dateField.nullable(),
      }),
    ),
  }),
  /** Takes a tie back while nothing rests on it: the line is unknown again, and the payment stands where it stood. */
  untie: command({
    access: 'reconciliation.commit',
    input: z.object({ exceptionId: id, expectedVersion: version }),
    output: nothing,
  }),
  /** Opens an exception for every payment without an answer by its cut-off; also done at the start and every day. */
  checkAnswers: job({
    access: 'reconciliation.commit',
    input: nothing,
    output: z.object({ opened: z.int(), withdrawn: z.int() }),
  }),
};
