import { useState } from 'react';
import type { LetterBatchRow } from '../../../../contract/letter-batches.ts';
import { bridge } from '../../../lib/bridge.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiJob } from '../../../lib/queries.ts';
import { useMay } from '../../../lib/session-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { templateWords } from '../letter-words.ts';
import { usePrintBatch } from './use-print-batch.ts';

/** The letters of a batch on paper or as files: one for printing, or one a person. */
export function BatchOutput({ batch }: { batch: LetterBatchRow }) {
  const t = useT();
  const mayPrint = useMay('letters.print');
  const merge = useApiJob(api.letterBatches.merge, []);
  const save = useApiJob(api.letterBatches.saveFiles, []);
  const [blankPages, setBlankPages] = useState(false);
  const [withNames, setWithNames] = useState(false);
  const { id, kind } = batch;
  const kindWords = templateWords(t, kind);
  const printing = usePrintBatch(id);
  const isBusy = merge.isBusy || save.isBusy;

  const mergeAll = async (): Promise<void> => {
    const path = await bridge.chooseTarget(`${kindWords}.pdf`, [
      { name: 'PDF', extensions: ['pdf'] },
    ]);
    if (path === null) return;
    const merged = await merge.run({ id, path, blankPages });
    if (!merged.ok) return;
    const { letters, pages } = merged.value;
    toast({ tone: 'success', text: t('letterBatches.merged', { letters, pages }) });
  };
  const saveAll = async (): Promise<void> => {
    const folder = await bridge.chooseFolder(t('letterBatches.chooseFolder'));
    if (folder === null) return;
    const saved = await save.run({ id, folder, kindWords, withNames });
    if (saved.ok) {
      toast({ tone: 'success', text: t('letterBatches.savedFiles', { n: saved.value.files }) });
    }
  };
  const running = merge.isBusy ? merge : save;
  const error = printing.error ?? merge.error ?? save.error;
  return (
    <div className="bat-output">
      {isBusy ? (
        <Progress
          label={t('letterBatches.writing')}
          progress={running.progress}
          onCancel={running.cancel}
        />
      ) : (
        <>
          <div className="row">
            <Button
              size="s"
              variant="primary"
              icon="print"
              isBusy={printing.isBusy}
              isDisabled={!mayPrint}
              onPress={() => void printing.print()}
              hint={mayPrint ? undefined : t('letters.notYours')}
            >
              {t('letterBatches.print')}
            </Button>
            {printing.isNoneLeft && <span className="muted">{t('letterBatches.noneToPrint')}</span>}
          </div>
          <div className="row">
            <Button
              size="s"
              icon="doc"
              isDisabled={!mayPrint}
              onPress={() => void mergeAll()}
              hint={mayPrint ? undefined : t('letters.notYours')}
            >
              {t('letterBatches.merge')}
            </Button>
            <Checkbox isChecked={blankPages} onChange={setBlankPages}>
              {t('letterBatches.blankPages')}
            </Checkbox>
          </div>
          <div className="row">
            <Button
              size="s"
              icon="folder"
              isDisabled={!mayPrint}
              onPress={() => void saveAll()}
              hint={mayPrint ? undefined : t('letters.notYours')}
            >
              {t('letterBatches.saveFiles')}
            </Button>
            <Checkbox isChecked={withNames} onChange={setWithNames}>
              {t('letterBatches.withNames')}
            </Checkbox>
          </div>
        </>
      )}
      {error !== null && error.code !== 'CANCELLED' && <RefusalNotice error={error} />}
    </div>
  );
}
