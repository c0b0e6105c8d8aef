import { useState, type ReactNode } from 'react';
import type { Refusal } from '../../../domain/shared/result.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { Button } from '../Button.tsx';
import { ApproveDialog, type ApproveDialogProps } from './ApproveDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';

/** A command as an answer of the second officer; `run` says whether it was done. */
interface Answer<Input extends readonly unknown[]> {
  readonly run: (...input: Input) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly error: Refusal | null;
  readonly reset: () => void;
}

/**
 * The second officer's two answers, alike wherever one officer proposes and another decides: approving says what
 * follows, sending back asks for a sentence to the proposer. Ctrl Enter opens the first and confirms it.
 */
export function Approval({
  approve,
  sendBack,
  block = false,
  confirmLabel,
  ...question
}: Pick<
  ApproveDialogProps,
  'title' | 'proposedBy' | 'consequences' | 'children' | 'isDanger' | 'confirmLabel'
> & {
  readonly approve: Answer<[]>;
  readonly sendBack: Answer<[note: string]>;
  /** One under the other at the foot of a pane, the way forward first. */
  readonly block?: boolean;
}) {
  const t = useT();
  const [open, setOpen] = useState<'none' | 'approve' | 'back'>('none');
  useShortcuts({ 'Ctrl+Enter': () => setOpen('approve') });
  const label: ReactNode = confirmLabel ?? t('cases.approve');
  const buttons = [
    <Button
      key="approve"
      variant="primary"
      block={block}
      keys="Ctrl+Enter"
      onPress={() => setOpen('approve')}
    >
      {label}
    </Button>,
    <Button
      key="back"
      size={block ? 's' : 'm'}
      block={block}
      icon="undo"
      onPress={() => setOpen('back')}
    >
      {t('cases.sendBack')}
    </Button>,
  ];
  return (
    <>
      {block ? buttons : <span className="row">{buttons.toReversed()}</span>}
      <ApproveDialog
        {...question}
        isOpen={open === 'approve'}
        onClose={() => {
          setOpen('none');
          approve.reset();
        }}
        confirmLabel={label}
        onConfirm={() => void approve.run().then((done) => done && setOpen('none'))}
        isBusy={approve.isBusy}
        error={approve.error}
      />
      <NoteDialog
        isOpen={open === 'back'}
        onClose={() => {
          setOpen('none');
          sendBack.reset();
        }}
        title={t('cases.sendBack')}
        label={t('cases.sendBackNote')}
        help={t('cases.sendBackHelp')}
        confirmLabel={t('cases.sendBack')}
        onConfirm={sendBack.run}
        isBusy={sendBack.isBusy}
        error={sendBack.error}
      />
    </>
  );
}
