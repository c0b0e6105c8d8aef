import type { IsoDate, IsoMonth } from '../../domain/shared/iso-date.ts';
import type { PaymentPlan } from '../../domain/sample/payment-plan.ts';
import type { SampleCycle } from '../../domain/sample/sample-months.ts';
import type { Database } from '../db/database.ts';
import type { SimulatedTime } from './simulated-time.ts';
import type { WholeProgress } from './whole-progress.ts';

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
  readonly progress: WholeProgress;
  readonly time: SimulatedTime;
  readonly newId: () => string;
  /** Absolute folder of the bank files. */
  readonly filesFolder: string;
}

export const SAMPLE_SIZES = { small: 200, branch: 20_000, region: 300_000 } as const;

/** Above it a sample writes down what was due without working it out: three runs of a region take a minute and a half. */
const MOST_COMPUTED = 20_000;

/** Whether the past months of a sample have runs of eligibility. */
export function computesRuns({ size }: { readonly size: number }): boolean {
  return size <= MOST_COMPUTED;
}

/** What each part of the work weighs, in people: as long as drawing and keeping one of them takes, some 60 µs. */
export const WEIGHTS = {
  people: (size: number) => size * 5,
  bankFiles: (size: number) => size * 0.15,
  payments: (size: number) => size * 1.3,
  /** Half of a month's run: 20,000 households take as long as 60,000 people here. */
  eligibility: (size: number) => size * 0.8,
  statusReport: (size: number) => size * 1.3,
  notification: (size: number) => size * 0.1,
  settling: (size: number) => size * 0.05,
  cases: (size: number) => 6000 + size * 0.5,
} as const;

/** All parts of a sample: four answers, three lists, two reconciled cycles. */
export function wholeWeight(size: number): number {
  const { people, bankFiles, payments, statusReport, notification, settling, cases } = WEIGHTS;
  const runs = computesRuns({ size }) ? 6 * WEIGHTS.eligibility(size) : 0;
  const cycles = 2 * (statusReport(size) + notification(size));
  const weight = people(size) + 4 * bankFiles(size) + 3 * payments(size) + cycles;
  return Math.round(weight + runs + settling(size) + cases(size));
}
