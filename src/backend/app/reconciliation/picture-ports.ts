import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { ReasonCodeList } from '../../../domain/reconciliation/reason-code.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';

export interface Sum {
  readonly count: number;
  /** Halalas. */
  readonly amount: number;
}

/** Figures of cycles, in portions that an index answers by itself, so that nobody waits behind a long one. */
export interface PictureReader {
  /** The cycle and those before it, the newest first. */
  cyclesUpTo(
    cycleId: string,
    limit: number,
  ): Promise<readonly { readonly number: number; readonly month: IsoMonth }[]>;
  /** Banks that payments of a status go to. */
  banksOf(cycleNumber: number, status: PaymentStatus): Promise<readonly string[]>;
  sumOf(cycleNumber: number, status: PaymentStatus, bankCode: string): Promise<Sum>;
  /** Payments of a status by their reason. */
  reasonsOf(
    cycleNumber: number,
    status: PaymentStatus,
  ): Promise<
    readonly (Sum & { readonly list: ReasonCodeList | null; readonly code: string | null })[]
  >;
}
