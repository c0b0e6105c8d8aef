import { OBJECTION_STATUSES } from '../../../domain/objections/objection-status.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../lib/use-export.ts';
import type { ObjectionsFound } from './use-objections.ts';

/** The queue on view, in its filter and order. */
export function objectionsExport(t: Translate, query: ObjectionsFound['input']): ExportRequest {
  return {
    list: { table: 'objections', query },
    columns: [
      'number',
      'person',
      'nationalId',
      'status',
      'refused',
      'filed',
      'deadline',
      'officer',
    ],
    words: wordsFor(t, 'status', OBJECTION_STATUSES, 'status.objection'),
  };
}
