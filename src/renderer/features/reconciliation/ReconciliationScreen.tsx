import { useEffect, useMemo } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useCommands, useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { useExport } from '../../lib/use-export.ts';
import { monthName } from '../../ui/Figures.tsx';
import { useChosen } from './chosen-exceptions.ts';
import { ExceptionCompare } from './ExceptionCompare.tsx';
import { ExceptionList } from './ExceptionList.tsx';
import { ExceptionQueues } from './ExceptionQueues.tsx';
import {
  bankFilesExport,
  exceptionsExport,
  followUpsExport,
  totalsExport,
} from './export-requests.ts';
import { FileDesk } from './FileDesk.tsx';
import { FollowUpDialog } from './FollowUpDialog.tsx';
import { NextStep } from './NextStep.tsx';
import { Pictures } from './Pictures.tsx';
import { askedOf, openCycle, openDue, setDesk, useDesk } from './reconciliation-store.ts';
import { useUndoSettled } from './SettleForm.tsx';
import { TotalsBar } from './TotalsBar.tsx';
import './reconciliation.css';

/** The month's money against what the banks say: totals, files, and exceptions by what must be done. */
export function ReconciliationScreen({ id, query }: ScreenProps) {
  const t = useT();
  const asked = query['cycle'];
  useEffect(() => {
    if (asked !== undefined) openCycle(asked);
  }, [asked]);
  const { cycle: chosenCycle, view, isRawShown, isFollowingUp } = useDesk();
  const cycles = useApiQuery(['payments', 'cycles'], () => api.payments.cycles({}));
  // The newest that went to the banks: the next one is often open already, and nothing of it is sent.
  const cycle =
    cycles.data?.find((known) => known.id === chosenCycle) ??
    cycles.data?.find(({ sentRuns }) => sentRuns > 0) ??
    cycles.data?.[0];
  const chosen = useChosen(id);
  const mayCommit = useMay('reconciliation.commit');
  const undo = useUndoSettled();
  useScreenTitle(
    t('reconciliation.title'),
    cycle === undefined
      ? null
      : t('reconciliation.cycleNote', { number: cycle.number, month: monthName(t, cycle.month) }),
  );
  useShortcuts({
    W: () => setDesk({ isRawShown: !isRawShown }),
    P: () => setDesk({ view: view === 'pictures' ? 'queues' : 'pictures' }),
    F: mayCommit && chosen.length > 0 ? () => setDesk({ isFollowingUp: true }) : undefined,
    'Ctrl+Z': () => void undo(),
  });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('reconciliation.nextPrevious') },
        { keys: ['X'], label: t('reconciliation.select') },
        { keys: ['[', ']'], label: t('workbench.key.queues') },
        { keys: ['S'], label: t('workbench.key.settle') },
        { keys: ['F'], label: t('workbench.key.followUp') },
        { keys: ['P'], label: t('workbench.key.pictures') },
        { keys: ['Ctrl+O'], label: t('reconciliation.openFile') },
        { keys: ['W'], label: t('reconciliation.showRaw') },
      ],
      [t],
    ),
  );
  useDeskCommands(cycle?.id);

  return (
    <div className="rec">
      <TotalsBar cycles={cycles.data ?? []} cycle={cycle} />
      <FileDesk />
      {view === 'pictures' ? (
        <Pictures cycleId={cycle?.id} />
      ) : (
        <>
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
        </>
      )}
      {isFollowingUp && chosen.length > 0 && <FollowUpDialog chosen={chosen} />}
    </div>
  );
}

/** What the palette offers here. */
function useDeskCommands(cycleId: string | undefined): void {
  const t = useT();
  const { run } = useExport();
  useCommands(
    useMemo(
      () => [
        {
          id: 'rec-pictures',
          label: t('workbench.pictures'),
          icon: 'report' as const,
          keys: 'P',
          run: () => setDesk({ view: 'pictures' }),
        },
        {
          id: 'rec-due',
          label: t('workbench.due'),
          icon: 'bell' as const,
          run: openDue,
        },
        {
          id: 'rec-export',
          label: `${t('exports.export')}: ${t('exports.exceptions')}`,
          icon: 'download' as const,
          run: () => void run(exceptionsExport(t, askedOf(useDesk.getState(), cycleId))),
        },
        {
          id: 'rec-export-follow-ups',
          label: t('workbench.exportFollowUps'),
          icon: 'download' as const,
          run: () => void run(followUpsExport(t)),
        },
        {
          id: 'rec-export-files',
          label: t('workbench.exportFiles'),
          icon: 'download' as const,
          run: () => void run(bankFilesExport(t)),
        },
        ...(cycleId === undefined
          ? []
          : [
              {
                id: 'rec-export-totals',
                label: t('workbench.exportTotals'),
                icon: 'download' as const,
                run: () => void run(totalsExport(t, cycleId)),
              },
            ]),
      ],
      [t, run, cycleId],
    ),
  );
}
