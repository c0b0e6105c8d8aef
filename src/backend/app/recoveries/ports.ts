import type { RecoveryView } from '../../../contract/recoveries.ts';
import type {
  RecordedRecoveryEvent,
  RecoveryEvent,
  RecoveryState,
} from '../../../domain/recoveries/recovery-case.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Page, QueuePerson, Stamp, TrailEntry } from '../cases/ports.ts';

export interface Recovery extends QueuePerson {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: RecoveryState;
  readonly settlement: { readonly id: string; readonly number: string } | null;
}

/** A pension of the person that is prepared and not sent. */
export interface PreparedPension {
  readonly paymentId: string;
  readonly no: number;
  readonly month: IsoMonth;
  readonly amount: Halalas;
  readonly reference: string;
  readonly status: PaymentStatus;
  readonly cycleId: string;
  readonly cycleMonth: IsoMonth;
  readonly cycleStatus: 'open' | 'closed';
  /** It came with a list, whose sum stays as it was imported. */
  readonly isListed: boolean;
  readonly runNo: number | null;
  /** Whether this recovery keeps something back from it already. */
  readonly isDeducted: boolean;
}

export interface RecoveryReader {
  byId(id: string): Promise<Recovery | undefined>;
  trail(id: string): Promise<readonly TrailEntry<RecoveryEvent>[]>;
  list(query: {
    readonly view: RecoveryView;
    readonly today: IsoDate;
    readonly offset: number;
    readonly limit: number;
  }): Promise<Page<Recovery>>;
  counts(today: IsoDate): Promise<Record<RecoveryView, number>>;
  waitingFor(officerId: string): Promise<number>;
  /** Prepared pensions of the person of a recovery, the next first. */
  pensions(recoveryId: string): Promise<readonly PreparedPension[]>;
  withEvents(
    afterId: string,
    limit: number,
  ): Promise<
    readonly {
      readonly id: string;
      readonly number: string;
      readonly state: RecoveryState;
      readonly events: readonly RecordedRecoveryEvent[];
      /** Halalas that the ledger says were deducted. */
      readonly deducted: Halalas;
    }[]
  >;
}

export interface RecoveryWriter extends RecoveryReader {
  add(recovery: {
    readonly id: string;
    readonly number: string;
    readonly beneficiaryId: string;
    readonly settlementId: string | null;
    readonly state: RecoveryState;
    readonly at: IsoInstant;
  }): Promise<void>;
  /** False when the row has changed since `version`. */
  save(id: string, version: number, next: RecoveryState): Promise<boolean>;
  append(id: string, events: readonly RecoveryEvent[], stamp: Stamp): Promise<void>;
  /** Makes a prepared pension smaller by what is kept back, and ties it to the recovery in the ledger that says so. */
  keepBack(
    recoveryId: string,
    deduction: {
      readonly paymentId: string;
      readonly recordId: string;
      readonly amount: Halalas;
      readonly reason: string;
    },
    stamp: Stamp,
  ): Promise<void>;
}
