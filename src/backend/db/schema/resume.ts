import type { Generated } from 'kysely';
import type { LifeStatus } from '../../../domain/resume/life-case.ts';
import type { ResumeStatus } from '../../../domain/resume/resume-case.ts';

export interface ResumeCaseTable {
  id: string;
  payment_no: number;
  beneficiary_id: string;
  status: ResumeStatus;
  opened_on: string;
  /** `AccountProof` with its officer as JSON. */
  proof: string | null;
  /** `AccountActivity` with its officer as JSON. */
  activity: string | null;
  /** 1 once the bank ties the account to the person and says that it is active: what queues ask for. */
  account_proven: 0 | 1;
  cycle_month: string | null;
  proposed_by: string | null;
  proposed_on: string | null;
  approved_by: string | null;
  approved_on: string | null;
  /** The new payment while it stands. */
  attempt_no: number | null;
  complaint_id: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface ResumeCaseEventTable {
  seq: Generated<number>;
  resume_case_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}

export interface LifeCaseTable {
  id: string;
  number: string;
  beneficiary_id: string;
  /** The bank's file that said so. */
  file_id: string | null;
  payment_no: number | null;
  reason_list: string | null;
  reason_code: string | null;
  status: LifeStatus;
  opened_on: string;
  due_on: string;
  asked_on: string | null;
  /** `RecordedAnswer` as JSON. */
  recorded: string | null;
  proposed_by: string | null;
  approved_by: string | null;
  decided_on: string | null;
  head_due_on: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface LifeCaseEventTable {
  seq: Generated<number>;
  life_case_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}

/** Prepared payments that were held because of a case. */
export interface LifeCaseHoldTable {
  life_case_id: string;
  payment_no: number;
}

export interface ApplicationWithdrawalTable {
  id: string;
  beneficiary_id: string;
  reason: string;
  at: string;
  officer_id: string;
}
