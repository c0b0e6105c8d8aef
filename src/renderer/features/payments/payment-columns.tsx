import type { PaymentRow } from '../../../contract/payments.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { Code, StatusChip } from '../../ui/Chip.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import type { Column } from '../../ui/table-model.ts';

export function paymentColumns(t: Translate): readonly Column<PaymentRow>[] {
  return [
    {
      id: 'name',
      header: t('payments.beneficiary'),
      width: 190,
      grow: 2,
      sort: true,
      cell: (row) => (
        <span dir="auto" title={row.name}>
          {row.name}
        </span>
      ),
    },
    {
      id: 'id',
      header: t('payments.field.nationalId'),
      width: 108,
      cell: (row) => <Num className="muted">{row.maskedNationalId}</Num>,
    },
    {
      id: 'endToEndId',
      header: t('payments.reference'),
      width: 162,
      grow: 1,
      sort: true,
      cell: (row) => <Num>{row.endToEndId}</Num>,
    },
    {
      id: 'bank',
      header: t('payments.account'),
      width: 128,
      sort: true,
      cell: (row) => <Num className="muted">{row.maskedIban}</Num>,
    },
    {
      id: 'amount',
      header: t('payments.amount'),
      width: 104,
      numeric: true,
      sort: true,
      descendingFirst: true,
      cell: (row) => <Money amount={row.amount} />,
    },
    {
      id: 'status',
      header: t('payments.status'),
      width: 116,
      sort: true,
      cell: (row) => <StatusChip family="payment" status={row.status} plain />,
    },
    {
      id: 'reason',
      header: t('payments.reason'),
      width: 76,
      cell: (row) => (row.reasonCode === null ? '' : <Code>{row.reasonCode}</Code>),
    },
  ];
}
