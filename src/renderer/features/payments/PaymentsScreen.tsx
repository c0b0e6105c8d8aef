import { useMemo, useState } from 'react';
import { PAYMENT_STATUSES } from '../../../domain/payments/payment-status.ts';
import { api } from '../../lib/client.ts';
import { formatDate } from '../../lib/format/dates.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate, type ScreenProps } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useCommands, useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { Button } from '../../ui/Button.tsx';
import { QueueHead } from '../../ui/cases/QueueHead.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { monthName, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { ImportListDialog } from './ImportListDialog.tsx';
import { paymentColumns } from './payment-columns.tsx';
import { PaymentTrace } from './PaymentTrace.tsx';
import { PAYMENT_SORTS, setPaymentFilter, usePayments } from './payments-store.ts';
import './payments.css';

/** The month's payments by cycle, each with its trace, and the import of the next list. */
export function PaymentsScreen({ id }: ScreenProps) {
  const t = useT();
  const mayImport = useMay('payments.import');
  const [isImporting, setImporting] = useState(false);
  const filter = usePayments();
  const cycles = useApiQuery(['payments', 'cycles'], () => api.payments.cycles({}));
  const newest = cycles.data?.[0];
  const cycleId = filter.cycle ?? newest?.id;
  const cycle = cycles.data?.find((known) => known.id === cycleId);

  useScreenTitle(
    t('payments.title'),
    cycle === undefined
      ? null
      : `${t('payments.cycle', { number: cycle.number })} · ${t('payments.cycleNote', {
          month: monthName(t, cycle.month),
          date: formatDate(cycle.payDate, t.digits),
        })}`,
  );
  const openImport = useMemo(() => () => setImporting(true), []);
  useShortcuts({ 'Ctrl+O': mayImport ? openImport : undefined });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('payments.nextPrevious') },
        ...(mayImport ? [{ keys: ['Ctrl+O'], label: t('payments.import') }] : []),
      ],
      [t, mayImport],
    ),
  );
  useCommands(
    useMemo(
      () =>
        mayImport
          ? [
              {
                id: 'payments-import',
                label: t('payments.import'),
                icon: 'upload' as const,
                keys: 'Ctrl+O',
                run: openImport,
              },
            ]
          : [],
      [t, mayImport, openImport],
    ),
  );

  const search = useSettled(filter.search, 150);
  const asked = {
    ...(cycleId === undefined || cycleId === 'all' ? {} : { cycleId }),
    ...(filter.status.length === 0 ? {} : { status: [...filter.status] }),
    ...(search === '' ? {} : { search }),
    sort: filter.sort,
    descending: filter.descending,
  };
  const found = useWindowedRows(['payments', 'list', asked], (offset, limit) =>
    api.payments.list({ ...asked, offset, limit }),
  );
  const sum = useApiQuery(['payments', 'sum', asked], () =>
    api.payments.list({ ...asked, offset: 0, limit: 1 }),
  );
  const columns = useMemo(() => paymentColumns(t), [t]);
  const isFiltered = filter.search !== '' || filter.status.length > 0;

  return (
    <div className={`pay ${id === null ? '' : 'has-trace'}`}>
      <section
        className="panel pay-list"
        aria-label={t('payments.list')}
        data-pane=""
        tabIndex={-1}
      >
        <QueueHead
          views={[
            ...(cycles.data ?? []).map((known) => ({
              id: known.id,
              label: `${t('payments.cycle', { number: known.number })} · ${monthName(t, known.month)}`,
              count: known.payments,
            })),
            { id: 'all', label: t('payments.allCycles') },
          ]}
          view={cycleId ?? 'all'}
          onView={(view) => setPaymentFilter({ cycle: view })}
          search={filter.search}
          onSearch={(text) => setPaymentFilter({ search: text })}
          searchLabel={t('payments.search')}
          filters={[
            {
              id: 'status',
              label: t('payments.status'),
              options: PAYMENT_STATUSES.map((value) => ({
                value,
                label: t(`status.payment.${value}`),
              })),
              selected: filter.status,
              onChange: (chosen) =>
                setPaymentFilter({
                  status: PAYMENT_STATUSES.filter((value) => chosen.includes(value)),
                }),
            },
          ]}
          sort={{
            options: PAYMENT_SORTS.map((value) => ({ value, label: sortLabel(t, value) })),
            selected: filter.sort,
            onChange: (sort) => setPaymentFilter(sortBy(sort, filter.sort, filter.descending)),
          }}
          end={
            mayImport && (
              <Button variant="primary" icon="upload" keys="Ctrl+O" onPress={openImport}>
                {t('payments.import')}
              </Button>
            )
          }
        />
        <DataTable
          label={t('payments.list')}
          columns={columns}
          rowKey={(row) => row.id}
          {...found.tableProps}
          sort={{ id: filter.sort, descending: filter.descending }}
          onSortChange={(sort) => setPaymentFilter(sortBy(sort.id, filter.sort, filter.descending))}
          currentKey={id}
          onOpen={(row) => navigate(hrefOf('payments', row.id))}
          hotkeys
          error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
          empty={
            isFiltered ? (
              <EmptyState icon="search" title={t('payments.noneFound')}>
                {t('payments.noneFoundNext')}
              </EmptyState>
            ) : (
              <EmptyState
                icon="payments"
                title={t('payments.noneTitle')}
                action={
                  mayImport && (
                    <Button icon="upload" onPress={openImport}>
                      {t('payments.import')}
                    </Button>
                  )
                }
              >
                {t('payments.noneText')}
              </EmptyState>
            )
          }
        />
        <footer className="pay-foot">
          <span role="status">{t('payments.count', { n: found.total })}</span>
          <span className="sp" />
          {sum.data !== undefined && (
            <b>
              <Message
                id="payments.total"
                values={{ amount: <Num>{formatMoney(sum.data.amount, t.digits)}</Num> }}
              />
            </b>
          )}
        </footer>
      </section>
      {id !== null && <PaymentTrace key={id} id={id} />}
      <ImportListDialog isOpen={isImporting} onClose={() => setImporting(false)} />
    </div>
  );
}

function sortLabel(t: ReturnType<typeof useT>, sort: (typeof PAYMENT_SORTS)[number]): string {
  switch (sort) {
    case 'name':
      return t('payments.beneficiary');
    case 'amount':
      return t('payments.amount');
    case 'status':
      return t('payments.status');
    case 'bank':
      return t('payments.bank');
    case 'endToEndId':
      return t('payments.reference');
  }
}

function sortBy(id: string, was: string, descending: boolean) {
  const sort = PAYMENT_SORTS.find((known) => known === id) ?? 'name';
  return { sort, descending: sort === was ? !descending : sort === 'amount' };
}
