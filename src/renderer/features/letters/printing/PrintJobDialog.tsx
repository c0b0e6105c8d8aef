import { useState } from 'react';
import type { PrintJobRow } from '../../../../contract/print-jobs.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState, Notice, RefusalNotice } from '../../../ui/States.tsx';
import { CountedPaper } from './CountedPaper.tsx';
import { OtherPrinter } from './OtherPrinter.tsx';
import { PaperList } from './PaperList.tsx';
import { leavePrinting, pausePrinting, runPrintJob, usePrintRun } from './print-runner.ts';
import { haltWords, printerName } from './print-words.ts';
import './printing.css';

/** A job and what became of each paper of it: progress, pause, cancel, and going on after a jam. */
export function PrintJobDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const found = useApiQuery(['printJobs', 'job', id], () => api.printJobs.job({ id }));
  const run = usePrintRun();
  const cancel = useApiCommand(api.printJobs.cancel, ['printJobs']);
  const again = useApiCommand(api.printJobs.again, ['printJobs']);
  const skip = useApiCommand(api.printJobs.skip, ['printJobs']);
  const [counting, setCounting] = useState<'no' | 'wasStill' | 'wasRunning'>('no');
  const isOurs = run.jobId === id;
  const isRunning = isOurs && run.isRunning;
  const job = found.data?.job;
  const isUncertain = (job?.counts.sent ?? 0) > 0 && !isRunning;
  const halt = isOurs ? run.halt : null;
  const isHeld = halt !== null || isUncertain;
  const out = (job?.counts.printed ?? 0) > 0 || (job?.counts.sent ?? 0) > 0;
  const goOn = (): void => void runPrintJob(id);

  if (found.data === undefined || job === undefined) {
    return (
      <Dialog isOpen onClose={onClose} size="m" title={t('printing.job')}>
        {found.error === null ? (
          <Skeleton lines={6} />
        ) : (
          <ErrorState error={found.error} onRetry={found.refetch} />
        )}
      </Dialog>
    );
  }
  // Nothing more is sent while the officer counts.
  const count = (): void => {
    setCounting(isRunning ? 'wasRunning' : 'wasStill');
    leavePrinting();
  };
  if (counting !== 'no') {
    return (
      <CountedPaper
        job={job}
        items={found.data.items}
        onClose={() => {
          setCounting('no');
          if (counting === 'wasRunning') goOn();
        }}
        onSettled={() => {
          setCounting('no');
          goOn();
        }}
      />
    );
  }
  const error = cancel.error ?? again.error ?? skip.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('printing.jobOn', { printer: printerName(t, job.printer) })}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          {job.state === 'open' && !isRunning && !isUncertain && (
            <Button variant="danger" onPress={() => void cancel.run({ id })} isBusy={cancel.isBusy}>
              {t('printing.cancel')}
            </Button>
          )}
          {out && (isHeld || !isRunning) && (
            <Button icon="ret" variant={isHeld ? 'primary' : 'secondary'} onPress={count}>
              {t('printing.resumeAfterJam')}
            </Button>
          )}
          {isRunning && halt === null && (
            <Button icon="pausec" onPress={pausePrinting} isDisabled={run.isPausing}>
              {t(run.isPausing ? 'printing.pausing' : 'printing.pause')}
            </Button>
          )}
          {job.state === 'open' && !isRunning && !isUncertain && (
            <Button icon="play" variant="primary" onPress={goOn}>
              {t('printing.goOn')}
            </Button>
          )}
        </>
      }
    >
      <Progress label={progressWords(t, job)} progress={doneOf(job)} />
      {isHeld && (
        <Notice tone={halt?.kind === 'paused' ? 'info' : 'warning'}>
          {haltWords(t, halt ?? { kind: 'uncertain' })}
        </Notice>
      )}
      {job.state === 'open' && !isRunning && !isUncertain && <OtherPrinter job={job} />}
      {job.state === 'finished' && job.counts.failed > 0 && (
        <Notice tone="warning">{t('printing.someFailed', { n: job.counts.failed })}</Notice>
      )}
      <PaperList
        job={job}
        items={found.data.items}
        renderAction={(item) =>
          isRunning ? null : item.state === 'failed' ? (
            <Button size="s" onPress={() => void again.run({ id, item: item.item })}>
              {t('ui.retry')}
            </Button>
          ) : item.state === 'waiting' && job.state === 'open' ? (
            <Button size="s" variant="quiet" onPress={() => void skip.run({ id, item: item.item })}>
              {t('printing.skip')}
            </Button>
          ) : null
        }
      />
      {error && <RefusalNotice error={error} />}
    </Dialog>
  );
}

function doneOf({ counts }: PrintJobRow): { done: number; total: number } {
  const total = counts.waiting + counts.sent + counts.printed + counts.failed + counts.skipped;
  return { done: counts.printed, total };
}

function progressWords(t: ReturnType<typeof useT>, job: PrintJobRow): string {
  return job.state === 'open' ? t('printing.printing') : t(`printing.state.${job.state}`);
}
