import { useMemo } from 'react';
import { OWN_ACTIONS } from '../../../domain/reconciliation/required-action.ts';
import type { ExceptionRow } from '../../../contract/reconciliation.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { useToday } from '../../lib/use-today.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { BulkBar } from './BulkBar.tsx';
import { exceptionColumns } from './exception-columns.tsx';
import { ListHead } from './ListHead.tsx';
import {
  askedOf,
  isSameSort,
  openQueue,
  ORDERS,
  setDesk,
  useDesk,
  type ExceptionOrder,
} from './reconciliation-store.ts';

/** The exceptions of one queue; many may be chosen within one kind and code. */
export function ExceptionList({
  cycleId,
  openId,
}: {
  cycleId: string | undefined;
  openId: string | null;
}) {
  const t = useT();
  const today = useToday();
  const mayCommit = useMay('reconciliation.commit');
  const desk = useDesk();
  const { queue, status, selected, order } = desk;
  const asked = askedOf(desk, cycleId);
  const found = useWindowedRows(['reconciliation', 'exceptions', asked], (offset, limit) =>
    api.reconciliation.exceptions({ ...asked, offset, limit }),
  );
  const compares = queue === null || OWN_ACTIONS.some((action) => action === queue.action);
  const columns = useMemo(() => exceptionColumns(t, today, { compares }), [t, today, compares]);
  const keys = useMemo(() => new Set(selected.keys()), [selected]);

  const select = (chosen: ReadonlySet<string>): void => {
    const rows = new Map(selected);
    for (const row of found.tableProps.rows) if (row !== undefined) rows.set(row.id, row);
    const picked = [...chosen].flatMap((id) => rows.get(id) ?? []);
    setDesk({ selected: withinOneSort(picked, [...selected.values()][0], t) });
  };

  return (
    <>
      <ListHead cycleId={cycleId} total={found.total} />
      <DataTable
        label={t('reconciliation.queues')}
        columns={columns}
        rowKey={(row) => row.id}
        {...found.tableProps}
        currentKey={openId}
        sort={{ id: order.by, descending: order.descending }}
        onSortChange={({ id, descending }) => {
          if (isOrder(id)) setDesk({ order: { by: id, descending } });
        }}
        onOpen={(row) => navigate(hrefOf('reconciliation', row.id))}
        hotkeys
        rowHeight={36}
        {...(mayCommit && status === 'open'
          ? { selectedKeys: keys, onSelectedKeysChange: select }
          : {})}
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={<NothingHere />}
      />
      {selected.size > 0 && <BulkBar />}
    </>
  );
}

function isOrder(id: string): id is ExceptionOrder {
  return ORDERS.some((known) => known === id);
}

/** What was chosen first says which kind and code the others must have. */
function withinOneSort(
  picked: readonly ExceptionRow[],
  first: ExceptionRow | undefined,
  t: ReturnType<typeof useT>,
): ReadonlyMap<string, ExceptionRow> {
  const kept = picked.find((row) => row.id === first?.id) ?? picked[0];
  if (kept === undefined) return new Map();
  const same = picked.filter((row) => isSameSort(row, kept));
  if (same.length < picked.length) {
    const kind = t(`status.exception.${kept.kind}`);
    const code = kept.reasonCode === null ? kind : `${kept.reasonCode}، ${kind}`;
    toast({ tone: 'info', text: t('workbench.oneCode', { code }) });
  }
  return new Map(same.map((row) => [row.id, row]));
}

function NothingHere() {
  const t = useT();
  const { bankCode, isDue, queue, status } = useDesk();
  if (isDue) {
    return (
      <EmptyState icon="bell" title={t('workbench.emptyDue')}>
        {t('workbench.emptyDueText')}
      </EmptyState>
    );
  }
  if (bankCode !== null || queue?.sort) {
    return (
      <EmptyState
        icon="filter"
        title={t('workbench.emptyFilter')}
        action={
          <Button
            size="s"
            onPress={() => {
              setDesk({ bankCode: null });
              openQueue(queue === null ? null : { action: queue.action, sort: null }, status);
            }}
          >
            {t('workbench.clearFilter')}
          </Button>
        }
      />
    );
  }
  if (queue !== null) {
    return (
      <EmptyState icon="checkc" title={t('workbench.emptyQueue')}>
        {t('workbench.emptyQueueText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="checkc" title={t('reconciliation.noneTitle')}>
      {t('reconciliation.noneText')}
    </EmptyState>
  );
}
