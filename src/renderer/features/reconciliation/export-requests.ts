import { FOLLOW_UP_RECORDS } from '../../../contract/follow-ups.ts';
import { EXCEPTION_KINDS } from '../../../domain/reconciliation/exception-kind.ts';
import { QUEUE_ACTIONS } from '../../../domain/reconciliation/required-action.ts';
import { bankWords } from '../../lib/format/bank-name.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../lib/use-export.ts';
import type { askedOf } from './reconciliation-store.ts';

const kindWords = (t: Translate): Record<string, string> =>
  wordsFor(t, 'kind', EXCEPTION_KINDS, 'status.exception');

/** The queue on view, in its filter and order. */
export function exceptionsExport(t: Translate, query: ReturnType<typeof askedOf>): ExportRequest {
  return {
    list: { table: 'exceptions', query },
    columns: [
      'person',
      'nationalId',
      'action',
      'kind',
      'code',
      'reference',
      'bank',
      'ours',
      'banks',
      'difference',
      'file',
      'opened',
      'followUp',
    ],
    words: {
      ...wordsFor(t, 'action', QUEUE_ACTIONS, 'workbench.action'),
      ...kindWords(t),
      ...bankWords(t),
    },
  };
}

export function followUpsExport(t: Translate): ExportRequest {
  return {
    list: { table: 'followUps', query: {} },
    columns: [
      'asked',
      'bank',
      'kind',
      'code',
      'exceptions',
      'open',
      'amount',
      'due',
      'recorded',
      'by',
      'text',
    ],
    words: {
      ...wordsFor(t, 'asked', FOLLOW_UP_RECORDS, 'workbench.asked'),
      ...kindWords(t),
      ...bankWords(t),
    },
  };
}

export function bankFilesExport(t: Translate): ExportRequest {
  return {
    list: { table: 'bankFiles', query: {} },
    columns: ['file', 'kind', 'message', 'lines', 'status', 'staged', 'committed', 'by'],
    words: wordsFor(t, 'status', ['preview', 'committed', 'undone'], 'status.bankFile'),
  };
}

export function totalsExport(t: Translate, cycleId: string): ExportRequest {
  return {
    list: { table: 'totals', query: { cycleId } },
    columns: ['part', 'count', 'amount'],
    words: wordsFor(
      t,
      'part',
      ['sent', 'paid', 'rejected', 'returned', 'open', 'planned'],
      'ui.standing',
    ),
  };
}

/** The cycle's figures bank by bank. */
export function picturesExport(t: Translate, cycleId: string): ExportRequest {
  return {
    list: { table: 'pictures', query: { cycleId } },
    columns: [
      'bank',
      'sent',
      'sentAmount',
      'rejected',
      'rejectedAmount',
      'returned',
      'returnedAmount',
      'open',
      'openAmount',
      'rate',
    ],
    words: bankWords(t),
  };
}
