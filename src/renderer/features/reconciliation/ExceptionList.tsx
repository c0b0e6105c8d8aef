import { useMemo } from 'react';
import type { ExceptionRow } from '../../../contract/reconciliation.ts';
import { riyadhDate } from '../../../domain/shared/iso-date.ts';
import { subtractHalalas } from '../../../domain/shared/halalas.ts';
import { api } from '../../lib/client.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { Code, StatusChip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { DateText, Money, Num } from '../../ui/Figures.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import type { Column } from '../../ui/table-model.ts';
import { setDesk, useDesk } from './reconciliation-store.ts';

/** The exceptions of one queue; many may be chosen within one code. */
export function ExceptionList({
  cycleId,
  openId,
}: {
  cycleId: string | undefined;
  openId: string | null;
}) {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const { queue, status, selected } = useDesk();
  const reasonCode = queue?.reasonCode ?? null;
  const asked = {
    ...(cycleId === undefined ? {} : { cycleId }),
    ...(queue === null ? {} : { kind: queue.kind }),
    ...(reasonCode === null ? {} : { reasonCode }),
    status,
  };
  const found = useWindowedRows(['reconciliation', 'exceptions', asked], (offset, limit) =>
    api.reconciliation.exceptions({ ...asked, offset, limit }),
  );
  const columns = useMemo(() => exceptionColumns(t), [t]);
  const keys = useMemo(() => new Set(selected.keys()), [selected]);
  const select = (chosen: ReadonlySet<string>): void => {
    const versions = new Map(found.tableProps.rows.map((row) => [row?.id, row?.version]));
    setDesk({
      selected: new Map(
        [...chosen].map((id) => [id, versions.get(id) ?? selected.get(id) ?? 1] as const),
      ),
    });
  };
  return (
    <DataTable
      label={t('reconciliation.queues')}
      columns={columns}
      rowKey={(row) => row.id}
      {...found.tableProps}
      currentKey={openId}
      onOpen={(row) => navigate(hrefOf('reconciliation', row.id))}
      hotkeys
      {...(mayCommit && queue !== null ? { selectedKeys: keys, onSelectedKeysChange: select } : {})}
      error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
      empty={
        <EmptyState icon="checkc" title={t('reconciliation.noneTitle')}>
          {t('reconciliation.noneText')}
        </EmptyState>
      }
    />
  );
}

function exceptionColumns(t: Translate): readonly Column<ExceptionRow>[] {
  return [
    {
      id: 'person',
      header: t('reconciliation.person'),
      width: 120,
      grow: 2,
      cell: (row) =>
        row.person === null ? (
          <StatusChip family="exception" status={row.kind} plain />
        ) : (
          <span title={row.person.name}>{row.person.name}</span>
        ),
    },
    {
      id: 'reference',
      header: t('reconciliation.reference'),
      width: 160,
      cell: (row) => <Num>{row.endToEndId ?? '—'}</Num>,
    },
    {
      id: 'ours',
      header: t('reconciliation.ours'),
      width: 76,
      numeric: true,
      cell: (row) => (row.ours === null ? '—' : <Money amount={row.ours} />),
    },
    {
      id: 'banks',
      header: t('reconciliation.banks'),
      width: 76,
      numeric: true,
      cell: (row) => (row.banks === null ? '—' : <Money amount={row.banks} />),
    },
    {
      id: 'difference',
      header: t('reconciliation.difference'),
      width: 72,
      numeric: true,
      cell: (row) =>
        row.ours === null || row.banks === null || row.ours === row.banks ? (
          <span className="muted">—</span>
        ) : (
          <Money className="t-danger strong" amount={subtractHalalas(row.banks, row.ours)} signed />
        ),
    },
    {
      id: 'code',
      header: t('reconciliation.code'),
      width: 62,
      cell: (row) => (row.reasonCode === null ? '' : <Code>{row.reasonCode}</Code>),
    },
    {
      id: 'opened',
      header: t('reconciliation.opened'),
      width: 62,
      cell: (row) => <DateText date={riyadhDate(row.openedAt)} calendar="dayMonth" />,
    },
  ];
}
