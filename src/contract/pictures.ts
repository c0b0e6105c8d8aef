import { z } from 'zod';
import { QUEUE_ACTIONS } from '../domain/reconciliation/required-action.ts';
import { query } from './define.ts';
import { halalasField, id, monthField } from './fields.ts';
import { reasonListField } from './reason-codes.ts';

const countAndAmount = z.object({ count: z.int(), amount: halalasField });

const standing = z.object({
  sent: countAndAmount,
  paid: countAndAmount,
  rejected: countAndAmount,
  returned: countAndAmount,
  open: countAndAmount,
});
export type Standing = z.output<typeof standing>;

export const picturesDto = z.object({
  /** Where the cycle's payments stand, bank by bank. */
  banks: z.array(standing.extend({ bankCode: z.string() })),
  /** Why payments of the cycle did not arrive, the most frequent first. */
  reasons: z.array(
    z.object({
      list: reasonListField.nullable(),
      code: z.string().nullable(),
      title: z.object({ ar: z.string(), en: z.string() }).nullable(),
      action: z.enum(QUEUE_ACTIONS),
      rejected: countAndAmount,
      returned: countAndAmount,
    }),
  ),
  /** The cycle and those before it, the oldest first; all banks together and each by itself. */
  trend: z.array(
    standing.extend({
      cycleNumber: z.int(),
      month: monthField,
      bankCode: z.string().nullable(),
    }),
  ),
});
export type PicturesDto = z.output<typeof picturesDto>;

export const pictureOperations = {
  /** The cycle in figures for charts: by bank, by reason, and over the last cycles. */
  pictures: query({
    access: 'reconciliation.read',
    input: z.object({ cycleId: id, cycles: z.int().min(1).max(12).default(6) }),
    output: picturesDto,
  }),
};
