import { useEffect, useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { printSheet } from '../../lib/print-sheet.ts';
import { useApiJob } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PdfView } from '../../ui/PdfView.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';

/** The complaint form as it will be printed; it is on no register. */
export function ComplaintFormDialog({
  personId,
  onClose,
}: {
  /** Null for a blank one. */
  personId: string | null;
  onClose: () => void;
}) {
  const t = useT();
  const { run, error } = useApiJob(api.caseLetters.complaintForm, []);
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    void run({ beneficiaryId: personId }).then((made) => {
      if (made.ok) setBytes(made.value.bytes);
    });
  }, [run, personId]);

  const print = async (): Promise<void> => {
    if (bytes === null || isPrinting) return;
    setPrinting(true);
    setFailed(false);
    const state = await printSheet(bytes, t('caseLetters.formTitle'));
    setPrinting(false);
    if (state === 'failed') setFailed(true);
    if (state !== 'spooled') return;
    toast({ tone: 'success', text: t('caseLetters.formPrinted') });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('caseLetters.formTitle')}
      size="l"
      canClose={!isPrinting}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isPrinting}>
            {t('ui.close')}
          </Button>
          <Button
            variant="primary"
            icon="print"
            isBusy={isPrinting}
            isDisabled={bytes === null}
            onPress={() => void print()}
          >
            {t('caseLetters.print')}
          </Button>
        </>
      }
    >
      <p className="small second">{t('caseLetters.formText')}</p>
      {isFailed && <Notice tone="danger">{t('caseLetters.formNotPrinted')}</Notice>}
      <div className="per-form">
        {error === null ? (
          <PdfView bytes={bytes} title={t('caseLetters.formTitle')} />
        ) : (
          <ErrorState
            error={error}
            title={t('caseLetters.formFailed')}
            onRetry={() => void run({ beneficiaryId: personId })}
          />
        )}
      </div>
    </Dialog>
  );
}
