import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { monthOf } from '../../../domain/shared/iso-date.ts';
import { CHANNELS, COMPLAINT_CATEGORIES } from '../../../domain/complaints/complaint-status.ts';
import { api } from '../../lib/client.ts';
import { focusFirstFault } from '../../lib/cases/focus-first-fault.ts';
import { usePersonNamed, usePersonSearch } from '../../lib/cases/person-search.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { LateFields } from '../../ui/cases/LateFields.tsx';
import { PersonPicker } from '../../ui/cases/PersonPicker.tsx';
import { ReceiptField } from '../../ui/cases/ReceiptField.tsx';
import { RadioGroup } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { ClaimedMonths } from './ClaimedMonths.tsx';
import { faultsOf, newClaim, requestOf, type ClaimOnScreen } from './new-claim.ts';
import { useFilingWindows } from './use-filing-windows.ts';

/** A complaint taken at the desk: whose, about which months, and a supervisor's leave where the period is over. */
export function NewComplaintDialog({
  isOpen,
  personId,
  onClose,
  onFiled,
}: {
  isOpen: boolean;
  /** Whose complaint it is, where his page asked for it. */
  personId: string | null;
  onClose: () => void;
  onFiled: (filed: OutputOf<'complaints.file'>) => void;
}) {
  const t = useT();
  const thisMonth = monthOf(useToday());
  const [claim, setClaim] = useState<ClaimOnScreen>(() => newClaim(thisMonth));
  const [isChecked, setChecked] = useState(false);
  const found = usePersonSearch(claim.search);
  const windows = useFilingWindows(isOpen ? claim.months.map(({ month }) => month) : []);
  const file = useApiCommand(api.complaints.file, ['complaints', 'letters', 'today']);
  const change = (part: Partial<ClaimOnScreen>): void => setClaim((was) => ({ ...was, ...part }));

  const named = usePersonNamed(isOpen ? personId : null);
  useEffect(() => {
    if (named !== null) setClaim((was) => ({ ...was, person: named }));
  }, [named]);

  // A supervisor's password never waits behind a closed dialog.
  useEffect(() => {
    if (!isOpen) {
      setClaim((was) => ({ ...was, late: { ...was.late, supervisorPassword: '' } }));
    }
  }, [isOpen]);

  const isLate = [...windows.values()].some(({ state }) => state === 'closed');
  const isEarly = [...windows.values()].some(({ state }) => state === 'notYetOpen');
  const faults = faultsOf(t, claim, isLate);
  const shown = isChecked ? faults : {};
  const submit = async (): Promise<void> => {
    setChecked(true);
    const request = requestOf(claim, isLate);
    if (request === null || Object.keys(faults).length > 0) return focusFirstFault();
    if (isEarly || file.isBusy) return;
    const result = await file.run(request);
    if (!result.ok) return;
    setClaim(newClaim(thisMonth));
    setChecked(false);
    onFiled(result.value);
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => {
        file.reset();
        onClose();
      }}
      title={t('complaints.new')}
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
            isDisabled={isEarly}
            onPress={() => void submit()}
          >
            {t('complaints.file')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void submit()} isOpenedByIt={false} />
      <PersonPicker
        label={t('cases.person')}
        chosen={claim.person}
        onChoose={(person) => change({ person })}
        search={claim.search}
        onSearch={(search) => change({ search })}
        people={found.people}
        error={shown.person}
      />
      <div className="two">
        <RadioGroup
          label={t('complaints.payment')}
          options={COMPLAINT_CATEGORIES.map((value) => ({
            value,
            label: t(`complaints.categoryShort.${value}`),
          }))}
          value={claim.category}
          onChange={(category) => change({ category })}
          row
        />
        <RadioGroup
          label={t('cases.channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`cases.channel.${value}`) }))}
          value={claim.channel}
          onChange={(channel) => change({ channel })}
          row
        />
      </div>
      <ClaimedMonths
        months={claim.months}
        onChange={(months) => change({ months })}
        windows={windows}
        today={thisMonth}
        faults={shown.months ?? {}}
      />
      <TextField
        label={t('complaints.claim')}
        help={t('complaints.claimHelp')}
        value={claim.words}
        onChange={(words) => change({ words })}
        error={shown.words}
        multiline
        isRequired
        maxLength={2000}
      />
      {isLate && (
        <LateFields
          value={claim.late}
          onChange={(late) => change({ late })}
          errors={shown.late ?? {}}
        >
          {t('complaints.lateWords')}
        </LateFields>
      )}
      <ReceiptField
        receipt={claim.receipt}
        channel={claim.channel}
        onChange={(receipt) => change({ receipt })}
      />
      <ActionRefused error={file.error} />
    </Dialog>
  );
}
