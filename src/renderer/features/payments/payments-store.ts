import type { CycleRow } from '../../../contract/payments.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';

export const PAYMENT_SORTS = ['name', 'amount', 'status', 'bank', 'endToEndId'] as const;
export type PaymentSort = (typeof PAYMENT_SORTS)[number];

export const CYCLE_VIEWS = ['payments', 'runs', 'proposals', 'closing'] as const;
export type CycleView = (typeof CYCLE_VIEWS)[number];

export interface PaymentFilter {
  /** Null for the newest cycle, `all` for every cycle. */
  readonly cycle: string | null;
  readonly view: CycleView;
  /** Only the payments of this run. */
  readonly run: { readonly id: string; readonly reference: string } | null;
  readonly search: string;
  readonly status: readonly PaymentStatus[];
  readonly sort: PaymentSort;
  readonly descending: boolean;
}

const START: PaymentFilter = {
  cycle: null,
  view: 'payments',
  run: null,
  search: '',
  status: [],
  sort: 'name',
  descending: false,
};

/** What the officer filtered by: kept while he is elsewhere, and forgotten when he signs out. */
export const usePayments = createOfficerStore<PaymentFilter>(() => START);

export function setPaymentFilter(change: Partial<PaymentFilter>): void {
  usePayments.setState(change);
}

/** The cycle that officers are at: the newest that went to the banks, or else the newest. */
export function currentCycle(cycles: readonly CycleRow[] | undefined): CycleRow | undefined {
  return cycles?.find(({ sentRuns }) => sentRuns > 0) ?? cycles?.[0];
}

/** Statuses that are looked for together. */
export const STATUS_PRESETS = {
  all: [],
  prepared: ['prepared'],
  waiting: ['sent', 'bankAccepted'],
  back: ['rejected', 'returned'],
  held: ['held'],
} as const satisfies Record<string, readonly PaymentStatus[]>;
export type StatusPreset = keyof typeof STATUS_PRESETS;

export const PRESETS = Object.keys(STATUS_PRESETS) as StatusPreset[];

/** The preset that a choice of statuses is; null for any other choice. */
export function presetOf(status: readonly PaymentStatus[]): StatusPreset | null {
  return PRESETS.find((preset) => STATUS_PRESETS[preset].join() === status.join()) ?? null;
}
