import { z } from 'zod';
import { SENT_DIFFERENCES } from '../domain/reconciliation/compare-sent.ts';
import { job } from './define.ts';
import { halalasField, id, monthField, version } from './fields.ts';

const countAndAmount = z.object({ count: z.int(), amount: halalasField });

/** Our own message (pain.001) against the run that it names. */
export const sentReport = z.object({
  fileName: z.string(),
  sha256: z.string(),
  messageId: z.string(),
  run: z.object({
    id,
    number: z.int(),
    month: monthField,
    isSent: z.boolean(),
    payments: z.int(),
    amount: halalasField,
    version,
  }),
  agrees: countAndAmount,
  counts: z.array(z.object({ kind: z.enum(SENT_DIFFERENCES), count: z.int() })),
  /** The first of them. */
  differences: z.array(
    z.object({
      kind: z.enum(SENT_DIFFERENCES),
      line: z.int().nullable(),
      endToEndId: z.string(),
      /** Amounts and masked accounts as the run and the file have them. */
      ours: z.string().nullable(),
      theirs: z.string().nullable(),
    }),
  ),
});
export type SentReportDto = z.output<typeof sentReport>;

export const sentFileOperations = {
  /** What of our message agrees with the run that it names, what differs, and what is only on one side. Nothing changes. */
  compareSent: job({
    access: 'payments.send',
    input: z.object({ path: z.string() }),
    output: sentReport,
  }),
  /** Records a run as sent in this message, where all of it agrees; taken back like any export. */
  recordSent: job({
    access: 'payments.send',
    input: z.object({ path: z.string(), sha256: z.string(), expectedVersion: version }),
    output: countAndAmount,
  }),
};
