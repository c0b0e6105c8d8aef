import { useState, type ReactNode } from 'react';
import type { Refusal } from '../../domain/shared/result.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './Fields.tsx';
import { RefusalNotice } from './States.tsx';

const SHORTEST = 3;

/** A step that needs a reason and nothing else. */
export function ReasonDialog({
  title,
  text,
  confirm,
  isBusy,
  error,
  onClose,
  onConfirm,
}: {
  title: string;
  /** What follows from it; null for nothing to say. */
  text: ReactNode;
  confirm: string;
  isBusy: boolean;
  error: Refusal | null;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}) {
  const t = useT();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      canClose={!isBusy}
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim().length < SHORTEST}
            isBusy={isBusy}
            onPress={() => onConfirm(reason.trim())}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {text !== null && <p className="small">{text}</p>}
      <TextField
        label={t('ui.reason')}
        value={reason}
        onChange={setReason}
        multiline
        isRequired
        autoFocus
        maxLength={2000}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Dialog>
  );
}
