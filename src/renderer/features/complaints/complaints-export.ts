import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_STATUSES,
} from '../../../domain/complaints/complaint-status.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../lib/use-export.ts';
import type { ComplaintsFound } from './use-complaints.ts';

/** The queue on view, in its filter and order. */
export function complaintsExport(t: Translate, query: ComplaintsFound['input']): ExportRequest {
  return {
    list: { table: 'complaints', query },
    columns: [
      'number',
      'person',
      'nationalId',
      'category',
      'status',
      'filed',
      'deadline',
      'claimed',
      'officer',
    ],
    words: {
      ...wordsFor(t, 'category', COMPLAINT_CATEGORIES, 'complaints.category'),
      ...wordsFor(t, 'status', COMPLAINT_STATUSES, 'status.complaint'),
    },
  };
}
