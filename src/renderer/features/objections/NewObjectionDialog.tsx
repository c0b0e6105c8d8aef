import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { CHANNELS } from '../../../domain/complaints/complaint-status.ts';
import { api } from '../../lib/client.ts';
import { useColleagues } from '../../lib/cases/colleagues.ts';
import { focusFirstFault } from '../../lib/cases/focus-first-fault.ts';
import { usePersonSearch } from '../../lib/cases/person-search.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { LateFields } from '../../ui/cases/LateFields.tsx';
import { PersonPicker } from '../../ui/cases/PersonPicker.tsx';
import { ReceiptField } from '../../ui/cases/ReceiptField.tsx';
import { RadioGroup, Select } from '../../ui/Choices.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { faultsOf, NO_OBJECTION, OUTSIDE, requestOf } from './new-objection.ts';
import { RefusalReasons } from './RefusalReasons.tsx';

/** An objection taken at the desk; a supervisor's leave is asked for where the backend says that the period is over. */
export function NewObjectionDialog({
  isOpen,
  onClose,
  onFiled,
}: {
  isOpen: boolean;
  onClose: () => void;
  onFiled: (filed: OutputOf<'objections.file'>) => void;
}) {
  const t = useT();
  const [draft, setDraft] = useState(NO_OBJECTION);
  const [isChecked, setChecked] = useState(false);
  const found = usePersonSearch(draft.search);
  const officers = useColleagues('cases.work');
  const table = useApiQuery(
    ['objections', 'refusalReasons'],
    () => api.objections.refusalReasons({}),
    { enabled: isOpen },
  );
  const file = useApiCommand(api.objections.file, ['objections', 'letters', 'today']);
  const change = (part: Partial<typeof NO_OBJECTION>): void =>
    setDraft((was) => ({ ...was, ...part }));

  // A supervisor's password never waits behind a closed dialog.
  useEffect(() => {
    if (!isOpen) setDraft((was) => ({ ...was, late: { ...was.late, supervisorPassword: '' } }));
  }, [isOpen]);

  const faults = faultsOf(t, draft);
  const shown = isChecked ? faults : {};
  const today = useToday();
  const submit = async (): Promise<void> => {
    setChecked(true);
    const request = requestOf(draft);
    if (request === null || Object.keys(faults).length > 0) return focusFirstFault();
    if (file.isBusy) return;
    const result = await file.run(request);
    if (result.ok) {
      setDraft(NO_OBJECTION);
      setChecked(false);
      onFiled(result.value);
    } else if (result.error.code === 'PERIOD_ENDED') {
      change({ isLate: true });
      setChecked(false);
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => {
        file.reset();
        onClose();
      }}
      title={t('objections.new')}
      size="m"
      canClose={!file.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={file.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={file.isBusy}
            onPress={() => void submit()}
          >
            {t('objections.file')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void submit()} isOpenedByIt={false} />
      <PersonPicker
        label={t('cases.person')}
        chosen={draft.person}
        onChoose={(person) => change({ person })}
        search={draft.search}
        onSearch={(search) => change({ search })}
        people={found.people}
        error={shown.person}
      />
      <div className="two">
        <DatePicker
          label={t('objections.refusedOnDate')}
          value={draft.refusedOn}
          onChange={(refusedOn) => change({ refusedOn })}
          max={today}
          error={shown.refusedOn}
          isRequired
        />
        <DatePicker
          label={t('objections.notifiedOnDate')}
          value={draft.notifiedOn}
          onChange={(notifiedOn) => change({ notifiedOn })}
          max={today}
          error={shown.notifiedOn}
          isRequired
        />
        <Select
          label={t('objections.firstDecidedBy')}
          options={[
            { value: OUTSIDE, label: t('objections.outsideBranch') },
            ...officers.map(({ id, fullName }) => ({ value: id, label: fullName })),
          ]}
          value={draft.firstDecidedBy}
          onChange={(firstDecidedBy) => change({ firstDecidedBy })}
        />
        <RadioGroup
          label={t('cases.channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`cases.channel.${value}`) }))}
          value={draft.channel}
          onChange={(channel) => change({ channel })}
          row
        />
      </div>
      <RefusalReasons
        table={table.data ?? []}
        chosen={draft.reasons}
        onChange={(reasons) => change({ reasons })}
        error={shown.reasons}
      />
      <TextField
        label={t('objections.statementLabel')}
        help={t('objections.statementHelp')}
        value={draft.statement}
        onChange={(statement) => change({ statement })}
        error={shown.statement}
        multiline
        isRequired
        maxLength={2000}
      />
      {draft.isLate && (
        <LateFields
          value={draft.late}
          onChange={(late) => change({ late })}
          errors={shown.late ?? {}}
        >
          {t('objections.lateWords')}
        </LateFields>
      )}
      <ReceiptField
        receipt={draft.receipt}
        channel={draft.channel}
        onChange={(receipt) => change({ receipt })}
      />
      <ActionRefused error={file.error ?? table.error} />
    </Dialog>
  );
}
