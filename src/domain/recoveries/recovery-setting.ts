import { halalas, type Halalas } from '../shared/halalas.ts';
import type { DayCount } from '../shared/working-days.ts';

/**
 * How money that was paid too much is asked back. No rule of the programme was found; the numbers are those of the law of the
 * state's revenues (notice 13, warning 14, instalments 22 and 58), and whether recovery runs under it is not confirmed.
 */
export interface RecoverySetting {
  readonly noticeDays: number;
  readonly warningDays: number;
  readonly count: DayCount;
  /** What a plan begins with on the screen: so many instalments, or so much a month. */
  readonly instalmentBy: 'count' | 'amount';
  readonly instalmentCount: number;
  /** Halalas. */
  readonly instalmentAmount: Halalas;
  readonly mostYears: number;
}

export const DEFAULT_RECOVERY: RecoverySetting = {
  noticeDays: 30,
  warningDays: 15,
  count: 'working',
  instalmentBy: 'count',
  instalmentCount: 12,
  instalmentAmount: halalas(20_000),
  mostYears: 20,
};
