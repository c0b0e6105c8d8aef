import { APPLICATION_STATUSES } from '../../../domain/applications/application-status.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../lib/use-export.ts';
import type { ApplicationsFound } from './use-applications.ts';

/** The queue on view, in its filter and order. */
export function applicationsExport(
  t: Translate,
  query: ApplicationsFound['input'],
  programmes: readonly { readonly code: string; readonly name: string }[],
): ExportRequest {
  return {
    list: { table: 'applications', query },
    columns: [
      'number',
      'person',
      'nationalId',
      'programme',
      'status',
      'filed',
      'deadline',
      'completeBy',
      'decided',
      'officer',
    ],
    words: {
      ...wordsFor(t, 'status', APPLICATION_STATUSES, 'status.application'),
      ...Object.fromEntries(programmes.map(({ code, name }) => [`programme.${code}`, name])),
    },
  };
}
