import { useState } from 'react';
import type { ComparedSideDto } from '../../../../contract/duplicates.ts';
import { isolate } from '../../../../domain/shared/isolate.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Notice, RefusalNotice } from '../../../ui/States.tsx';
import type { PairView } from './PairPanel.tsx';
import { TOUCHED } from './touched.ts';

/** Which file stays, why, and everything that follows from it, before anything is proposed. */
export function MergeDialog({ view, onClose }: { view: PairView; onClose: () => void }) {
  const t = useT();
  const { row, one, other, twicePaid } = view;
  const [keptId, setKeptId] = useState(
    other.payments > one.payments ? other.beneficiaryId : one.beneficiaryId,
  );
  const [reason, setReason] = useState('');
  const propose = useApiCommand(api.duplicates.proposeMerge, TOUCHED);
  const [kept, left] = keptId === one.beneficiaryId ? [one, other] : [other, one];
  const store = async (): Promise<void> => {
    const result = await propose.run({
      id: row.id,
      expectedVersion: row.version,
      keptId,
      reason,
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('duplicates.proposed') });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('duplicates.mergeTitle')}
      canClose={!propose.isBusy}
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim().length < 3}
            isBusy={propose.isBusy}
            onPress={() => void store()}
          >
            {t('duplicates.mergePropose')}
          </Button>
        </>
      }
    >
      <div className="dups-form">
        <RadioGroup
          label={t('duplicates.mergeKeep')}
          options={[one, other].map((side) => ({
            value: side.beneficiaryId,
            label: nameOf(side),
          }))}
          value={keptId}
          onChange={setKeptId}
        />
        <section>
          <h3 className="cap muted">{t('duplicates.mergeWhat')}</h3>
          <ul className="dups-consequences">
            <li>{t('duplicates.mergeStays', { kept: nameOf(kept), left: nameOf(left) })}</li>
            <li>{t('duplicates.mergeHistory')}</li>
            <li>{t('duplicates.mergeNotPaid')}</li>
            <li>{t('duplicates.mergeApproval')}</li>
          </ul>
        </section>
        {twicePaid.length > 0 && (
          <Notice tone="warning">{t('duplicates.twicePaid', { n: twicePaid.length })}</Notice>
        )}
        <TextField
          label={t('duplicates.reason')}
          value={reason}
          onChange={setReason}
          multiline
          isRequired
          maxLength={2000}
        />
        {propose.error !== null && <RefusalNotice error={propose.error} />}
      </div>
    </Dialog>
  );
}

/** Two files of one person have one name: the end of the id tells them apart. */
const nameOf = ({ name, maskedNationalId }: ComparedSideDto): string =>
  `${name} ${isolate(maskedNationalId)}`;
