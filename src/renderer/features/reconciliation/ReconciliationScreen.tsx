import { useMemo } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { monthName } from '../../ui/Figures.tsx';
import { ExceptionCompare } from './ExceptionCompare.tsx';
import { ExceptionList } from './ExceptionList.tsx';
import { ExceptionQueues } from './ExceptionQueues.tsx';
import { FileDesk } from './FileDesk.tsx';
import { NextStep } from './NextStep.tsx';
import { setDesk, useDesk } from './reconciliation-store.ts';
import { StatementsStrip } from './StatementsStrip.tsx';
import { TotalsBar } from './TotalsBar.tsx';
import './reconciliation.css';

/** The month's money against what the banks say: totals, files, and exceptions by what must be done. */
export function ReconciliationScreen({ id }: ScreenProps) {
  const t = useT();
  const { cycle: chosen, isRawShown } = useDesk();
  const cycles = useApiQuery(['payments', 'cycles'], () => api.payments.cycles({}));
  const cycle = cycles.data?.find((known) => known.id === chosen) ?? cycles.data?.[0];
  useScreenTitle(
    t('reconciliation.title'),
    cycle === undefined
      ? null
      : t('reconciliation.cycleNote', { number: cycle.number, month: monthName(t, cycle.month) }),
  );
  useShortcuts({ W: () => setDesk({ isRawShown: !isRawShown }) });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('reconciliation.nextPrevious') },
        { keys: ['X'], label: t('reconciliation.select') },
        { keys: ['Ctrl+O'], label: t('reconciliation.openFile') },
        { keys: ['W'], label: t('reconciliation.showRaw') },
      ],
      [t],
    ),
  );

  return (
    <div className="rec">
      <TotalsBar cycles={cycles.data ?? []} cycle={cycle} />
      <FileDesk />
      <StatementsStrip />
      <ExceptionQueues cycleId={cycle?.id} />
      <section
        className="panel rec-mid"
        aria-label={t('reconciliation.queues')}
        data-pane=""
        tabIndex={-1}
      >
        <ExceptionList cycleId={cycle?.id} openId={id} />
        {id !== null && <ExceptionCompare key={id} id={id} />}
      </section>
      <NextStep id={id} />
    </div>
  );
}
