import type { Generated } from 'kysely';
import type {
  EligibilityRunEventType,
  EligibilityRunStatus,
} from '../../../domain/entitlement/eligibility-run.ts';

/** The rules of a calculation, whole: JSON of `EntitlementRules`. */
export interface EntitlementRulesTable {
  no: Generated<number>;
  rules: string;
}

export interface EligibilityRunTable {
  no: Generated<number>;
  id: string;
  month: string;
  pay_date: string;
  /** Of one that is `computing` nothing is shown, and nothing is left when it ends otherwise. */
  status: EligibilityRunStatus;
  rules_no: number;
  /** `registry_change.no`: as the branch knew its households then. */
  known_at: number;
  /** Against the run of the month before, or what was paid where none stands. */
  compared: 'run' | 'payments';
  compared_run: number | null;
  compared_month: string;
  /** JSON of `RunTotals`. */
  totals: string | null;
  made_at: string;
  made_by: string;
  proposed_at: string | null;
  proposed_by: string | null;
  approved_at: string | null;
  approved_by: string | null;
  /** The cycle for which its payments were prepared. */
  cycle_id: string | null;
  version: Generated<number>;
}

export interface EligibilityRunEventTable {
  seq: Generated<number>;
  run_no: number;
  type: EligibilityRunEventType;
  at: string;
  officer_id: string;
  reason: string | null;
  details: Generated<string>;
}

/** Written down once, and used by later runs while it says the same. */
export interface CalculationTable {
  no: Generated<number>;
  beneficiary_no: number;
  rules_no: number;
  /** `eligibility_run.no` of the run that made it. */
  made_in: number;
  /** JSON of `CalculationInput` without the month. */
  input: string;
  /** JSON of `Calculation` without the words of its lines. */
  result: string;
}

export interface EntitlementTable {
  run_no: number;
  beneficiary_no: number;
  calculation_no: number;
  pension_halalas: number;
}

export interface EligibilityChangeTable {
  run_no: number;
  beneficiary_no: number;
  cause: string;
  /** Why somebody became ineligible; blank otherwise. */
  reason: Generated<string>;
  before_halalas: number;
  after_halalas: number;
  /** JSON: every cause with its amount. */
  causes: Generated<string>;
}

export interface EligibilityObstacleTable {
  run_no: number;
  beneficiary_no: number;
  kind: string;
  due_halalas: number;
  /** What the month's imported list pays. */
  listed_halalas: number | null;
}
