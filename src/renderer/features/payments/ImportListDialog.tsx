import { useCallback, useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import type { ColumnMapping } from '../../../contract/payments.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob, type Progress as JobProgress } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { setPaymentFilter } from './payments-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { ListPreview } from './ListPreview.tsx';

type Preview = OutputOf<'payments.previewList'>;

/** Drop, look, correct the mapping, import: nothing is stored before the last button. */
export function ImportListDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT();
  const [file, setFile] = useState<string | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isSent, setSent] = useState(true);
  const read = useApiJob(api.payments.previewList, []);
  const save = useApiJob(api.payments.importList, [
    'payments',
    'registry',
    'today',
    'reconciliation',
  ]);
  const isBusy = read.isBusy || save.isBusy;

  const { run: readList } = read;
  const { reset: forgetSaving } = save;
  const look = useCallback(
    async (
      path: string,
      choice: { encoding?: Preview['encoding']; mapping?: ColumnMapping } = {},
    ): Promise<void> => {
      setFile(path);
      forgetSaving();
      const result = await readList({ path, ...choice });
      setPreview(result.ok ? result.value : null);
    },
    [readList, forgetSaving],
  );
  const chooseEncoding = useCallback(
    (encoding: Preview['encoding']) => file !== null && void look(file, { encoding }),
    [file, look],
  );
  const encodingNow = preview?.encoding;
  const chooseMapping = useCallback(
    (mapping: ColumnMapping) =>
      file !== null &&
      void look(file, { ...(encodingNow === undefined ? {} : { encoding: encodingNow }), mapping }),
    [file, look, encodingNow],
  );
  const leave = (): void => {
    setFile(null);
    setPreview(null);
    read.reset();
    save.reset();
    onClose();
  };
  const store = async (): Promise<void> => {
    if (file === null || preview === null) return;
    const { sha256, encoding, mapping } = preview;
    const result = await save.run({ path: file, sha256, encoding, mapping, sent: isSent });
    if (!result.ok) return;
    toast({
      tone: 'success',
      text: t('payments.imported', { count: t('payments.count', { n: result.value.rows }) }),
    });
    setPaymentFilter({
      cycle: result.value.cycleId,
      view: 'payments',
      run: { id: result.value.importId, reference: result.value.reference },
      search: '',
      status: [],
    });
    leave();
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={leave}
      canClose={!isBusy}
      size="l"
      title={t('payments.importTitle')}
      footer={
        <>
          {preview !== null && !isBusy && (
            <Button
              onPress={() => {
                setPreview(null);
                setFile(null);
              }}
            >
              {t('payments.again')}
            </Button>
          )}
          <span className="sp" />
          {preview !== null && (
            <Checkbox isChecked={isSent} onChange={setSent} isDisabled={isBusy}>
              {t(isSent ? 'payments.sentAlready' : 'payments.sentLater')}
            </Checkbox>
          )}
          <Button onPress={leave} isDisabled={isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            isDisabled={preview === null || !preview.importable || read.isBusy}
            isBusy={save.isBusy}
            onPress={() => void store()}
          >
            {preview === null
              ? t('payments.import')
              : t('payments.confirm', { count: t('payments.count', { n: preview.rows }) })}
          </Button>
        </>
      }
    >
      {isBusy && (
        <Progress
          label={phaseWords(t, save.isBusy ? save.progress : read.progress, save.isBusy)}
          progress={save.isBusy ? save.progress : read.progress}
          onCancel={save.isBusy ? save.cancel : read.cancel}
        />
      )}
      {read.error !== null && <RefusalNotice error={read.error} />}
      {save.error !== null && <RefusalNotice error={save.error} />}
      {preview === null ? (
        <FileDrop
          label={t('payments.drop')}
          note={t('payments.dropNote')}
          extensions={['.csv', '.txt', '.tsv']}
          isDisabled={isBusy}
          onFile={({ path }) => void look(path)}
        />
      ) : (
        <ListPreview
          preview={preview}
          isBusy={isBusy}
          onEncoding={chooseEncoding}
          onMapping={chooseMapping}
        />
      )}
    </Dialog>
  );
}

function phaseWords(
  t: ReturnType<typeof useT>,
  progress: JobProgress | null,
  isSaving: boolean,
): string {
  const general = t(isSaving ? 'payments.importing' : 'payments.reading');
  return progress === null ? general : (t.maybe(`payments.phase.${progress.phase}`) ?? general);
}
