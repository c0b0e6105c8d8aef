import { useState } from 'react';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { ConflictView } from './ConflictView.tsx';
import { ReasonField } from './FactDialog.tsx';
import {
  dropPending,
  stepsWaiting,
  useHouseholdWork,
  type PendingStep,
} from './household-store.ts';
import type { Household } from './use-household.ts';
import { useRecording } from './use-recording.ts';

const SHORTEST_REASON = 3;

/** Corrections that are kept to be recorded together, and the way to record or drop them. */
export function PendingBar({ personId, household }: { personId: string; household: Household }) {
  const t = useT();
  const { pending } = useHouseholdWork(personId);
  const [isOpen, setOpen] = useState(false);
  if (pending.length === 0) return null;
  return (
    <div className="hh-pending" role="status">
      <Icon name="hourglass" />
      <b className="medium">{t('households.pending', { n: pending.length })}</b>
      <span className="ell second">{pending.map(({ words }) => words).join(' · ')}</span>
      <span className="sp" />
      <Button size="s" variant="quiet" onPress={() => dropPending(personId, null)}>
        {t('households.pendingClear')}
      </Button>
      <Button size="s" variant="primary" onPress={() => setOpen(true)}>
        {t('households.pendingRecord')}
      </Button>
      {isOpen && (
        <RecordDialog
          personId={personId}
          household={household}
          pending={pending}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function RecordDialog({
  personId,
  household,
  pending,
  onClose,
}: {
  personId: string;
  household: Household;
  pending: readonly PendingStep[];
  onClose: () => void;
}) {
  const t = useT();
  const recording = useRecording(personId, household);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const item = recording.error?.details?.['item'];
  const wrong = typeof item === 'number' ? placeOf(pending, item) : -1;
  const record = async (): Promise<void> => {
    setChecked(true);
    if (isShort) return;
    const result = await recording.record(stepsWaiting(pending), reason);
    if (result.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!recording.isBusy}
      size="m"
      title={t('households.recordTitle')}
      footer={
        <>
          <Button onPress={onClose} isDisabled={recording.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            isBusy={recording.isBusy}
            isDisabled={recording.conflictSince !== null || pending.length === 0}
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
      <ul className="hh-lines boxed">
        {pending.map(({ key, words }, index) => (
          <li key={key} className={wrong === index ? 'differs' : ''}>
            <Icon name={wrong === index ? 'alert' : 'dotc'} size={14} />
            <span className="hh-line-words">{words}</span>
            <span className="sp" />
            <IconButton
              size="s"
              icon="x"
              label={t('households.pendingDrop')}
              onPress={() => {
                dropPending(personId, key);
                if (pending.length === 1) onClose();
              }}
            />
          </li>
        ))}
      </ul>
      <ReasonField
        reason={reason}
        onChange={setReason}
        isWrong={isChecked && isShort}
        waiting={0}
      />
      {recording.error !== null && <RefusalNotice error={recording.error} />}
    </Dialog>
  );
}

/** Which of those that wait holds a step, by the step's place among all. */
function placeOf(pending: readonly PendingStep[], item: number): number {
  let before = 0;
  return pending.findIndex(({ steps }) => {
    before += steps.length;
    return item < before;
  });
}
