import type { AreaName } from '../../../contract/api.ts';

/** What a change of settings shows itself in. */
export const SETTING_TOUCHES = [
  'settings',
  'payments',
  'reconciliation',
  'complaints',
  'entitlement',
  'whyAmount',
  'calculator',
  'today',
] as const satisfies readonly AreaName[];
