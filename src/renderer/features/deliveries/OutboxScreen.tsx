import { useMemo, useState } from 'react';
import type { DeliveryRow } from '../../../contract/deliveries.ts';
import { DELIVERY_CHANNELS } from '../../../domain/deliveries/delivery-state.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { SearchField } from '../../ui/Fields.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { Pills } from '../../ui/Tabs.tsx';
import { ChannelNotices } from './ChannelNotices.tsx';
import { deliveryColumns } from './delivery-columns.tsx';
import { isRetriable } from './delivery-words.ts';
import './deliveries.css';
import {
  DELIVERY_SORTS,
  DELIVERY_VIEWS,
  setDeliveryFilter,
  STATES_OF,
  useDeliveryFilter,
  type DeliveryView,
} from './deliveries-store.ts';
import { DeliveryDialog } from './DeliveryDialog.tsx';
import { useDeliveries, useDeliveryStatus } from './use-deliveries.ts';
import { useDeliveryDeeds } from './use-delivery-deeds.ts';

/** Every message that carries a letter, with what became of it. */
export function OutboxScreen() {
  const t = useT();
  useScreenTitle(t('deliveries.outbox'));
  const filter = useDeliveryFilter();
  const found = useDeliveries(filter);
  const status = useDeliveryStatus();
  const deeds = useDeliveryDeeds();
  const maySend = useMay('letters.send');
  const [openId, setOpenId] = useState<string | null>(null);
  const [taken, setTaken] = useState<DeliveryRow | null>(null);
  const { retry } = deeds;
  const columns = useMemo(
    () =>
      deliveryColumns(t, (row) => (
        <Menu
          label={t('ui.more')}
          items={[
            {
              id: 'open',
              label: t('deliveries.open'),
              icon: 'eye',
              onAction: () => setOpenId(row.id),
            },
            ...(maySend && isRetriable(row)
              ? [
                  {
                    id: 'retry',
                    label: t('deliveries.retry'),
                    icon: 'refresh' as const,
                    onAction: () => void retry(row),
                  },
                ]
              : []),
            ...(maySend && row.state === 'waiting'
              ? [
                  {
                    id: 'cancel',
                    label: t('deliveries.cancel'),
                    icon: 'ban' as const,
                    isDanger: true,
                    onAction: () => setTaken(row),
                  },
                ]
              : []),
          ]}
        >
          <IconButton icon="more" label={`${t('ui.more')}: ${row.letterNumber}`} />
        </Menu>
      )),
    [t, maySend, retry],
  );
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('shell.keyNextPrevious') },
        { keys: ['Enter'], label: t('deliveries.open') },
      ],
      [t],
    ),
  );
  const isFiltered = filter.search !== '' || filter.view !== 'all' || filter.channel !== 'all';
  const counts = status.data?.counts;
  const countOf = (view: DeliveryView): number | undefined =>
    view === 'all' || counts === undefined
      ? undefined
      : STATES_OF[view].reduce((sum, state) => sum + counts[state], 0);

  return (
    <Panel
      className="dlv-outbox"
      title={t('deliveries.outbox')}
      note={<span role="status">{t('deliveries.count', { n: found.total })}</span>}
      actions={
        <SearchField
          className="dlv-search"
          label={t('deliveries.search')}
          value={filter.search}
          onChange={(search) => setDeliveryFilter({ search })}
        />
      }
      flush
      fill
      pane
    >
      <div className="dlv-filters">
        <Pills<DeliveryView>
          label={t('deliveries.views')}
          items={DELIVERY_VIEWS.map((id) => ({
            id,
            label: t(`deliveries.view.${id}`),
            count: countOf(id),
          }))}
          selected={filter.view}
          onSelect={(view) => setDeliveryFilter({ view })}
        />
        <Pills<(typeof filter)['channel']>
          label={t('deliveries.channel')}
          items={(['all', ...DELIVERY_CHANNELS] as const).map((id) => ({
            id,
            label: t(`deliveries.channel.${id}`),
          }))}
          selected={filter.channel}
          onSelect={(channel) => setDeliveryFilter({ channel })}
        />
      </div>
      {status.data !== undefined && <ChannelNotices status={status.data} />}
      <DataTable
        label={t('deliveries.outbox')}
        columns={columns}
        rowKey={(row) => row.id}
        rowHeight={52}
        {...found.tableProps}
        sort={{ id: filter.sort, descending: filter.descending }}
        onSortChange={({ id, descending }) => {
          const sort = DELIVERY_SORTS.find((known) => known === id);
          if (sort !== undefined) setDeliveryFilter({ sort, descending });
        }}
        onOpen={(row) => setOpenId(row.id)}
        currentKey={openId}
        rowTone={({ state }) => (state === 'uncertain' ? 'changed' : undefined)}
        hotkeys
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={<NothingThere isFiltered={isFiltered} />}
      />
      {openId !== null && <DeliveryDialog id={openId} onClose={() => setOpenId(null)} />}
      <ConfirmDialog
        isOpen={taken !== null}
        onClose={() => setTaken(null)}
        title={t('deliveries.cancelQuestion', { number: taken?.letterNumber ?? '' })}
        consequences={[
          { icon: 'letter', text: t('deliveries.cancelStays') },
          { icon: 'send', text: t('deliveries.cancelAgain') },
        ]}
        confirmLabel={t('deliveries.cancel')}
        isDanger
        isBusy={deeds.isBusy}
        onConfirm={() => {
          if (taken !== null) void deeds.cancel(taken).then(() => setTaken(null));
        }}
      />
    </Panel>
  );
}

function NothingThere({ isFiltered }: { isFiltered: boolean }) {
  const t = useT();
  return isFiltered ? (
    <EmptyState
      icon="search"
      title={t('deliveries.noneFound')}
      action={
        <Button
          size="s"
          onPress={() => setDeliveryFilter({ search: '', view: 'all', channel: 'all' })}
        >
          {t('deliveries.showAll')}
        </Button>
      }
    >
      {t('deliveries.noneFoundNext')}
    </EmptyState>
  ) : (
    <EmptyState
      icon="send"
      title={t('deliveries.noneTitle')}
      action={
        <Button size="s" onPress={() => navigate(hrefOf('letters'))}>
          {t('deliveries.openRegister')}
        </Button>
      }
    >
      {t('deliveries.noneText')}
    </EmptyState>
  );
}
