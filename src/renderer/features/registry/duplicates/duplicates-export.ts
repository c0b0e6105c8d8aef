import { PAIR_GROUNDS } from '../../../../domain/duplicates/compare-files.ts';
import { PAIR_STATUSES, type PairStatus } from '../../../../domain/duplicates/pair-status.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../../lib/use-export.ts';

/** The pairs on view. */
export function duplicatesExport(t: Translate, status: PairStatus): ExportRequest {
  return {
    list: { table: 'duplicates', query: { status } },
    columns: ['person', 'nationalId', 'other', 'otherId', 'score', 'ground', 'status'],
    words: {
      ...wordsFor(t, 'ground', PAIR_GROUNDS, 'duplicates.ground'),
      ...wordsFor(t, 'status', PAIR_STATUSES, 'duplicates.view'),
    },
  };
}
