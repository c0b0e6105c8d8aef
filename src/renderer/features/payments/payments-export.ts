import type { InputOf } from '../../../contract/api.ts';
import { PAYMENT_KINDS, PAYMENT_STATUSES } from '../../../domain/payments/payment-status.ts';
import { bankWords } from '../../lib/format/bank-name.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../lib/use-export.ts';

type Asked = Omit<InputOf<'payments.list'>, 'offset' | 'limit'>;

/** The payments on view, in their filter and order. */
export function paymentsExport(t: Translate, query: Asked): ExportRequest {
  return {
    list: { table: 'payments', query },
    columns: [
      'person',
      'nationalId',
      'month',
      'cycle',
      'kind',
      'amount',
      'bank',
      'iban',
      'reference',
      'status',
      'code',
    ],
    words: {
      ...wordsFor(t, 'paymentKind', PAYMENT_KINDS, 'payments.kind'),
      ...wordsFor(t, 'status', PAYMENT_STATUSES, 'status.payment'),
      ...bankWords(t),
    },
  };
}
