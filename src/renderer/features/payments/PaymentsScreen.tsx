import { useMemo, useState } from 'react';
import type { CycleRow } from '../../../contract/payments.ts';
import { api } from '../../lib/client.ts';
import { formatDate } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useCommands, useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { monthName } from '../../ui/Figures.tsx';
import { Segmented } from '../../ui/Tabs.tsx';
import { ClosingPanel } from './ClosingPanel.tsx';
import { CyclesList, StateChip } from './CyclesList.tsx';
import { ImportListDialog } from './ImportListDialog.tsx';
import { PaymentList } from './PaymentList.tsx';
import { PaymentTrace } from './PaymentTrace.tsx';
import {
  currentCycle,
  CYCLE_VIEWS,
  setPaymentFilter,
  usePayments,
  type CycleView,
} from './payments-store.ts';
import { ProposalsPanel } from './ProposalsPanel.tsx';
import { RunsPanel } from './RunsPanel.tsx';
import './payments.css';

/** Cycles, and of the chosen one its payments, runs, what was prepared by hand, and its closing. */
export function PaymentsScreen({ id }: ScreenProps) {
  const t = useT();
  const mayImport = useMay('payments.import');
  const [isImporting, setImporting] = useState(false);
  const { cycle: chosen, view } = usePayments();
  const cycles = useApiQuery(['payments', 'cycles'], () => api.payments.cycles({}));
  const standings = useApiQuery(['payments', 'standings'], () => api.payments.standings({}));
  const cycle =
    chosen === 'all'
      ? undefined
      : (cycles.data?.find((known) => known.id === chosen) ?? currentCycle(cycles.data));
  const shown = cycle === undefined ? 'payments' : view;

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
  useShortcuts({
    'Ctrl+O': mayImport ? openImport : undefined,
    ...Object.fromEntries(
      CYCLE_VIEWS.map((known, index) => [
        `Alt+${index + 1}`,
        () => setPaymentFilter({ view: known }),
      ]),
    ),
  });
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
  const hasTrace = id !== null && shown === 'payments';

  return (
    <div className={`pay ${hasTrace ? 'has-trace' : ''}`}>
      <CyclesList
        cycles={cycles.data}
        standings={standings.data ?? []}
        chosen={chosen === 'all' ? 'all' : cycle?.id}
        onChoose={(next) => setPaymentFilter({ cycle: next, run: null })}
      />
      <section
        className="panel pay-list"
        aria-label={t('payments.list')}
        data-pane=""
        tabIndex={-1}
      >
        {cycle !== undefined && <CycleHead cycle={cycle} view={shown} />}
        {shown === 'payments' && (
          <PaymentList
            id={id}
            cycleId={cycle?.id ?? null}
            onImport={mayImport ? openImport : undefined}
          />
        )}
        {cycle !== undefined && shown === 'runs' && <RunsPanel key={cycle.id} cycle={cycle} />}
        {cycle !== undefined && shown === 'proposals' && (
          <ProposalsPanel key={cycle.id} cycle={cycle} />
        )}
        {cycle !== undefined && shown === 'closing' && (
          <ClosingPanel key={cycle.id} cycle={cycle} />
        )}
      </section>
      {hasTrace && <PaymentTrace key={id} id={id} />}
      <ImportListDialog isOpen={isImporting} onClose={() => setImporting(false)} />
    </div>
  );
}

function CycleHead({ cycle, view }: { cycle: CycleRow; view: CycleView }) {
  const t = useT();
  const waiting = useApiQuery(['payments', 'proposals', cycle.id], () =>
    api.payments.proposals({ cycleId: cycle.id }),
  );
  const open = waiting.data?.filter(({ status }) => status === 'proposed').length ?? 0;
  return (
    <header className="pay-views">
      <Segmented<CycleView>
        label={t('payments.views')}
        items={CYCLE_VIEWS.map((known) => ({
          id: known,
          label: t(`payments.view.${known}`),
          count: known === 'proposals' && open > 0 ? open : undefined,
        }))}
        selected={view}
        onSelect={(next) => setPaymentFilter({ view: next })}
      />
      <span className="sp" />
      <StateChip cycle={cycle} />
    </header>
  );
}
