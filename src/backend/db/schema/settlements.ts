import type { Generated } from 'kysely';
import type { RecoveryStatus } from '../../../domain/recoveries/recovery-case.ts';
import type { SettlementStatus } from '../../../domain/settlements/settlement.ts';

export interface SettlementTable {
  id: string;
  number: string;
  beneficiary_id: string;
  name_key: Generated<string>;
  /** In which it is paid. */
  cycle_id: string;
  status: SettlementStatus;
  /** `SettlementPlan` as JSON. */
  plan: string;
  proposed_by: string | null;
  proposed_on: string;
  approved_by: string | null;
  decided_on: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface SettlementEventTable {
  seq: Generated<number>;
  settlement_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}

/** What was found when somebody's past months were looked at last; 0 stands for everybody. */
export interface SettlementCheckTable {
  beneficiary_no: number;
  /** The last registry change that was looked at. */
  changed_in: number;
  from_month: string | null;
  /** How many months are owed or were overpaid. */
  months: number;
  owed_halalas: number;
  overpaid_halalas: number;
  checked_at: string;
}

export interface RecoveryTable {
  id: string;
  number: string;
  beneficiary_id: string;
  name_key: Generated<string>;
  settlement_id: string | null;
  status: RecoveryStatus;
  /** `RecoveryState` as JSON; the columns below are read from it. */
  state: string;
  total_halalas: number;
  given_halalas: number;
  /** The next day on which something is due. */
  due_on: string | null;
  proposed_by: string | null;
  approved_by: string | null;
  closure_by: string | null;
  closed_by: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface RecoveryEventTable {
  seq: Generated<number>;
  recovery_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}

/** What was kept back from a payment with consent, and the recovery in the ledger that says so. */
export interface RecoveryDeductionTable {
  payment_no: number;
  record_no: number;
  recovery_id: string;
  amount_halalas: number;
}
