import type { Generated } from 'kysely';

export interface BankStatementTable {
  id: string;
  file_id: string;
  /** 1-based place in its file. */
  place: number;
  /** Kind of the file: notifications have accounts but no balances. */
  kind: string;
  statement_id: string | null;
  account: string | null;
  currency: string | null;
  /** The bank's number of it, as written. */
  sequence: string | null;
  created_at: string | null;
  opened_on: string | null;
  closed_on: string | null;
  /** Signed exact decimals. */
  opening: string | null;
  closing: string | null;
  booked: string;
  entries: number;
  /** Balances between pages of one statement. */
  opens_within: number;
  closes_within: number;
}

/** An entry that its details do not add up to; `raw_start` to `raw_end` are bytes of the file. */
export interface EntryDifferenceTable {
  file_id: string;
  /** Place of its statement in the file. */
  place: number;
  entry_no: number;
  raw_start: number;
  raw_end: number;
  currency: string | null;
  amount: string;
  details: string;
}

/** What an exception about a statement is about. */
export interface StatementExceptionTable {
  exception_id: string;
  statement_id: string;
  problem: string;
  /** Number of the entry that its details contradict; 0 where the whole statement is meant. */
  subject: Generated<number>;
  expected: string | null;
  found: string | null;
  other: string | null;
}

/** A file in the watched folder; one that has changed since is a new arrival under the same name. */
export interface ArrivedFileTable {
  id: string;
  folder: string;
  file_name: string;
  size_bytes: number;
  modified_at: string;
  status: 'waiting' | 'read' | 'refused' | 'dismissed';
  sha256: string | null;
  bank_file_id: string | null;
  /** Why it could not be read; JSON. */
  refusal: string | null;
  arrived_at: string;
  read_at: string | null;
  read_by: string | null;
  version: Generated<number>;
}
