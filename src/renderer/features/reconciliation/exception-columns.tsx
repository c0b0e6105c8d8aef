import type { ExceptionRow } from '../../../contract/reconciliation.ts';
import { daysBetween, riyadhDate, type IsoDate } from '../../../domain/shared/iso-date.ts';
import { subtractHalalas } from '../../../domain/shared/halalas.ts';
import { bankName } from '../../lib/format/bank-name.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { Code, StatusChip } from '../../ui/Chip.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Column } from '../../ui/table-model.ts';

/** The columns of a queue; where amounts differ, both and their difference, elsewhere the bank. */
export function exceptionColumns(
  t: Translate,
  today: IsoDate,
  { compares }: { readonly compares: boolean },
): readonly Column<ExceptionRow>[] {
  const ours: Column<ExceptionRow> = {
    id: 'amount',
    header: t('reconciliation.ours'),
    width: 80,
    numeric: true,
    sort: true,
    descendingFirst: true,
    cell: (row) => (row.ours === null ? '—' : <Money amount={row.ours} />),
  };
  return [
    {
      id: 'name',
      header: t('reconciliation.person'),
      width: 96,
      grow: 2,
      sort: true,
      cell: (row) =>
        row.person === null ? (
          <StatusChip family="exception" status={row.kind} plain />
        ) : (
          <span dir="auto" title={row.person.name}>
            {row.person.name}
          </span>
        ),
    },
    {
      id: 'reference',
      header: t('reconciliation.reference'),
      width: 150,
      cell: (row) => <Num>{row.endToEndId ?? '—'}</Num>,
    },
    ours,
    ...(compares ? comparedColumns(t) : [bankColumn(t)]),
    {
      id: 'code',
      header: t('reconciliation.code'),
      width: 58,
      cell: (row) => (row.reasonCode === null ? '' : <Code>{row.reasonCode}</Code>),
    },
    {
      id: 'age',
      header: t('workbench.ageColumn'),
      width: 66,
      sort: true,
      cell: (row) => <Age row={row} today={today} t={t} />,
    },
  ];
}

function bankColumn(t: Translate): Column<ExceptionRow> {
  return {
    id: 'bank',
    header: t('workbench.bank'),
    width: 104,
    grow: 1,
    sort: true,
    cell: (row) => {
      const name = row.bankCode === null ? '—' : bankName(t, row.bankCode);
      return (
        <span dir="auto" title={name}>
          {name}
        </span>
      );
    },
  };
}

function comparedColumns(t: Translate): readonly Column<ExceptionRow>[] {
  return [
    {
      id: 'banks',
      header: t('reconciliation.banks'),
      width: 80,
      numeric: true,
      cell: (row) => (row.banks === null ? '—' : <Money amount={row.banks} />),
    },
    {
      id: 'difference',
      header: t('reconciliation.difference'),
      width: 70,
      numeric: true,
      cell: (row) =>
        row.ours === null || row.banks === null || row.ours === row.banks ? (
          <span className="muted">—</span>
        ) : (
          <Money className="t-danger strong" amount={subtractHalalas(row.banks, row.ours)} signed />
        ),
    },
  ];
}

function Age({ row, today, t }: { row: ExceptionRow; today: IsoDate; t: Translate }) {
  const days = Math.max(0, daysBetween(riyadhDate(row.openedAt), today));
  const isDue = row.status === 'open' && row.followUpOn !== null && row.followUpOn <= today;
  return (
    <span className={isDue ? 'row t-warning' : 'row'}>
      {isDue && (
        <span title={t('workbench.followUpDue')}>
          <Icon name="bell" size={14} />
          <span className="sr">{t('workbench.followUpDue')}</span>
        </span>
      )}
      {days === 0 ? t('workbench.sinceToday') : t('workbench.age', { n: days })}
    </span>
  );
}
