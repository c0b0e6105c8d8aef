import { useState } from 'react';
import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { dayOfMonth, monthOf } from '../../../../domain/shared/iso-date.ts';
import { focusFirstFault } from '../../../lib/cases/focus-first-fault.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { asTypedDate, TypedDateField } from '../../../ui/TypedDateField.tsx';
import { ConflictView } from './ConflictView.tsx';
import { draftOf, emptyDraft, statedOf, type Draft } from './drafts.ts';
import { factWords } from './fact-fields.ts';
import { faultsOf } from './fact-faults.ts';
import { FactFieldset, type KnownNumbers } from './FactFieldset.tsx';
import { SpanText } from './FactLines.tsx';
import { correctingSteps } from './correcting-steps.ts';
import { addPending, stepsWaiting, useHouseholdWork } from './household-store.ts';
import { stepWords } from './step-words.ts';
import { SubjectField } from './SubjectField.tsx';
import type { FactKind, Household, Step } from './use-household.ts';
import { useRecording } from './use-recording.ts';

const SHORTEST_REASON = 3;

/** Adding a thing to the household, or correcting one: recorded now with its reason, or kept to be recorded with others. */
export function FactDialog({
  personId,
  household,
  kind,
  fact,
  onClose,
}: {
  personId: string;
  household: Household;
  kind: FactKind;
  /** Null for something new. */
  fact: HouseholdFactDto | null;
  onClose: () => void;
}) {
  const t = useT();
  const today = useToday();
  const { pending } = useHouseholdWork(personId);
  const recording = useRecording(personId, household);
  const [draft, setDraft] = useState<Draft>(() =>
    fact === null ? emptyDraft(kind) : draftOf(fact),
  );
  const [newName] = useState(() => crypto.randomUUID());
  const [subject, setSubject] = useState<Extract<Step, { action: 'begin' }>['subject']>(
    kind === 'person' ? { newDependant: newName } : 0,
  );
  const [mode, setMode] = useState<'whole' | 'since'>('whole');
  const [from, setFrom] = useState(() =>
    asTypedDate(fact === null ? dayOfMonth(monthOf(today), 1) : fact.validFrom),
  );
  const [to, setTo] = useState(() => asTypedDate(fact?.validTo ?? null));
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);

  const stating = statedOf(draft, fact === null);
  const missing = [
    ...(stating.ok ? [] : stating.missing),
    ...(from === null ? ['from'] : []),
    ...(kind === 'person' && draft.kind === 'person' && draft.values.name.trim() === ''
      ? ['name']
      : []),
    ...(draft.kind === 'person' && !isHead(fact) && draft.values.relation === null
      ? ['relation']
      : []),
  ];
  const isShort = reason.trim().length < SHORTEST_REASON;
  const faults = faultsOf(t, kind, {
    missing: isChecked ? missing : [],
    error: recording.error,
    item: stepsWaiting(pending).length,
  });

  const stepsOf = (): readonly Step[] | null => {
    if (!stating.ok || from === null || missing.length > 0) return null;
    const days = { from: from.date, to: to?.date ?? null };
    return fact === null
      ? [{ action: 'begin', subject, fact: stating.fact, ...days }]
      : correctingSteps(fact, stating.fact, days, mode === 'whole');
  };
  const keep = (): void => {
    setChecked(true);
    const steps = stepsOf();
    if (steps === null) return focusFirstFault();
    addPending(personId, household.lastChange, { steps, words: stepWords(t, steps, household) });
    onClose();
  };
  const record = async (): Promise<void> => {
    setChecked(true);
    const steps = stepsOf();
    if (steps === null || isShort) return focusFirstFault();
    const result = await recording.record([...stepsWaiting(pending), ...steps], reason);
    if (result.ok) onClose();
    else focusFirstFault();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!recording.isBusy}
      size="m"
      title={
        fact === null
          ? t('households.titleAdd', {
              kind: t(kind === 'person' ? 'households.kind.dependant' : `households.kind.${kind}`),
            })
          : t('households.titleCorrect', { name: factWords(t, fact) })
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
            variant="primary"
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
      {fact === null && kind !== 'person' && kind !== 'contact' && kind !== 'dwelling' && (
        <SubjectField
          household={household}
          pending={pending}
          subject={subject}
          onChange={setSubject}
          error={faults.at('subject')}
        />
      )}
      <FactFieldset
        draft={draft}
        onChange={setDraft}
        fault={faults.at}
        known={numbersOf(fact)}
        isHead={isHead(fact)}
      />
      {fact !== null && (
        <RadioGroup
          label={t('households.mode')}
          options={[
            {
              value: 'whole',
              label: t('households.mode.whole'),
              note: <SpanText fact={fact} />,
            },
            {
              value: 'since',
              label: t('households.mode.since'),
              note: t('households.modeSinceNote'),
            },
          ]}
          value={mode}
          onChange={(chosen) => {
            setMode(chosen);
            const first = dayOfMonth(monthOf(today), 1);
            setFrom(asTypedDate(chosen === 'whole' ? fact.validFrom : first));
            setTo(asTypedDate(fact.validTo));
          }}
          row
        />
      )}
      <div className="hh-form-grid">
        <TypedDateField
          key={`from-${mode}`}
          label={t('households.from')}
          value={from}
          onChange={setFrom}
          error={faults.at('from')}
          isRequired
        />
        <TypedDateField
          key={`to-${mode}`}
          label={t('households.to')}
          value={to}
          onChange={setTo}
          error={faults.at('to')}
          {...(to === null ? { help: t('households.toHelp') } : {})}
        />
      </div>
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

/** Why it is recorded, and what else goes with it. */
export function ReasonField({
  reason,
  onChange,
  isWrong,
  waiting,
}: {
  reason: string;
  onChange: (reason: string) => void;
  isWrong: boolean;
  waiting: number;
}) {
  const t = useT();
  return (
    <TextField
      label={t('households.reason')}
      value={reason}
      onChange={onChange}
      multiline
      maxLength={2000}
      isRequired
      help={
        waiting === 0 ? t('households.reasonHelp') : t('households.pendingWith', { n: waiting })
      }
      error={isWrong ? t('households.reasonShort') : null}
    />
  );
}

const isHead = (fact: HouseholdFactDto | null): boolean =>
  fact !== null && fact.kind === 'person' && fact.subject === 0;

function numbersOf(fact: HouseholdFactDto | null): KnownNumbers {
  return {
    nationalId: fact?.kind === 'person' ? fact.data.maskedNationalId : null,
    phone: fact?.kind === 'contact' ? fact.data.maskedPhone : null,
    email: fact?.kind === 'contact' ? fact.data.maskedEmail : null,
  };
}
