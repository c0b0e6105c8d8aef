import { useEffect } from 'react';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useMay } from '../../../lib/session-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/States.tsx';
import { closePrintDesk, showPrintJob, usePrintDesk } from './print-desk.ts';
import { PrintDialog } from './PrintDialog.tsx';
import { PrintJobDialog } from './PrintJobDialog.tsx';
import { usePrintRun } from './print-runner.ts';
import { printerName } from './print-words.ts';

/** The dialogs of printing, wherever on the screen of letters it was asked for. */
export function PrintDesk() {
  const { asked, shownJob } = usePrintDesk();
  useCloseAfterOne(shownJob);
  if (asked !== null) return <PrintDialog letters={asked} onClose={closePrintDesk} />;
  if (shownJob !== null) return <PrintJobDialog id={shownJob} onClose={closePrintDesk} />;
  return null;
}

/** One letter that came out needs no list: the dialog goes by itself and says so. */
function useCloseAfterOne(id: string | null): void {
  const t = useT();
  const found = useApiQuery(
    ['printJobs', 'job', id ?? ''],
    () => api.printJobs.job({ id: id ?? '' }),
    { enabled: id !== null },
  );
  const run = usePrintRun();
  const [only, ...others] = found.data?.items ?? [];
  const number = only?.state === 'printed' && others.length === 0 ? only.number : null;
  const isDone = id !== null && run.jobId === id && !run.isRunning && number !== null;
  useEffect(() => {
    if (!isDone) return;
    closePrintDesk();
    usePrintRun.setState({ jobId: null });
    toast({ tone: 'success', text: t('letters.printedNow', { number }) });
  }, [isDone, number, t]);
}

/** Says that something is being printed, or was broken off: after a crash this is where the officer finds it. */
export function UnfinishedPrinting() {
  const t = useT();
  const mayPrint = useMay('letters.print');
  const run = usePrintRun();
  const found = useApiQuery(
    ['printJobs', 'open'],
    () => api.printJobs.list({ state: ['open'], limit: 5 }),
    { enabled: mayPrint },
  );
  const job = found.data?.rows[0];
  if (job === undefined) return null;
  const left = job.counts.waiting + job.counts.sent;
  const isRunning = run.jobId === job.id && run.isRunning && run.halt === null;
  return (
    <Notice
      tone={isRunning ? 'info' : 'warning'}
      icon="print"
      action={
        <Button size="s" onPress={() => showPrintJob(job.id)}>
          {t('printing.openJob')}
        </Button>
      }
    >
      {t(isRunning ? 'printing.runningNow' : 'printing.brokenOff', {
        printer: printerName(t, job.printer),
        n: left,
      })}
    </Notice>
  );
}
