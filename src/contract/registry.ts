import { z } from 'zod';
import { PAYMENT_KINDS, PAYMENT_STATUSES } from '../domain/payments/payment-status.ts';
import { ACCOUNT_PROOFS, VERIFIED_HOW } from '../domain/registry/bank-account.ts';
import { command, query } from './define.ts';
import { dateField, halalasField, id, instantField, monthField } from './fields.ts';

export const SEARCH_KINDS = ['person', 'complaint', 'objection', 'application', 'letter'] as const;

const timelineItem = z.object({
  at: instantField,
  kind: z.enum(['payment', 'complaint', 'objection', 'letter', 'registry']),
  /** Stable code of what happened, for example `payment.rejected`; the renderer has the words. */
  code: z.string(),
  refId: z.string().nullable(),
  /** What people read out: ticket, letter number, month of the payment. */
  ref: z.string().nullable(),
  amount: halalasField.nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type TimelineItem = z.output<typeof timelineItem>;

export const registry = {
  /** Ctrl+K: a person by ID, IBAN, phone or name in any spelling; a case or letter by its number. */
  search: query({
    access: 'registry.read',
    input: z.object({ text: z.string().max(100), limit: z.int().min(1).max(50).default(12) }),
    output: z.array(
      z.object({
        kind: z.enum(SEARCH_KINDS),
        refId: id,
        title: z.string(),
        subtitle: z.string(),
        maskedNationalId: z.string().nullable(),
      }),
    ),
  }),
  beneficiary: query({
    access: 'registry.read',
    input: z.object({ id }),
    output: z.object({
      id,
      name: z.string(),
      maskedNationalId: z.string(),
      /** Null, like the date of birth and the kind, for who is known from a payment list only. */
      sex: z.enum(['male', 'female']).nullable(),
      birthDate: dateField.nullable(),
      maskedPhone: z.string().nullable(),
      address: z.string(),
      kind: z.enum(['family', 'independent']).nullable(),
      eligibility: z.enum(['notStudied', 'studying', 'eligible', 'ineligible']),
      deceasedOn: dateField.nullable(),
      household: z.array(
        z.object({
          /** Within the household. */
          no: z.int(),
          name: z.string(),
          relation: z.string(),
          birthDate: dateField,
          inCentre: z.boolean(),
          daysAbroad: z.int(),
        }),
      ),
      incomes: z.array(
        z.object({ no: z.int(), type: z.string(), monthly: halalasField, memberName: z.string() }),
      ),
      bankAccounts: z.array(
        z.object({
          id,
          maskedIban: z.string(),
          bankCode: z.string(),
          validFrom: dateField,
          validTo: dateField.nullable(),
          verifiedOn: dateField.nullable(),
          verifiedHow: z.enum(VERIFIED_HOW).nullable(),
          proofKind: z.enum(ACCOUNT_PROOFS).nullable(),
          proofDocumentId: id.nullable(),
        }),
      ),
      payments: z.array(
        z.object({
          id,
          cycleNumber: z.int(),
          month: monthField,
          kind: z.enum(PAYMENT_KINDS),
          amount: halalasField,
          status: z.enum(PAYMENT_STATUSES),
          endToEndId: z.string(),
          events: z.array(
            z.object({
              seq: z.int(),
              type: z.string(),
              at: instantField,
              reasonCode: z.string().nullable(),
              reversed: z.boolean(),
            }),
          ),
        }),
      ),
      timeline: z.array(timelineItem),
    }),
  }),
  /** Shows one masked value; the asking is written to the audit trail with its reason. */
  reveal: command({
    access: 'registry.read',
    input: z.object({
      beneficiaryId: id,
      field: z.enum(['nationalId', 'phone', 'email', 'iban']),
      bankAccountId: id.optional(),
      /** The fact of his household in which the number stands, where it is not his own of today. */
      fact: z.int().min(1).optional(),
      reason: z.string().trim().min(2).max(200),
    }),
    output: z.object({ value: z.string() }),
  }),
};
