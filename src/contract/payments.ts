import { z } from 'zod';
import { PAYMENT_KINDS, PAYMENT_STATUSES } from '../domain/payments/payment-status.ts';
import { job, query } from './define.ts';
import { paymentRunOperations } from './payment-runs.ts';
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

/** The fields of the branch's payment list that a column of the file can be mapped to. */
export const LIST_FIELDS = [
  'nationalId',
  'name',
  'iban',
  'amount',
  'month',
  'endToEndId',
  'kind',
  'programme',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

export const columnMapping = z.partialRecord(z.enum(LIST_FIELDS), z.int().min(0));
export type ColumnMapping = z.output<typeof columnMapping>;

/** Encodings that a list is read in; a list without a byte order mark is guessed to be the first or the fourth. */
export const LIST_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-6',
] as const;
export type ListEncoding = (typeof LIST_ENCODINGS)[number];
const listEncoding = z.enum(LIST_ENCODINGS);

export const rowProblem = z.object({
  line: z.int(),
  field: z.enum(LIST_FIELDS).nullable(),
  code: z.string(),
  value: z.string().nullable(),
  /** What exactly is wrong, where the field's own rule says it (`IBAN_CHECKSUM`), or the other line concerned. */
  reason: z.string().nullable(),
});
export type RowProblem = z.output<typeof rowProblem>;

export const cycleDto = z.object({
  id,
  number: z.int(),
  month: monthField,
  payDate: dateField,
  status: z.enum(['open', 'closed']),
  payments: z.int(),
  amount: halalasField,
});
export type CycleDto = z.output<typeof cycleDto>;

export const cycleRow = cycleDto.extend({
  /** Runs that went to the banks: a cycle without any is still ahead. */
  sentRuns: z.int(),
  /** Closing was proposed and waits for the second officer. */
  closing: z.boolean(),
  version,
});
export type CycleRow = z.output<typeof cycleRow>;

export const paymentRow = personRef.extend({
  id,
  month: monthField,
  cycleNumber: z.int(),
  kind: z.enum(PAYMENT_KINDS),
  programme: z.string(),
  amount: halalasField,
  bankCode: z.string(),
  maskedIban: z.string(),
  endToEndId: z.string(),
  status: z.enum(PAYMENT_STATUSES),
  reasonCode: z.string().nullable(),
});
export type PaymentRow = z.output<typeof paymentRow>;

export const paymentEventDto = z.object({
  seq: z.int(),
  type: z.string(),
  at: instantField,
  effectiveOn: dateField.nullable(),
  amount: halalasField.nullable(),
  reasonList: z.string().nullable(),
  reasonCode: z.string().nullable(),
  reasonText: z.string().nullable(),
  fileName: z.string().nullable(),
  officerName: z.string().nullable(),
  reversed: z.boolean(),
});
export type PaymentEventDto = z.output<typeof paymentEventDto>;

export const payments = {
  ...paymentRunOperations,
  cycles: query({ access: 'payments.read', input: nothing, output: z.array(cycleRow) }),
  /** Payments of one cycle; without `cycleId` of the newest, or of all cycles where a number is searched for. */
  list: query({
    access: 'payments.read',
    input: pageInput.extend({
      cycleId: id.optional(),
      status: z.array(z.enum(PAYMENT_STATUSES)).optional(),
      /** Of one run. */
      runId: id.optional(),
      bankCode: z.array(z.string()).optional(),
      search: z.string().max(100).optional(),
      sort: z.enum(['name', 'amount', 'status', 'bank', 'endToEndId']).default('name'),
      descending: z.boolean().default(false),
    }),
    output: pageOf(paymentRow).extend({ amount: halalasField }),
  }),
  trace: query({
    access: 'payments.read',
    input: z.object({ id }),
    output: z.object({ payment: paymentRow, events: z.array(paymentEventDto) }),
  }),
  /** Reads the list and says what it holds; nothing is imported. */
  previewList: job({
    access: 'payments.import',
    input: z.object({
      path: z.string(),
      encoding: listEncoding.optional(),
      mapping: columnMapping.optional(),
    }),
    output: z.object({
      fileName: z.string(),
      sha256: z.string(),
      encoding: listEncoding,
      delimiter: z.string(),
      columns: z.array(z.string()),
      mapping: columnMapping,
      sample: z.array(z.array(z.string())),
      rows: z.int(),
      amount: halalasField,
      months: z.array(z.object({ month: monthField, rows: z.int(), amount: halalasField })),
      newBeneficiaries: z.int(),
      problems: z.array(rowProblem),
      problemCount: z.int(),
      /** What to look at once more before importing; it hinders nothing. */
      warnings: z.array(rowProblem),
      warningCount: z.int(),
      alreadyImportedAt: instantField.nullable(),
      importable: z.boolean(),
    }),
  }),
  /** Imports the whole list in one transaction, or nothing. */
  importList: job({
    access: 'payments.import',
    input: z.object({
      path: z.string(),
      sha256: z.string(),
      encoding: listEncoding,
      mapping: columnMapping,
      /** Whether the banks have the list already; otherwise it is a plan, and its run is exported later. */
      sent: z.boolean().default(true),
    }),
    output: z.object({
      /** Of the run that the list is. */
      importId: id,
      reference: z.string(),
      cycleId: id,
      rows: z.int(),
      amount: halalasField,
    }),
  }),
};
