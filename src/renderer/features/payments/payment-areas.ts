import type { AreaName } from '../../../contract/api.ts';

/** What shows payments, and is asked again when they change. */
export const PAYMENT_AREAS: readonly AreaName[] = [
  'payments',
  'reconciliation',
  'registry',
  'complaints',
  'today',
];
