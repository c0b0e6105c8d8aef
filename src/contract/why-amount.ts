import { z } from 'zod';
import { INELIGIBILITY_REASONS, type CalculationInput } from '../domain/entitlement/calculation.ts';
import { DIFFERENCE_CODES } from '../domain/entitlement/difference-steps.ts';
import { PAYMENT_KINDS, PAYMENT_STATUSES } from '../domain/payments/payment-status.ts';
import { WALK_CODES } from '../domain/why-amount/payment-walk.ts';
import { job, query } from './define.ts';
import { dateField, halalasField, id, instantField, monthField, personRef } from './fields.ts';

/** Said in both languages, to be read aloud. */
const words = z.object({ ar: z.string(), en: z.string() });

const sum = z.object({
  eligible: z.boolean(),
  minimum: halalasField,
  counted: halalasField,
  pension: halalasField,
  reasons: z.array(z.enum(INELIGIBILITY_REASONS)),
  /** Their amounts add up to the pension. */
  lines: z.array(
    z.object({
      code: z.string(),
      article: z.string(),
      amount: halalasField,
      personName: z.string().nullable(),
      text: words,
    }),
  ),
  rules: dateField,
});
export type ExplainedSum = z.output<typeof sum>;

const ofMonth = z.object({ beneficiaryId: id, month: monthField });

export const whyAmountDto = z.object({
  person: personRef,
  month: monthField,
  payDate: dateField,
  /** The calculation that was used: an approved run's, or else what the branch knew on the day of the announcement. */
  used: z
    .object({ source: z.enum(['run', 'known']), at: instantField, runId: id.nullable(), sum })
    .nullable(),
  /** The same month by what is known today; null where no household is known. */
  now: z
    .object({
      sum,
      /** What the sum is made of, to try changes on; people by the names of `names`. */
      input: z.custom<CalculationInput>(),
      names: z.record(z.string(), z.string()),
    })
    .nullable(),
  /** From then to now: the amounts add up to the difference of the two pensions. */
  causes: z.array(
    z.object({
      code: z.enum(DIFFERENCE_CODES),
      article: z.string(),
      amount: halalasField,
      text: words,
    }),
  ),
  /** From what was calculated then to what arrived. */
  walk: z.array(
    z.object({
      code: z.enum(WALK_CODES),
      amount: halalasField,
      paymentId: id.nullable(),
      text: words,
    }),
  ),
  arrived: halalasField,
  /** On its way, or come back and to be resumed: it needs no difference payment. */
  underWay: halalasField,
  /** Kept back of it with the person's consent. */
  setOff: halalasField,
  /** What recoveries of the month got back, ask back or let go. */
  claimed: halalasField,
  /** Due by what is known today, less what arrived, is under way or was set off; negative where too much was paid. */
  remaining: halalasField.nullable(),
  payments: z.array(
    z.object({
      id,
      kind: z.enum(PAYMENT_KINDS),
      status: z.enum(PAYMENT_STATUSES),
      amount: halalasField,
      live: z.boolean(),
    }),
  ),
});
export type WhyAmount = z.output<typeof whyAmountDto>;

export const whyAmount = {
  /** Why a month's payment is what it is: the sum that was used, the same month by today's knowledge, and what lies between. */
  ofMonth: query({ access: 'entitlement.read', input: ofMonth, output: whyAmountDto }),
  /** Months in which the person was paid or studied, newest first, to choose from. */
  months: query({
    access: 'entitlement.read',
    input: z.object({ beneficiaryId: id }),
    output: z.array(
      z.object({
        month: monthField,
        /** Null where nothing can be computed. */
        due: halalasField.nullable(),
        arrived: halalasField,
      }),
    ),
  }),
  /** The explanation on paper; it is on no register. */
  sheet: job({
    access: 'entitlement.read',
    input: ofMonth,
    output: z.object({ bytes: z.instanceof(Uint8Array), pages: z.int() }),
  }),
};
