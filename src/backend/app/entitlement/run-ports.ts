import type { CauseGroup, ObstacleGroup } from '../../../contract/entitlement.ts';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type {
  ChangeCause,
  EligibilityRunEventType,
  EligibilityRunStatus,
  Obstacle,
  RunTotals,
} from '../../../domain/entitlement/eligibility-run.ts';
import type { ChangePart } from '../../../domain/entitlement/change-cause.ts';
import type { EntitlementRules } from '../../../domain/entitlement/entitlement-rules.ts';
import type { CountAndAmount } from '../../../domain/payments/closing.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { NumberRange } from '../reconciliation/ports.ts';
import type { Stamp } from '../payments/run-ports.ts';

export interface EligibilityRun {
  readonly no: number;
  readonly id: string;
  readonly month: IsoMonth;
  readonly payDate: IsoDate;
  readonly status: EligibilityRunStatus;
  readonly rulesNo: number;
  readonly knownAt: number;
  readonly comparedRun: number | null;
  readonly comparedMonth: IsoMonth;
  /** Null while it is computed. */
  readonly totals: RunTotals | null;
  readonly madeAt: IsoInstant;
  readonly madeBy: string;
  readonly proposedAt: IsoInstant | null;
  readonly proposedById: string | null;
  readonly proposedBy: string | null;
  readonly approvedAt: IsoInstant | null;
  readonly approvedBy: string | null;
  readonly cycleId: string | null;
  readonly version: number;
}

export type NewRun = Pick<
  EligibilityRun,
  'id' | 'month' | 'payDate' | 'rulesNo' | 'knownAt' | 'comparedRun' | 'comparedMonth'
>;

/** What the run before found for a household. */
export interface PreviousEntitlement {
  readonly beneficiaryNo: number;
  readonly calculationNo: number;
  readonly pension: Halalas;
  readonly rulesNo: number;
  /** As they were written down; see `packInput`, `packCalculation`. */
  readonly input: string;
  readonly result: string;
}

export interface NewCalculation {
  readonly no: number;
  readonly beneficiaryNo: number;
  readonly input: string;
  readonly result: string;
}

export interface NewEntitlement {
  readonly beneficiaryNo: number;
  readonly calculationNo: number;
  readonly pension: Halalas;
}

export interface FoundChange {
  readonly beneficiaryNo: number;
  readonly cause: ChangeCause;
  readonly reason: string;
  readonly before: Halalas;
  readonly after: Halalas;
  readonly causes: readonly ChangePart[];
}

export interface ListedPerson {
  readonly beneficiaryId: string;
  readonly name: string;
  readonly nationalId: string;
}

export type ListedChange = ListedPerson & Omit<FoundChange, 'beneficiaryNo'>;

export interface ListedObstacle extends ListedPerson {
  readonly kind: Obstacle;
  readonly due: Halalas;
  readonly listed: Halalas | null;
}

export interface EligibilityReader {
  /** Those that are shown, the newest month first. */
  runs(): Promise<readonly EligibilityRun[]>;
  run(id: string): Promise<EligibilityRun | undefined>;
  /** Of a month, unless it was discarded. */
  runOf(month: IsoMonth): Promise<EligibilityRun | undefined>;
  rules(no: number): Promise<EntitlementRules>;
  events(runNo: number): Promise<
    readonly {
      readonly seq: number;
      readonly type: EligibilityRunEventType;
      readonly at: IsoInstant;
      readonly officerName: string;
      readonly reason: string | null;
    }[]
  >;
  causes(runNo: number): Promise<readonly CauseGroup[]>;
  obstacles(runNo: number): Promise<readonly ObstacleGroup[]>;
  changes(
    runNo: number,
    query: ParsedInputOf<'entitlement.changes'>,
  ): Promise<{ readonly rows: readonly ListedChange[]; readonly total: number }>;
  listedObstacles(
    runNo: number,
    query: ParsedInputOf<'entitlement.obstacles'>,
  ): Promise<{ readonly rows: readonly ListedObstacle[]; readonly total: number }>;
  /** What was recorded after a change, and how many households it concerns. */
  recordedSince(
    changeNo: number,
  ): Promise<{ readonly last: number; readonly changes: number; readonly households: number }>;
  /** Payments that a run's approval prepared. */
  prepared(runNo: number): Promise<CountAndAmount | null>;

  /** The last number of a registry change. */
  lastChange(): Promise<number>;
  previousOf(runNo: number, range: NumberRange): Promise<readonly PreviousEntitlement[]>;
  /** Regular pensions of a month by beneficiary, cancelled ones aside. */
  paidOf(month: IsoMonth, range: NumberRange): Promise<ReadonlyMap<number, Halalas>>;
  /** Beneficiaries who are not entitled by decision, were accepted from a later month on (REG 22), or have died. */
  barredOf(
    month: IsoMonth,
    range: NumberRange,
  ): Promise<
    ReadonlyMap<number, { readonly entitled: boolean; readonly deceasedOn: IsoDate | null }>
  >;
  /** Of these, who was ever paid a pension or found eligible before a month. */
  seenBefore(beneficiaryNos: readonly number[], month: IsoMonth): Promise<ReadonlySet<number>>;
  /** Runs of which rows may still be there although nothing of them is shown. */
  leftovers(): Promise<readonly Pick<EligibilityRun, 'no' | 'id' | 'status'>[]>;
  /** Calculations after a number, each with the month it was first made for: for recomputing. */
  calculationsAfter(
    no: number,
    limit: number,
  ): Promise<
    readonly {
      readonly no: number;
      readonly month: IsoMonth;
      readonly rulesNo: number;
      readonly input: string;
      readonly result: string;
    }[]
  >;
  /** The sums of a run's rows, as they add up. */
  derivedTotals(
    runNo: number,
    range: NumberRange,
  ): Promise<{ readonly households: number; readonly eligible: number; readonly pension: Halalas }>;
}

export interface EligibilityWriter extends EligibilityReader {
  /** The number of rules, written down when they are new. */
  keepRules(rules: EntitlementRules): Promise<number>;
  begin(run: NewRun, by: Stamp): Promise<number>;
  lastCalculation(): Promise<number>;
  addCalculations(
    runNo: number,
    rulesNo: number,
    calculations: readonly NewCalculation[],
  ): Promise<void>;
  addEntitlements(runNo: number, entitlements: readonly NewEntitlement[]): Promise<void>;
  addChanges(runNo: number, changes: readonly FoundChange[]): Promise<void>;
  /** What will hinder payments of these households, as it stands now. */
  findObstacles(
    run: { readonly no: number; readonly month: IsoMonth },
    range: NumberRange,
    today: IsoDate,
  ): Promise<void>;
  forgetObstacles(runNo: number): Promise<void>;
  finish(runNo: number, totals: RunTotals): Promise<void>;
  /** False when the run has changed since `version`. */
  decide(
    runNo: number,
    version: number,
    decision:
      | { readonly status: 'proposed' }
      | { readonly status: 'computed' }
      | { readonly status: 'discarded' }
      | { readonly status: 'approved'; readonly cycleId: string },
    by: Stamp,
  ): Promise<boolean>;
  append(
    runNo: number,
    event: {
      readonly type: EligibilityRunEventType;
      readonly reason?: string;
      readonly details?: Readonly<Record<string, string | number | boolean | null>>;
    },
    by: Stamp,
  ): Promise<void>;
  /** Removes what an unfinished or discarded run found of a range; true while it found something beyond. */
  removeRange(runNo: number, range: NumberRange): Promise<void>;
  /** Removes an unfinished run of which nothing else is left. */
  removeRun(runNo: number): Promise<void>;
  /** Beneficiaries of a range who get a payment: something is due, there is an account, and no payment of the month. */
  payable(
    run: { readonly no: number; readonly month: IsoMonth },
    range: NumberRange,
    today: IsoDate,
  ): Promise<readonly { readonly beneficiaryNo: number; readonly due: Halalas }[]>;
  /** Prepares a payment of what is due for each, to the account that he has on a day, with its event. */
  prepare(
    run: { readonly no: number; readonly month: IsoMonth; readonly cycleNumber: number },
    payments: readonly {
      readonly id: string;
      readonly beneficiaryNo: number;
      readonly endToEndId: string;
    }[],
    today: IsoDate,
    by: Stamp,
  ): Promise<void>;
  /** Says of each regular payment of the month what is due. */
  setDue(run: { readonly no: number; readonly month: IsoMonth }, range: NumberRange): Promise<void>;
}
