import type { Calculation, CalculationInput } from '../../../domain/entitlement/calculation.ts';
import type { EntitlementRules } from '../../../domain/entitlement/entitlement-rules.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';

/** What a run found for a household, with everything that it was computed from. */
export interface StoredCalculation {
  readonly no: number;
  readonly month: IsoMonth;
  readonly input: CalculationInput;
  readonly calculation: Calculation;
  /** By which it was made, as they were recorded then. */
  readonly rules: EntitlementRules;
  /** `registry_change.no`: as the branch knew the household then. */
  readonly knownAt: number;
  readonly madeAt: IsoInstant;
  readonly runId: string;
}

/** A month for which an approved run found what a household is due. */
export interface EntitledMonth {
  readonly month: IsoMonth;
  readonly calculationNo: number;
  /** Halalas; 0 where it was not eligible. */
  readonly pension: Halalas;
  readonly runId: string;
}

export interface EntitlementReader {
  /** What the approved run of a month used; undefined where none stands or it did not know the household. */
  used(beneficiaryId: string, month: IsoMonth): Promise<StoredCalculation | undefined>;
  /** Of approved runs, newest first. */
  months(beneficiaryId: string): Promise<readonly EntitledMonth[]>;
}

export type EntitlementWriter = EntitlementReader;
