import { useState } from 'react';
import type { ObjectionOutcome } from '../../../domain/objections/objection-status.ts';
import { api } from '../../lib/client.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Code } from '../../ui/Chip.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import './objection-dialogs.css';
import { changeDraft, dropDraft, useDraft } from './objections-store.ts';
import type { Findings, ReviewFile } from './use-findings.ts';

const SHORTEST = 3;

/** The last look before the outcome is proposed: every finding, and the reasons that the letter begins with. */
export function ProposeObjectionDialog({
  isOpen,
  onClose,
  file,
  findings,
  outcome,
}: {
  isOpen: boolean;
  onClose: () => void;
  file: ReviewFile;
  findings: Findings;
  outcome: ObjectionOutcome;
}) {
  const t = useT();
  const { id, number } = file.objection;
  const draft = useDraft(id);
  const [isChecked, setChecked] = useState(false);
  const propose = useCaseCommand(id, api.objections.propose, ['objections', 'today']);
  const reasoning = draft.reasoning ?? file.reasoning ?? '';
  const isReferral = outcome === 'committee';
  const isShort = reasoning.trim().length < SHORTEST;

  const submit = async (): Promise<void> => {
    setChecked(true);
    if (isShort || propose.isBusy || findings.isSaving) return;
    const saved = await findings.saveAll();
    if (!saved.ok) return;
    const result = await propose.run({
      id,
      expectedVersion: saved.value.version,
      outcome,
      reasoning: reasoning.trim(),
    });
    if (!result.ok) return;
    dropDraft(id);
    onClose();
    toast({ tone: 'success', text: t('objections.proposed', { number }) });
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => {
        propose.reset();
        onClose();
      }}
      title={t(`objections.propose.${outcome}`)}
      size="m"
      canClose={!propose.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={propose.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={propose.isBusy || findings.isSaving}
            onPress={() => void submit()}
          >
            {t('objections.sendForApproval')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void submit()} />
      <ul className="found-list">
        {findings.reasons.map((reason) => (
          <li key={reason.code}>
            <Code>{reason.code}</Code>
            <span>
              <b className={reason.finding === null ? 't-warning' : 'medium'}>
                {reason.finding === null
                  ? t('objections.noFinding')
                  : t(`objections.finding.${reason.finding}`)}
              </b>
              {reason.note !== '' && (
                <span className="block second" dir="auto">
                  {reason.note}
                </span>
              )}
              {reason.finding !== null && reason.note.trim().length < SHORTEST && (
                <span className="block t-warning">{t('objections.noteMissing')}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <TextField
        label={t(isReferral ? 'objections.question' : 'objections.reasoning')}
        help={t(isReferral ? 'objections.questionHelp' : 'objections.reasoningHelp')}
        value={reasoning}
        onChange={(text) => changeDraft(id, { reasoning: text })}
        multiline
        autoFocus
        isRequired
        maxLength={2000}
        error={
          isChecked && isShort
            ? t(isReferral ? 'objections.questionMissing' : 'objections.reasoningMissing')
            : null
        }
      />
      <ActionRefused error={propose.error ?? findings.error} />
    </Dialog>
  );
}
