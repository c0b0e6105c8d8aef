import { useMemo } from 'react';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob, useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate, type ScreenProps } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useCommands, useScreenTitle } from '../../lib/shell-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { monthName } from '../../ui/Figures.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState, Notice, RefusalNotice } from '../../ui/States.tsx';
import { RunMonths } from './RunMonths.tsx';
import { RunView } from './RunView.tsx';
import './entitlement.css';

/** Months of eligibility, and of the chosen one its run, from computing to the payments that it plans. */
export function EligibilityRuns({ id, query }: ScreenProps) {
  const t = useT();
  const mayRun = useMay('entitlement.run');
  const found = useApiQuery(['entitlement', 'runs'], () => api.entitlement.runs({}));
  const { run: start, ...job } = useApiJob(api.entitlement.computeRun, ['entitlement', 'today']);
  const next = found.data?.next;
  const compute = useMemo(() => {
    if (!mayRun || next === undefined) return undefined;
    return async (month: IsoMonth): Promise<void> => {
      const result = await start({ month });
      if (!result.ok) return;
      toast({ tone: 'success', text: t('entitlement.computed', { month: monthName(t, month) }) });
      navigate(hrefOf('entitlement', result.value.runId));
    };
  }, [mayRun, next, start, t]);
  const computeNext = useMemo(
    () => (compute && next ? () => void compute(next.month) : undefined),
    [compute, next],
  );
  const runs = found.data?.runs ?? [];
  const shown = runs.find((run) => run.id === id) ?? runs[0];
  useScreenTitle(t('entitlement.title'), shown === undefined ? null : monthName(t, shown.month));
  useCommands(
    useMemo(
      () =>
        computeNext && next
          ? [
              {
                id: 'entitlement-compute',
                label: t('entitlement.compute', { month: monthName(t, next.month) }),
                icon: 'calc' as const,
                run: computeNext,
              },
            ]
          : [],
      [t, computeNext, next],
    ),
  );
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={8} />;
  const isComputable = computeNext !== undefined && !job.isBusy;
  return (
    <div className="runs">
      <RunMonths
        runs={runs}
        next={found.data.next}
        chosen={shown?.id}
        onCompute={isComputable ? computeNext : undefined}
      />
      <section
        className="panel run-main"
        aria-label={t('entitlement.title')}
        data-pane=""
        tabIndex={-1}
      >
        {job.isBusy && (
          <div className="run-progress">
            <Progress
              label={t('entitlement.computing')}
              progress={job.progress}
              onCancel={job.cancel}
            />
          </div>
        )}
        {job.error?.code === 'CANCELLED' && <Notice>{t('entitlement.stopped')}</Notice>}
        {job.error !== null && job.error.code !== 'CANCELLED' && (
          <RefusalNotice error={job.error} />
        )}
        {shown !== undefined && <RunView key={shown.id} id={shown.id} query={query} />}
        {shown === undefined && !job.isBusy && (
          <EmptyState
            icon="calc"
            title={t('entitlement.noneTitle')}
            action={
              computeNext && (
                <Button icon="calc" onPress={computeNext}>
                  {t('entitlement.compute', { month: monthName(t, found.data.next.month) })}
                </Button>
              )
            }
          >
            {t('entitlement.noneText')}
          </EmptyState>
        )}
      </section>
    </div>
  );
}
