import type { Generated } from 'kysely';
import type { PaymentKind, PaymentStatus } from '../../../domain/payments/payment-status.ts';

export interface CycleTable {
  id: string;
  number: number;
  month: string;
  pay_date: string;
  status: Generated<'open' | 'closed'>;
  created_at: string;
  version: Generated<number>;
}

export interface PaymentImportTable {
  no: Generated<number>;
  id: string;
  cycle_id: string;
  /** 1 for the first list of the cycle; part of the references under which the bank knows it. */
  list_no: number;
  file_name: string;
  sha256: string;
  encoding: string;
  mapping: string;
  rows: number;
  total_halalas: number;
  imported_at: string;
  imported_by: string;
}

export interface PaymentTable {
  no: Generated<number>;
  id: string;
  cycle_number: number;
  import_no: number | null;
  beneficiary_id: string;
  /** The beneficiary's name as it is sorted, kept here so that a cycle of 300,000 needs no sorting. */
  name_key: string;
  month: string;
  kind: PaymentKind;
  amount_halalas: number;
  /** What the household was due that month as far as the branch knows; null where nothing was computed. */
  due_halalas: number | null;
  iban: string;
  bank_code: string;
  end_to_end_id: string;
  /** Ours, where the list gave the end-to-end id; null where the end-to-end id is ours and serves as both. */
  instruction_id: string | null;
  status: PaymentStatus;
  reason_list: string | null;
  reason_code: string | null;
  /** Null for an attempt that another one has replaced. */
  live: Generated<1 | null>;
  version: Generated<number>;
}

export interface PaymentEventTable {
  seq: Generated<number>;
  payment_no: number;
  type: string;
  at: string;
  effective_on: string | null;
  amount_halalas: number | null;
  reason_list: string | null;
  reason_code: string | null;
  reason_text: string | null;
  bank_line_id: number | null;
  officer_id: string | null;
  reverses_seq: number | null;
}
