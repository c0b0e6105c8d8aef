import {
  ASSET_TYPES,
  INCOME_TYPES,
  NATIONALITIES,
  RELATIONS,
} from '../../../domain/entitlement/calculation.ts';
import {
  DIFFERENCE_OUTCOMES,
  DIFFERENCE_STATUSES,
  RECORD_FIELDS,
} from '../../../domain/government-records/record-kinds.ts';
import { UPDATE_STANDINGS } from '../../../domain/government-records/update-request.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../lib/use-export.ts';

type Differences = Extract<ExportRequest['list'], { table: 'recordDifferences' }>['query'];
type Updates = Extract<ExportRequest['list'], { table: 'updateRequests' }>['query'];

export function differencesExport(t: Translate, query: Differences): ExportRequest {
  return {
    list: { table: 'recordDifferences', query },
    columns: [
      'line',
      'person',
      'nationalId',
      'head',
      'field',
      'outcome',
      'ours',
      'theirs',
      'validFrom',
      'status',
      'reason',
    ],
    words: {
      ...wordsFor(t, 'field', RECORD_FIELDS, 'governmentRecords.field'),
      ...wordsFor(t, 'outcome', DIFFERENCE_OUTCOMES, 'governmentRecords.outcome'),
      ...wordsFor(t, 'status', DIFFERENCE_STATUSES, 'governmentRecords.status'),
      ...wordsFor(t, 'income', INCOME_TYPES, 'households.income'),
      ...wordsFor(t, 'asset', ASSET_TYPES, 'households.asset'),
      ...wordsFor(t, 'per', ['month', 'year'], 'households.per'),
      ...wordsFor(t, 'sex', ['male', 'female'], 'households.sex'),
      ...wordsFor(t, 'nationality', NATIONALITIES, 'households.nationality'),
      ...wordsFor(t, 'relation', RELATIONS, 'households.relationWord'),
    },
  };
}

export function updatesExport(t: Translate, query: Updates): ExportRequest {
  return {
    list: { table: 'updateRequests', query },
    columns: [
      'number',
      'person',
      'nationalId',
      'wanted',
      'letter',
      'notifiedOn',
      'dueOn',
      'stopFrom',
      'standing',
    ],
    words: wordsFor(t, 'standing', UPDATE_STANDINGS, 'governmentRecords.standing'),
  };
}
