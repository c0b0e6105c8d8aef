import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';

/** The newest cycle with what stands where. */
export interface CycleStanding {
  readonly id: string;
  readonly number: number;
  readonly month: IsoMonth;
  readonly payDate: IsoDate;
  readonly status: 'open' | 'closed';
  readonly statuses: readonly {
    readonly status: PaymentStatus;
    readonly payments: number;
    readonly amount: Halalas;
  }[];
  readonly openExceptions: number;
}

export interface TodayReader {
  newestCycle(): Promise<CycleStanding | undefined>;
}
