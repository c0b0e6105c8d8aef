import { useMemo, useState } from 'react';
import type { PaymentRow } from '../../../contract/payments.ts';
import { PAYMENT_STATUSES } from '../../../domain/payments/payment-status.ts';
import { api } from '../../lib/client.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { Button } from '../../ui/Button.tsx';
import { QueueHead } from '../../ui/cases/QueueHead.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { FacetChip } from '../../ui/Tabs.tsx';
import { paymentColumns } from './payment-columns.tsx';
import { PaymentsBulk } from './PaymentActions.tsx';
import { paymentsExport } from './payments-export.ts';
import {
  PAYMENT_SORTS,
  presetOf,
  PRESETS,
  setPaymentFilter,
  STATUS_PRESETS,
  usePayments,
} from './payments-store.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** The payments of the chosen cycle or run: found, sorted, opened, and acted on one by one or many at once. */
export function PaymentList({
  id,
  cycleId,
  onImport,
}: {
  id: string | null;
  /** Null for those of all cycles. */
  cycleId: string | null;
  onImport: (() => void) | undefined;
}) {
  const t = useT();
  const filter = usePayments();
  const mayAct = useMay('payments.hold');
  const [selected, setSelected] = useState(NOBODY);
  const search = useSettled(filter.search, 150);
  const asked = {
    ...(cycleId === null ? {} : { cycleId }),
    ...(filter.run === null ? {} : { runId: filter.run.id }),
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
  const isFiltered = filter.search !== '' || filter.status.length > 0 || filter.run !== null;
  const chosen = found.tableProps.rows.filter(
    (row): row is PaymentRow => row !== undefined && selected.has(row.id),
  );

  return (
    <>
      <QueueHead
        wide
        views={PRESETS.map((preset) => ({ id: preset, label: t(`payments.preset.${preset}`) }))}
        view={presetOf(filter.status) ?? 'all'}
        onView={(preset) => setPaymentFilter({ status: STATUS_PRESETS[preset] })}
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
            selected: presetOf(filter.status) === null ? filter.status : [],
            onChange: (chosenStatus) =>
              setPaymentFilter({
                status: PAYMENT_STATUSES.filter((value) => chosenStatus.includes(value)),
              }),
          },
        ]}
        sort={{
          options: PAYMENT_SORTS.map((value) => ({ value, label: sortLabel(t, value) })),
          selected: filter.sort,
          onChange: (sort) => setPaymentFilter(sortBy(sort, filter.sort, filter.descending)),
        }}
        exported={found.total === 0 ? undefined : () => paymentsExport(t, asked)}
        end={
          onImport && (
            <Button variant="primary" icon="upload" keys="Ctrl+O" onPress={onImport}>
              {t('payments.import')}
            </Button>
          )
        }
      />
      {filter.run !== null && (
        <div className="queue-facets pay-facet">
          <FacetChip
            label={t('payments.run.reference')}
            value={<Num>{filter.run.reference}</Num>}
            onClear={() => setPaymentFilter({ run: null })}
          />
        </div>
      )}
      <DataTable
        label={t('payments.list')}
        columns={columns}
        rowKey={(row) => row.id}
        {...found.tableProps}
        sort={{ id: filter.sort, descending: filter.descending }}
        onSortChange={(sort) => setPaymentFilter(sortBy(sort.id, filter.sort, filter.descending))}
        currentKey={id}
        onOpen={(row) => navigate(hrefOf('payments', row.id))}
        {...(mayAct ? { selectedKeys: selected, onSelectedKeysChange: setSelected } : {})}
        hotkeys
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={<Nothing isFiltered={isFiltered} onImport={onImport} />}
      />
      {chosen.length > 0 && <PaymentsBulk payments={chosen} onClear={() => setSelected(NOBODY)} />}
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
    </>
  );
}

function Nothing({
  isFiltered,
  onImport,
}: {
  isFiltered: boolean;
  onImport: (() => void) | undefined;
}) {
  const t = useT();
  if (isFiltered) {
    return (
      <EmptyState icon="search" title={t('payments.noneFound')}>
        {t('payments.noneFoundNext')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="payments"
      title={t('payments.noneTitle')}
      action={
        onImport && (
          <Button icon="upload" onPress={onImport}>
            {t('payments.import')}
          </Button>
        )
      }
    >
      {t('payments.noneText')}
    </EmptyState>
  );
}

function sortLabel(t: Translate, sort: (typeof PAYMENT_SORTS)[number]): string {
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
