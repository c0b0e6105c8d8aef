import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { NoteDialog } from '../../ui/cases/NoteDialog.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import './objection-dialogs.css';
import type { ReviewFile } from './use-findings.ts';

/** The third person approves the outcome or sends it back. */
export function ApproveObjection({ file }: { file: ReviewFile }) {
  const t = useT();
  const { id, version, number } = file.objection;
  const [open, setOpen] = useState<'none' | 'approve' | 'back'>('none');
  const approve = useCaseCommand(id, api.objections.approve, ['objections', 'letters', 'today']);
  const back = useCaseCommand(id, api.objections.sendBack, ['objections', 'today']);
  const { outcome } = file;
  useShortcuts({ 'Ctrl+Enter': () => setOpen('approve') });

  const approveNow = async (): Promise<void> => {
    const result = await approve.run({ id, expectedVersion: version });
    if (!result.ok) return;
    setOpen('none');
    const { letterId } = result.value;
    toast({
      tone: 'success',
      text: t('objections.approved', { number }),
      ...(letterId === null
        ? {}
        : {
            action: {
              label: t('cases.letter'),
              run: () => navigate(hrefOf('letters', letterId)),
            },
          }),
    });
  };

  return (
    <>
      {outcome !== null && <StatusChip family="objection" status={outcome} />}
      <Button icon="undo" onPress={() => setOpen('back')}>
        {t('cases.sendBack')}
      </Button>
      <Button variant="primary" keys="Ctrl+Enter" onPress={() => setOpen('approve')}>
        {t('cases.approve')}
      </Button>
      <ConfirmDialog
        isOpen={open === 'approve'}
        onClose={() => {
          setOpen('none');
          approve.reset();
        }}
        title={t(`objections.approveQuestion.${outcome ?? 'accepted'}`, { number })}
        consequences={[
          {
            icon: outcome === 'committee' ? 'people' : 'person',
            text: t(`objections.consequence.${outcome ?? 'accepted'}`),
          },
          ...(outcome === 'committee'
            ? []
            : [{ icon: 'letter' as const, text: t('objections.issuesLetter') }]),
          { icon: 'ban', text: t('objections.cannotUndo') },
        ]}
        confirmLabel={t('cases.approve')}
        onConfirm={() => void approveNow()}
        isBusy={approve.isBusy}
      >
        <ConfirmKey run={() => void approveNow()} />
        {t('objections.proposedBy', { name: file.proposedBy?.name ?? '' })}
        {file.reasoning !== null && (
          <span className="block quote" dir="auto">
            {file.reasoning}
          </span>
        )}
        <ActionRefused error={approve.error} />
      </ConfirmDialog>
      <NoteDialog
        isOpen={open === 'back'}
        onClose={() => {
          setOpen('none');
          back.reset();
        }}
        title={t('cases.sendBack')}
        label={t('cases.sendBackNote')}
        help={t('cases.sendBackHelp')}
        confirmLabel={t('cases.sendBack')}
        onConfirm={async (note) => {
          const result = await back.run({ id, expectedVersion: version, note });
          if (result.ok) toast({ tone: 'success', text: t('objections.sentBack', { number }) });
          return result.ok;
        }}
        isBusy={back.isBusy}
        error={back.error}
      />
    </>
  );
}
