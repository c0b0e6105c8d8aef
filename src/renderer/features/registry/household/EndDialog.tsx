import { useState } from 'react';
import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { focusFirstFault } from '../../../lib/cases/focus-first-fault.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { asTypedDate, TypedDateField } from '../../../ui/TypedDateField.tsx';
import { ConflictView } from './ConflictView.tsx';
import { factWords } from './fact-fields.ts';
import { faultsOf } from './fact-faults.ts';
import { ReasonField } from './FactDialog.tsx';
import { SpanText } from './FactLines.tsx';
import { addPending, stepsWaiting, useHouseholdWork } from './household-store.ts';
import { stepWords } from './step-words.ts';
import type { Household, Step } from './use-household.ts';
import { useRecording } from './use-recording.ts';

const SHORTEST_REASON = 3;

/** Ending a thing on a day, or taking back what never held. */
export function EndDialog({
  personId,
  household,
  fact,
  action,
  onClose,
}: {
  personId: string;
  household: Household;
  fact: HouseholdFactDto;
  action: 'end' | 'remove';
  onClose: () => void;
}) {
  const t = useT();
  const today = useToday();
  const { pending } = useHouseholdWork(personId);
  const recording = useRecording(personId, household);
  const [on, setOn] = useState(() => asTypedDate(today));
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const faults = faultsOf(t, fact.kind, {
    missing: isChecked && action === 'end' && on === null ? ['on'] : [],
    error: recording.error,
    item: stepsWaiting(pending).length,
  });
  const stepOf = (): Step | null => {
    if (action === 'remove') return { action, record: fact.record };
    return on === null ? null : { action, record: fact.record, on: on.date };
  };
  const keep = (): void => {
    setChecked(true);
    const step = stepOf();
    if (step === null) return focusFirstFault();
    addPending(personId, household.lastChange, {
      steps: [step],
      words: stepWords(t, [step], household),
    });
    onClose();
  };
  const record = async (): Promise<void> => {
    setChecked(true);
    const step = stepOf();
    if (step === null || isShort) return focusFirstFault();
    const result = await recording.record([...stepsWaiting(pending), step], reason);
    if (result.ok) onClose();
    else focusFirstFault();
  };
  const label =
    fact.kind === 'person'
      ? t('households.endPersonOn')
      : fact.kind === 'stay'
        ? t('households.backOn')
        : t('households.endOn');

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!recording.isBusy}
      size="m"
      title={
        action === 'remove'
          ? t('households.step.remove', { words: factWords(t, fact) })
          : t('households.titleEnd', { name: factWords(t, fact) })
      }
      footer={
        <>
          <Button onPress={onClose} isDisabled={recording.isBusy}>
            {t('ui.back')}
          </Button>
          <Button icon="plus" onPress={keep} isDisabled={recording.isBusy}>
            {t('households.addToPending')}
          </Button>
          <Button
            variant={action === 'remove' ? 'dangerFill' : 'primary'}
            isBusy={recording.isBusy}
            isDisabled={recording.conflictSince !== null}
            onPress={() => void record()}
          >
            {t('households.recordNow')}
          </Button>
        </>
      }
    >
      {recording.conflictSince !== null && (
        <ConflictView personId={personId} since={recording.conflictSince} onSeen={recording.seen} />
      )}
      <p className="small second">
        {factWords(t, fact)}
        {t('cases.listComma')}
        <SpanText fact={fact} />
      </p>
      {action === 'end' && (
        <TypedDateField
          label={label}
          value={on}
          onChange={setOn}
          error={faults.at('on')}
          isRequired
          autoFocus
        />
      )}
      <ReasonField
        reason={reason}
        onChange={setReason}
        isWrong={isChecked && isShort && recording.error === null}
        waiting={pending.length}
      />
      {faults.below !== null && <RefusalNotice error={faults.below} />}
    </Dialog>
  );
}
