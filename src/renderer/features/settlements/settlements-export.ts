import { RECOVERY_STATUSES } from '../../../domain/recoveries/recovery-case.ts';
import { RECOVERY_GROUNDS } from '../../../domain/recoveries/recovery-ground.ts';
import { SETTLEMENT_STATUSES } from '../../../domain/settlements/settlement.ts';
import type { SettlementView } from '../../../contract/settlements.ts';
import type { RecoveryView } from '../../../contract/recoveries.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../lib/use-export.ts';

/** The list on view, all its rows. */
export function settlementsExport(
  t: Translate,
  view: SettlementView | 'candidates',
): ExportRequest {
  if (view === 'candidates') {
    return {
      list: { table: 'candidates', query: {} },
      columns: ['person', 'nationalId', 'from', 'months', 'owed', 'overpaid', 'checked'],
      words: {},
    };
  }
  return {
    list: { table: 'settlements', query: { view } },
    columns: [
      'number',
      'person',
      'nationalId',
      'status',
      'months',
      'pays',
      'recovers',
      'netted',
      'reason',
      'by',
      'proposedOn',
    ],
    words: wordsFor(t, 'status', SETTLEMENT_STATUSES, 'settlements.status'),
  };
}

export function recoveriesExport(t: Translate, view: RecoveryView): ExportRequest {
  return {
    list: { table: 'recoveries', query: { view } },
    columns: ['number', 'person', 'nationalId', 'ground', 'status', 'total', 'given', 'deadline'],
    words: {
      ...wordsFor(t, 'status', RECOVERY_STATUSES, 'recoveries.status'),
      ...wordsFor(t, 'ground', RECOVERY_GROUNDS, 'settlements.ground'),
    },
  };
}
