import { useState } from 'react';
import type { CycleRow } from '../../../contract/payments.ts';
import type { PayerField, RunDto } from '../../../contract/payment-runs.ts';
import type { ExportFormat } from '../../../domain/payments/run.ts';
import { bridge } from '../../lib/bridge.ts';
import { api } from '../../lib/client.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiJob, useApiQuery } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateText, Money, Num } from '../../ui/Figures.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';
import { PayerFields, NO_PAYER } from './PayerFields.tsx';
import { PAYMENT_AREAS } from './payment-areas.ts';

const EXTENSIONS: Readonly<Record<ExportFormat, string>> = { pain001: 'xml', wages: 'txt' };

/** Count and control sum before the file, the place chosen in the system's dialog, and then what was written. */
export function ExportRunDialog({
  cycle,
  run,
  onClose,
}: {
  cycle: CycleRow;
  run: RunDto;
  onClose: () => void;
}) {
  const t = useT();
  const isAgain = run.exportSha256 !== null;
  const [format, setFormat] = useState<ExportFormat>(run.exportFormat ?? 'pain001');
  const known = useApiQuery(['payments', 'payer'], () => api.payments.payer({}));
  const [typed, setTyped] = useState<PayerField>(NO_PAYER);
  const save = useApiCommand(api.payments.setPayer, ['payments']);
  const job = useApiJob(api.payments.exportRun, PAYMENT_AREAS);
  const payer = known.data?.payer ?? null;
  const needsPayer = known.data !== undefined && payer === null && !isAgain;

  const start = async (): Promise<void> => {
    if (needsPayer) {
      const saved = await save.run(typed);
      if (!saved.ok) return;
    }
    const extension = EXTENSIONS[format];
    const path = await bridge.chooseTarget(`${run.reference}.${extension}`, [
      { name: t('payments.export.fileType'), extensions: [extension] },
    ]);
    if (path === null) return;
    const expected = { runId: run.id, expectedVersion: run.version };
    const result = await job.run({ ...expected, format, path });
    if (!result.ok) return;
    const { payments, amount, sha256 } = result.value;
    toast({
      tone: 'success',
      text: t('payments.export.done', {
        count: t('payments.count', { n: payments }),
        amount: formatMoney(amount, t.digits),
        sha: sha256.slice(0, 12),
      }),
    });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!job.isBusy}
      size="m"
      title={t('payments.export.title', { reference: run.reference })}
      footer={
        <>
          <Button onPress={onClose} isDisabled={job.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            icon="download"
            isBusy={job.isBusy || save.isBusy}
            isDisabled={known.data === undefined}
            onPress={() => void start()}
          >
            {t('payments.export.confirm')}
          </Button>
        </>
      }
    >
      <dl className="pay-facts">
        <dt>{t('payments.export.count')}</dt>
        <dd>
          <Num>{run.payments}</Num>
        </dd>
        <dt>{t('payments.export.sum')}</dt>
        <dd>
          <Money amount={run.amount} unit />
        </dd>
        <dt>{t('payments.export.payOn')}</dt>
        <dd>
          <DateText date={cycle.payDate} calendar="both" />
        </dd>
        {payer !== null && (
          <>
            <dt>{t('payments.export.payer')}</dt>
            <dd>
              <bdi>{payer.name}</bdi> · <Num>{payer.bic}</Num>
            </dd>
          </>
        )}
      </dl>
      <RadioGroup<ExportFormat>
        label={t('payments.export.format')}
        options={(['pain001', 'wages'] as const).map((value) => ({
          value,
          label: t(`payments.export.${value}`),
          isDisabled: isAgain && value !== run.exportFormat,
        }))}
        value={format}
        onChange={setFormat}
      />
      {needsPayer && <PayerFields payer={typed} onChange={setTyped} />}
      <Notice tone={isAgain ? 'info' : 'warning'} icon={isAgain ? 'dup' : 'send'}>
        {t(isAgain ? 'payments.export.again' : 'payments.export.consequence')}
      </Notice>
      {job.isBusy && (
        <Progress
          label={t('payments.export.working')}
          progress={job.progress}
          onCancel={job.cancel}
        />
      )}
      {save.error !== null && <RefusalNotice error={save.error} />}
      {job.error !== null && <RefusalNotice error={job.error} />}
    </Dialog>
  );
}
