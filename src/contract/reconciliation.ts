import { z } from 'zod';
import {
  BANK_FILE_STATUSES,
  EXCEPTION_KINDS,
  MATCH_RULES,
  RESOLUTIONS,
} from '../domain/reconciliation/exception-kind.ts';
import { QUEUE_ACTIONS, QUEUE_SIDES } from '../domain/reconciliation/required-action.ts';
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
  version,
} from './fields.ts';
import { followUpDto, followUpOperations } from './follow-ups.ts';
import { tieOperations } from './line-ties.ts';
import { pictureOperations } from './pictures.ts';
import { sentFileOperations } from './sent-files.ts';
import { mappingOperations } from './table-mappings.ts';
import { reasonCodeOperations } from './reason-codes.ts';

const countAndAmount = z.object({ count: z.int(), amount: halalasField });

export const bankFileDto = z.object({
  id,
  fileName: z.string(),
  kind: z.string(),
  messageVersion: z.string().nullable(),
  messageId: z.string().nullable(),
  lines: z.int(),
  status: z.enum(BANK_FILE_STATUSES),
  stagedAt: instantField,
  stagedBy: z.string().nullable(),
  committedAt: instantField.nullable(),
  committedBy: z.string().nullable(),
  version,
});
export type BankFileDto = z.output<typeof bankFileDto>;

/**
 * Warnings without whose acknowledgement a file is not committed: none of its lines is ours, all belong to months that are
 * closed, or another file has the same message id and says something else.
 */
export const ACKNOWLEDGED_WARNINGS = [
  'NOTHING_MATCHES',
  'OTHER_MONTH',
  'MESSAGE_ID_REUSED',
] as const;

/** What committing a file would do; nothing has changed yet. */
export const previewDto = z.object({
  file: bankFileDto,
  matched: z.array(z.object({ rule: z.enum(MATCH_RULES), count: z.int() })),
  advances: z.array(
    z.object({
      status: z.enum(['bankAccepted', 'settled', 'credited', 'rejected', 'returned']),
      count: z.int(),
      amount: halalasField,
    }),
  ),
  unchanged: z.int(),
  exceptions: z.array(
    z.object({ kind: z.enum(EXCEPTION_KINDS), count: z.int(), amount: halalasField }),
  ),
  /** What the advancing payments amount to. */
  amount: halalasField,
  /** Months of the payments that its lines belong to, most lines first. */
  months: z.array(z.object({ month: monthField, lines: z.int() })),
  warnings: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.string()) })),
});
export type PreviewDto = z.output<typeof previewDto>;

export const exceptionRow = z.object({
  id,
  kind: z.enum(EXCEPTION_KINDS),
  /** The queue in which it stands. */
  action: z.enum(QUEUE_ACTIONS),
  status: z.enum(['open', 'resolved']),
  person: personRef.nullable(),
  paymentId: id.nullable(),
  endToEndId: z.string().nullable(),
  ours: halalasField.nullable(),
  banks: halalasField.nullable(),
  reasonList: z.string().nullable(),
  reasonCode: z.string().nullable(),
  bankCode: z.string().nullable(),
  fileName: z.string().nullable(),
  openedAt: instantField,
  /** When somebody looks again at what was asked about it. */
  followUpOn: dateField.nullable(),
  version,
});
export type ExceptionRow = z.output<typeof exceptionRow>;

export const reconciliation = {
  ...tieOperations,
  /** sent = credited + rejected + returned + open, in count and amount, for one cycle. */
  totals: query({
    access: 'reconciliation.read',
    input: z.object({ cycleId: id }),
    output: z.object({
      sent: countAndAmount,
      paid: countAndAmount,
      rejected: countAndAmount,
      returned: countAndAmount,
      open: countAndAmount,
      balances: z.boolean(),
    }),
  }),
  files: query({ access: 'reconciliation.read', input: nothing, output: z.array(bankFileDto) }),
  /**
   * Reads a bank's file and stages what it says. The same bytes again answer `BANK_FILE_SEEN`; a table (CSV, XLSX) whose
   * titles no saved mapping knows, or several, answers `BANK_FILE_MAPPING_NEEDED`.
   */
  preview: job({
    access: 'reconciliation.commit',
    input: z.object({ path: z.string(), mappingId: id.optional() }),
    output: previewDto,
  }),
  previewOf: query({
    access: 'reconciliation.read',
    input: z.object({ fileId: id }),
    output: previewDto,
  }),
  commit: job({
    access: 'reconciliation.commit',
    input: z.object({
      fileId: id,
      expectedVersion: version,
      /** What the officer was warned of and wants all the same; without it the code of the warning is refused. */
      acknowledged: z.array(z.enum(ACKNOWLEDGED_WARNINGS)).default([]),
    }),
    output: z.object({ applied: z.int(), exceptions: z.int() }),
  }),
  discard: job({
    access: 'reconciliation.commit',
    input: z.object({ fileId: id, expectedVersion: version }),
    output: nothing,
  }),
  /** Reverses the events of a committed file; refused when later events rest on them. */
  undo: job({
    access: 'reconciliation.commit',
    input: z.object({ fileId: id, expectedVersion: version }),
    output: z.object({ reversed: z.int() }),
  }),
  exceptionCounts: query({
    access: 'reconciliation.read',
    input: z.object({
      cycleId: id.optional(),
      bankCode: z.string().optional(),
      status: z.enum(['open', 'resolved']).default('open'),
    }),
    output: z.array(
      z.object({
        action: z.enum(QUEUE_ACTIONS),
        /** Whose move the queue waits for. */
        side: z.enum(QUEUE_SIDES),
        kind: z.enum(EXCEPTION_KINDS),
        reasonList: z.string().nullable(),
        reasonCode: z.string().nullable(),
        count: z.int(),
        amount: halalasField,
        oldest: instantField,
        /** Those whose follow-up is due today or was before. */
        due: z.int(),
        /** Null where the table of codes has none. */
        title: z.object({ ar: z.string(), en: z.string() }).nullable(),
      }),
    ),
  }),
  exceptions: query({
    access: 'reconciliation.read',
    input: pageInput.extend({
      cycleId: id.optional(),
      action: z.enum(QUEUE_ACTIONS).optional(),
      kind: z.enum(EXCEPTION_KINDS).optional(),
      reasonList: z.string().optional(),
      reasonCode: z.string().optional(),
      bankCode: z.string().optional(),
      status: z.enum(['open', 'resolved']).default('open'),
      /** Only those whose follow-up is due. */
      due: z.boolean().default(false),
      sort: z.enum(['age', 'amount', 'bank', 'name']).default('age'),
      descending: z.boolean().default(false),
    }),
    output: pageOf(exceptionRow),
  }),
  /** Our payment beside the bank's line, with the raw line and why it matched. */
  exception: query({
    access: 'reconciliation.read',
    input: z.object({ id }),
    output: z.object({
      row: exceptionRow,
      matchRule: z.enum(MATCH_RULES).nullable(),
      line: z
        .object({
          number: z.int(),
          raw: z.string(),
          endToEndId: z.string().nullable(),
          amount: z.string().nullable(),
          currency: z.string().nullable(),
          isoStatus: z.string().nullable(),
          reasonText: z.string().nullable(),
          account: z.string().nullable(),
          name: z.string().nullable(),
          bookedOn: dateField.nullable(),
        })
        .nullable(),
      payment: z
        .object({
          endToEndId: z.string(),
          amount: halalasField,
          maskedIban: z.string(),
          name: z.string(),
          status: z.string(),
          events: z.array(z.object({ type: z.string(), at: instantField })),
        })
        .nullable(),
      reason: z
        .object({
          ar: z.string(),
          en: z.string(),
          actionAr: z.string(),
          actionEn: z.string(),
          /** What the beneficiary is told; null where it is not theirs to act. */
          beneficiaryAr: z.string().nullable(),
          beneficiaryEn: z.string().nullable(),
        })
        .nullable(),
      resolution: z.enum(RESOLUTIONS).nullable(),
      note: z.string().nullable(),
      followUps: z.array(followUpDto),
    }),
  }),
  resolve: command({
    access: 'reconciliation.commit',
    input: z.object({
      exceptions: z
        .array(z.object({ id, expectedVersion: version }))
        .min(1)
        .max(500),
      resolution: z.enum(RESOLUTIONS),
      note: z.string().trim().min(2).max(500),
    }),
    output: z.object({ resolved: z.int() }),
  }),
  reopen: command({
    access: 'reconciliation.commit',
    input: z.object({
      exceptions: z
        .array(z.object({ id, expectedVersion: version }))
        .min(1)
        .max(500),
    }),
    output: nothing,
  }),
  ...reasonCodeOperations,
  ...followUpOperations,
  ...pictureOperations,
  ...mappingOperations,
  ...sentFileOperations,
};
