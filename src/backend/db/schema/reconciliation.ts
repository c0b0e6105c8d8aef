import type { Generated } from 'kysely';
import type { BankFileStatus } from '../../../domain/reconciliation/exception-kind.ts';

export interface BankFileTable {
  id: string;
  sha256: string;
  file_name: string;
  size_bytes: number;
  kind: string;
  message_version: string | null;
  message_id: string | null;
  original_message_id: string | null;
  lines: Generated<number>;
  status: BankFileStatus | 'reading';
  warnings: Generated<string>;
  staged_at: string;
  staged_by: string;
  committed_at: string | null;
  committed_by: string | null;
  undone_at: string | null;
  undone_by: string | null;
  version: Generated<number>;
}

export interface BankLineTable {
  id: Generated<number>;
  file_id: string;
  line_no: number;
  raw_start: number | null;
  raw_end: number | null;
  level: 'group' | 'batch' | 'transaction';
  end_to_end_id: string | null;
  instruction_id: string | null;
  payment_information_id: string | null;
  original_message_id: string | null;
  bank_reference: string | null;
  amount_text: string | null;
  amount_halalas: number | null;
  currency: string | null;
  reported: string | null;
  iso_status: string | null;
  reason_list: string | null;
  reason_code: string | null;
  reason_text: string | null;
  account: string | null;
  name: string | null;
  booked_on: string | null;
  fingerprint: string;
  occurrence: Generated<number>;
  payment_id: string | null;
  match_rule: string | null;
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
  version: Generated<number>;
}
