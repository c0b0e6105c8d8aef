import { useEffect, useState } from 'react';
import type { SentReportDto } from '../../../contract/sent-files.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Money, monthName, Num } from '../../ui/Figures.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';

/** Our own message beside the run that it names: what agrees, what differs, and the run recorded as sent where all agrees. */
export function SentMessageDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const t = useT();
  const maySend = useMay('payments.send');
  const [report, setReport] = useState<SentReportDto | null>(null);
  const compare = useApiJob(api.reconciliation.compareSent, []);
  const record = useApiJob(api.reconciliation.recordSent, [
    'payments',
    'reconciliation',
    'registry',
    'today',
  ]);
  const { run } = compare;
  useEffect(() => {
    void run({ path }).then((result) => setReport(result.ok ? result.value : null));
  }, [run, path]);
  const busy = [compare, record].find((job) => job.isBusy);
  const agreesAll = report !== null && report.counts.length === 0;
  const store = async ({ sha256, run: { version } }: SentReportDto): Promise<void> => {
    const result = await record.run({ path, sha256, expectedVersion: version });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('sentMessage.recorded', { n: result.value.count }) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('sentMessage.title', { name: report?.fileName ?? '' })}
      canClose={busy === undefined}
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose} isDisabled={record.isBusy}>
            {t('ui.back')}
          </Button>
          {maySend && report !== null && !report.run.isSent && (
            <Button
              variant="primary"
              isDisabled={!agreesAll}
              isBusy={record.isBusy}
              onPress={() => void store(report)}
            >
              {t('sentMessage.record')}
            </Button>
          )}
        </>
      }
    >
      {busy !== undefined && (
        <Progress
          label={t('reconciliation.phase.reading')}
          progress={busy.progress}
          onCancel={busy.cancel}
        />
      )}
      {compare.error !== null && <RefusalNotice error={compare.error} />}
      {record.error !== null && <RefusalNotice error={record.error} />}
      {report !== null && <Report report={report} agreesAll={agreesAll} />}
    </Dialog>
  );
}

function Report({ report, agreesAll }: { report: SentReportDto; agreesAll: boolean }) {
  const t = useT();
  const { run, agrees, counts, differences } = report;
  return (
    <div className="map">
      <div className="rec-line">
        <b>
          <bdi>{report.messageId}</bdi>
        </b>
        <span className="small">
          {t('sentMessage.run', { number: run.number, month: monthName(t, run.month) })}
        </span>
        <span className="small muted">
          {t('sentMessage.inRun')} <Num>{run.payments}</Num> · <Money amount={run.amount} unit />
        </span>
        <span className="small muted">
          {t('sentMessage.agrees')} <Num>{agrees.count}</Num> ·{' '}
          <Money amount={agrees.amount} unit />
        </span>
      </div>
      {run.isSent && <Notice tone="info">{t('sentMessage.sentAlready')}</Notice>}
      <Notice tone={agreesAll ? 'success' : 'danger'}>
        {t(
          agreesAll
            ? 'sentMessage.allAgree'
            : run.isSent
              ? 'sentMessage.differSent'
              : 'sentMessage.differ',
        )}
      </Notice>
      <div className="rec-line">
        {counts.map(({ kind, count }) => (
          <span key={kind} className="small nowrap">
            {t(`sentMessage.kind.${kind}`)}{' '}
            <b>
              <Num>{count}</Num>
            </b>
          </span>
        ))}
      </div>
      {differences.length > 0 && (
        <div className="map-preview">
          <table className="tbl dense" aria-label={t('sentMessage.what')}>
            <thead>
              <tr>
                <th>{t('sentMessage.what')}</th>
                <th>{t('sentMessage.reference')}</th>
                <th>{t('sentMessage.line')}</th>
                <th>{t('sentMessage.ours')}</th>
                <th>{t('sentMessage.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((one, index) => (
                <tr key={index}>
                  <td>{t(`sentMessage.kind.${one.kind}`)}</td>
                  <td>
                    <bdi>{one.endToEndId}</bdi>
                  </td>
                  <td>{one.line !== null && <Num>{one.line}</Num>}</td>
                  <td>
                    <Num>{one.ours ?? ''}</Num>
                  </td>
                  <td>
                    <Num>{one.theirs ?? ''}</Num>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
