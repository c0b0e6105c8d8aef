import { useState, type ReactNode } from 'react';
import type { Refusal } from '../../../domain/shared/result.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { TextField } from '../Fields.tsx';
import { ActionRefused } from './ActionRefused.tsx';
import { ConfirmKey } from './ConfirmKey.tsx';

const SHORTEST = 3;

/**
 * A step that needs a sentence of the officer: asking for documents, sending back. What was typed stays when the dialog
 * is closed, until the step is done.
 *
 * @param onConfirm answers whether it was done
 */
export function NoteDialog({
  isOpen,
  onClose,
  title,
  children,
  label,
  help,
  confirmLabel,
  onConfirm,
  isBusy,
  error,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  label: string;
  help?: ReactNode;
  confirmLabel: string;
  onConfirm: (note: string) => Promise<boolean>;
  isBusy: boolean;
  error: Refusal | null;
}) {
  const t = useT();
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = note.trim().length < SHORTEST;
  const confirm = async (): Promise<void> => {
    setChecked(true);
    if (isShort || isBusy) return;
    if (!(await onConfirm(note.trim()))) return;
    setNote('');
    setChecked(false);
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      canClose={!isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={isBusy}
            onPress={() => void confirm()}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void confirm()} isOpenedByIt={false} />
      {children !== undefined && <p className="small second">{children}</p>}
      <TextField
        label={label}
        help={help}
        value={note}
        onChange={setNote}
        multiline
        autoFocus
        isRequired
        maxLength={2000}
        error={isChecked && isShort ? t('cases.noteShort') : null}
      />
      <ActionRefused error={error} />
    </Dialog>
  );
}
