import type { IsoDate, IsoMonth } from '../../domain/shared/iso-date.ts';
import type { PaymentPlan } from '../../domain/sample/payment-plan.ts';
import type { SampleCycle } from '../../domain/sample/sample-months.ts';
import type { RunningOperation } from '../app/operation.ts';
import type { Database } from '../db/database.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** What the steps of making one sample share. */
export interface SampleRun {
  readonly seed: number;
  /** Beneficiaries. */
  readonly size: number;
  /** The day on which the sample stands. */
  readonly today: IsoDate;
  readonly months: Readonly<Record<SampleCycle, IsoMonth>>;
  readonly plan: PaymentPlan;
  readonly database: Database;
  readonly operation: RunningOperation;
  readonly time: SimulatedTime;
  readonly newId: () => string;
  /** Absolute folder of the bank files. */
  readonly filesFolder: string;
}

export const SAMPLE_SIZES = { small: 200, branch: 20_000, region: 300_000 } as const;
