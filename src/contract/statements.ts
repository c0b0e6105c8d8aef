import { z } from 'zod';
import { STATEMENT_PROBLEMS } from '../domain/reconciliation/statement-chain.ts';
import { command, query } from './define.ts';
import { dateField, id, nothing } from './fields.ts';

/** What about a statement calls for an officer. */
export const STATEMENT_FAULTS = [...STATEMENT_PROBLEMS, 'detailsDiffer', 'foreignAccount'] as const;

/** Signed exact decimal in the currency of the statement: `-1320.00`. */
const decimal = z.string();

const fault = z.object({
  code: z.enum(STATEMENT_FAULTS),
  expected: decimal.nullable(),
  found: decimal.nullable(),
  /** What the bank calls the statement that this one does not continue or that it repeats. */
  other: z.string().nullable(),
});

export const statementDto = z.object({
  id,
  fileId: id,
  fileName: z.string(),
  /** The bank's number of it, else its id. */
  sequence: z.string().nullable(),
  openedOn: dateField.nullable(),
  closedOn: dateField.nullable(),
  opening: decimal.nullable(),
  booked: decimal,
  closing: decimal.nullable(),
  entries: z.int(),
  mark: z.enum(['unbroken', 'gap', 'break']),
  problems: z.array(fault),
});
export type StatementDto = z.output<typeof statementDto>;

export const statementSeries = z.object({
  /** Masked where it is none of ours. */
  account: z.string().nullable(),
  currency: z.string().nullable(),
  /** Null while nobody has said which accounts are ours. */
  isOurs: z.boolean().nullable(),
  mark: z.enum(['unbroken', 'gap', 'break']),
  total: z.int(),
  /** The latest, newest first. */
  statements: z.array(statementDto),
});
export type StatementSeriesDto = z.output<typeof statementSeries>;

export const statements = {
  /** The statements of committed files, by account and currency, each series proven from its first to its last. */
  list: query({
    access: 'reconciliation.read',
    input: z.object({ limit: z.int().min(1).max(400).default(120) }),
    output: z.object({
      /** IBANs from which pensions are paid, as set for today. */
      ours: z.array(z.string()),
      series: z.array(statementSeries),
    }),
  }),
  /** The statement that an exception is about, and what is wrong with it; null for exceptions about payments. */
  ofException: query({
    access: 'reconciliation.read',
    input: z.object({ id }),
    output: z.object({ statement: statementDto, account: z.string().nullable(), fault }).nullable(),
  }),
  /** Says from which accounts pensions are paid, from today. Answers IBAN_FORMAT and its like, with the account. */
  setAccounts: command({
    access: 'reconciliation.commit',
    input: z.object({ accounts: z.array(z.string().trim().min(1).max(40)).max(50) }),
    output: nothing,
  }),
};
