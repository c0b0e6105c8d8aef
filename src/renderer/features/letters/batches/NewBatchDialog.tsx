import { useState } from 'react';
import { BATCH_KINDS } from '../../../../domain/letter-register/letter-batch.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../../ui/cases/ConfirmKey.tsx';
import { Checkbox, RadioGroup } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { templateWords } from '../letter-words.ts';
import { filterOf, NO_BATCH, type BatchOnScreen } from './batch-form.ts';
import { runBatch } from './batch-runs.ts';
import { BatchCount, useBatchCount } from './BatchCount.tsx';
import { BatchFields } from './BatchFields.tsx';

/** One template over a list: which list, how many, and only then numbers. */
export function NewBatchDialog({
  onClose,
  onStarted,
}: {
  onClose: () => void;
  onStarted: (id: string) => void;
}) {
  const t = useT();
  const [batch, setBatch] = useState(NO_BATCH);
  const start = useApiCommand(api.letterBatches.start, ['letterBatches']);
  const change = (part: Partial<BatchOnScreen>): void => setBatch((was) => ({ ...was, ...part }));
  const filter = filterOf(batch);
  const chosen = filter === null ? null : { filter, withoutAddress: batch.withoutAddress };
  const count = useBatchCount(chosen);
  const toIssue = count.found?.toIssue ?? 0;
  const canStart = count.isKnown && toIssue > 0;

  const begin = async (): Promise<void> => {
    if (chosen === null || !canStart || start.isBusy) return;
    const started = await start.run(chosen);
    if (!started.ok) return;
    onStarted(started.value.id);
    void runBatch(t, started.value.id);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('letterBatches.new')}
      canClose={!start.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={start.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            icon="stamp"
            keys="Ctrl+Enter"
            isDisabled={!canStart}
            isBusy={start.isBusy}
            onPress={() => void begin()}
          >
            {t('letterBatches.issue', { n: toIssue })}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void begin()} isOpenedByIt={false} />
      <RadioGroup
        label={t('letters.kind')}
        options={BATCH_KINDS.map((value) => ({
          value,
          label: templateWords(t, value),
        }))}
        value={batch.kind}
        onChange={(kind) => change({ kind })}
        row
      />
      <p className="small second">{t(`letterBatches.about.${batch.kind}`)}</p>
      <BatchFields batch={batch} change={change} />
      <Checkbox
        isChecked={batch.withoutAddress}
        onChange={(withoutAddress) => change({ withoutAddress })}
      >
        {t('letterBatches.withoutAddress')}
      </Checkbox>
      <BatchCount count={count} />
      <ActionRefused error={start.error} />
    </Dialog>
  );
}
