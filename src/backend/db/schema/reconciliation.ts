import type { Generated } from 'kysely';
import type { BankFileStatus } from '../../../domain/reconciliation/exception-kind.ts';

export interface BankFileTable {
  no: Generated<number>;
  id: string;
  sha256: string;
  file_name: string;
  size_bytes: number;
  kind: string;
  message_version: string | null;
  encoding: string | null;
  message_id: string | null;
  original_message_id: string | null;
  lines: Generated<number>;
  status: BankFileStatus | 'reading';
  warnings: Generated<string>;
  /** What committing does, counted when the lines were matched; JSON. */
  summary: string | null;
  /** What the ledger looked like when the lines were matched: another value means they are matched anew. */
  matched_state: string | null;
  /** The cycle that most of its lines belong to. */
  cycle_id: string | null;
  /** Order in which files were committed. */
  commit_no: number | null;
  staged_at: string;
  staged_by: string;
  committed_at: string | null;
  committed_by: string | null;
  undone_at: string | null;
  undone_by: string | null;
  /** The numbers of its lines among the payments' events begin here once it is committed, and again once it is undone. */
  event_base: Generated<number | null>;
  undo_base: Generated<number | null>;
  first_payment_no: Generated<number | null>;
  last_payment_no: Generated<number | null>;
  version: Generated<number>;
}

export interface BankLineTable {
  /** See `bank-line-ids.ts`. */
  id: number;
  file_no: number;
  line_no: number;
  raw_start: number | null;
  raw_end: number | null;
  level: 'group' | 'batch' | 'transaction';
  end_to_end_id: string | null;
  instruction_id: string | null;
  payment_information_id: string | null;
  original_message_id: string | null;
  bank_reference: string | null;
  uetr: string | null;
  narrative: string | null;
  amount_text: string | null;
  amount_halalas: number | null;
  currency: string | null;
  direction: 'credit' | 'debit' | null;
  reported: string;
  iso_status: string | null;
  reason_list: string | null;
  reason_code: string | null;
  reason_text: string | null;
  /** Whether the reason is in the table of codes: what is not, an officer has to read. */
  reason_clear: Generated<number>;
  account: string | null;
  name: string | null;
  booked_on: string | null;
  /** Of lines that belong to no payment. */
  fingerprint: string | null;
  occurrence: Generated<number>;
  /** Whether an earlier line of the file is about the same payment. */
  repeats: Generated<number>;
  payment_no: number | null;
  match_rule: string | null;
  /** Cycle and amount of the payment, kept so that counting lines needs no payments. */
  cycle_number: number | null;
  expected_halalas: number | null;
  /** Where the payment stands before and after the line, if the file is committed. */
  status_before: string | null;
  status_after: string | null;
  effect: 'advances' | 'unchanged' | 'exception' | null;
  exception_kind: string | null;
}

export interface ReconciliationExceptionTable {
  id: string;
  file_id: string | null;
  bank_line_id: number | null;
  payment_id: string | null;
  cycle_id: string | null;
  kind: string;
  amount_halalas: number | null;
  reason_list: string | null;
  reason_code: string | null;
  status: Generated<'open' | 'resolved' | 'withdrawn'>;
  opened_at: string;
  resolved_at: string | null;
  resolved_by: string | null;
  resolution: string | null;
  note: string | null;
  /** When somebody looks again at what was asked about it. */
  follow_up_on: Generated<string | null>;
  version: Generated<number>;
}
