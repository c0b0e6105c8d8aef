import { useState } from 'react';
import type { OutputOf } from '../../../../contract/api.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { hrefOf } from '../../../lib/route.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { MonthText } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Notice } from '../../../ui/States.tsx';
import { setHouseholdWork, useHouseholdWork } from './household-store.ts';

type Recorded = OutputOf<'households.change'>;

const SHORTEST_REASON = 3;

/** After a correction: which months it may change, the way to their differences, and the way back. */
export function RecordedNotice({ personId }: { personId: string }) {
  const t = useT();
  const { recorded } = useHouseholdWork(personId);
  const [isUndoing, setUndoing] = useState(false);
  if (recorded === null) return null;
  const hide = (): void => setHouseholdWork(personId, { recorded: null });
  const { affected, warnings } = recorded;
  return (
    <Notice
      tone={warnings.length > 0 ? 'warning' : 'success'}
      action={
        <span className="row">
          {affected !== null && (
            <a
              className="hh-compute"
              href={hrefOf('entitlement', null, { desk: 'differences', person: personId })}
            >
              {t('households.computeDifferences')}
            </a>
          )}
          <Button size="s" variant="quiet" icon="undo" onPress={() => setUndoing(true)}>
            {t('households.undo')}
          </Button>
          <IconButton size="s" icon="x" label={t('households.dismiss')} onPress={hide} />
        </span>
      }
    >
      <b>{t('households.recorded')}.</b> <Affected affected={affected} />
      {warnings.map(({ code, step }) => (
        <span key={`${code}-${step}`} className="block">
          {t(`households.warning.${code}`)}
        </span>
      ))}
      {isUndoing && (
        <UndoDialog personId={personId} recorded={recorded} onClose={() => setUndoing(false)} />
      )}
    </Notice>
  );
}

function Affected({ affected }: Pick<Recorded, 'affected'>) {
  const t = useT();
  if (affected === null) return <>{t('households.noMonths')}</>;
  const from = <MonthText month={affected.from} />;
  return affected.from === affected.to ? (
    <Message id="households.affectsOne" values={{ from }} />
  ) : (
    <Message id="households.affects" values={{ from, to: <MonthText month={affected.to} /> }} />
  );
}

function UndoDialog({
  personId,
  recorded,
  onClose,
}: {
  personId: string;
  recorded: Recorded;
  onClose: () => void;
}) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const undo = useApiCommand(api.households.undo, ['households', 'registry']);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const run = async (): Promise<void> => {
    setChecked(true);
    if (isShort) return;
    const result = await undo.run({
      beneficiaryId: personId,
      change: recorded.change,
      reason: reason.trim(),
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('households.undone') });
    setHouseholdWork(personId, { recorded: null });
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('households.undoTitle')}
      consequences={[{ icon: 'undo', text: t('households.undoConsequence') }]}
      confirmLabel={t('households.undo')}
      onConfirm={() => void run()}
      isBusy={undo.isBusy}
      error={undo.error}
    >
      <TextField
        label={t('households.undoReason')}
        value={reason}
        onChange={setReason}
        multiline
        isRequired
        maxLength={2000}
        error={isChecked && isShort ? t('households.reasonShort') : null}
      />
    </ConfirmDialog>
  );
}
