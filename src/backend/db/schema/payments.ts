import type { Generated, Selectable } from 'kysely';
import type { PaymentKind, PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type {
  CycleEventType,
  ExportFormat,
  ProposalStatus,
  RunOrigin,
  RunStatus,
} from '../../../domain/payments/run.ts';

export interface CycleTable {
  id: string;
  number: number;
  month: string;
  pay_date: string;
  status: Generated<'open' | 'closed'>;
  created_at: string;
  /** Closing was proposed and waits for the second officer. */
  closing_at: string | null;
  closing_by: string | null;
  /** Where the money stood when the cycle was closed; JSON. */
  closed_totals: string | null;
  version: Generated<number>;
}

export interface CycleEventTable {
  seq: Generated<number>;
  cycle_id: string;
  /** The run concerned, by its number; null where the event is about the cycle. */
  run_no: number | null;
  type: CycleEventType;
  at: string;
  officer_id: string;
  reason: string | null;
  /** Ids, codes and counts; JSON. */
  details: Generated<string>;
}

export interface ProgrammeTable {
  no: Generated<number>;
  code: string;
  name_ar: string;
  name_en: string;
  active: Generated<number>;
  version: Generated<number>;
}

export type ProgrammeRow = Selectable<ProgrammeTable>;

export interface ProgrammeTermsTable {
  no: Generated<number>;
  programme_no: number;
  valid_from: string;
  /** `ProgrammeTerms`; JSON. */
  terms: string;
  reason: Generated<string>;
  recorded_at: string | null;
  recorded_by: string | null;
}

/** A run: payments of one programme that are sent together, imported as a list or prepared here. */
export interface PaymentImportTable {
  no: Generated<number>;
  id: string;
  cycle_id: string;
  /** 1 for the first run of the cycle; part of the references under which the bank knows it. */
  list_no: number;
  origin: Generated<RunOrigin>;
  programme_no: Generated<number>;
  status: Generated<RunStatus>;
  /** The list's file; null for a run made of prepared payments. */
  file_name: string | null;
  sha256: string | null;
  encoding: string | null;
  mapping: string | null;
  rows: number;
  total_halalas: number;
  imported_at: string;
  imported_by: string;
  sent_at: string | null;
  sent_by: string | null;
  /** The file that was written for the bank; its bytes are kept under its SHA-256. */
  export_format: ExportFormat | null;
  export_sha256: string | null;
  export_bytes: number | null;
  version: Generated<number>;
}

/** A payment that one officer proposes by hand and another approves, or that an accepted complaint leads to. */
export interface PaymentProposalTable {
  id: string;
  cycle_id: string;
  beneficiary_id: string;
  programme_no: number;
  month: string;
  kind: PaymentKind;
  amount_halalas: number;
  reason: string;
  complaint_id: string | null;
  settlement_id: string | null;
  status: ProposalStatus;
  proposed_at: string;
  proposed_by: string;
  decided_at: string | null;
  decided_by: string | null;
  decision_reason: string | null;
  payment_id: string | null;
  version: Generated<number>;
}

/** Why a payment without an answer does not keep its cycle open. */
export interface PaymentExplanationTable {
  seq: Generated<number>;
  payment_no: number;
  text: string;
  at: string;
  officer_id: string;
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
  /** `programme.no`; 1, the developed pension, where nothing else is said. */
  programme_no: Generated<number>;
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
  /** `no` of the rejected or returned payment whose place this one takes. */
  resumes_no: Generated<number | null>;
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
