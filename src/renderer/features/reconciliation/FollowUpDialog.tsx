import { useMemo, useState } from 'react';
import { ADDRESSEES, type Addressee, type FollowUpDraft } from '../../../contract/follow-ups.ts';
import type { ExceptionRow } from '../../../contract/reconciliation.ts';
import { addDays, type IsoDate } from '../../../domain/shared/iso-date.ts';
import { sideOf } from '../../../domain/reconciliation/required-action.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { useToday } from '../../lib/use-today.ts';
import { Button } from '../../ui/Button.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice, RefusalNotice } from '../../ui/States.tsx';
import { Segmented } from '../../ui/Tabs.tsx';
import { FollowUpMessage } from './FollowUpMessage.tsx';
import { setDesk } from './reconciliation-store.ts';

/** Drafts of what is asked about exceptions of one code: edited, copied or saved, and recorded with a day to look again. */
export function FollowUpDialog({ chosen }: { chosen: readonly ExceptionRow[] }) {
  const t = useT();
  const today = useToday();
  const [first] = chosen;
  const [to, setTo] = useState<Addressee>(
    first !== undefined && sideOf(first.action) === 'beneficiary' ? 'beneficiary' : 'bank',
  );
  const [chosenDay, setDay] = useState<IsoDate | null>(null);
  const [edited, setEdited] = useState<Readonly<Record<string, string>>>({});
  const ids = useMemo(() => chosen.map(({ id }) => id), [chosen]);
  const drafted = useApiQuery(
    ['reconciliation', 'draft', ids, to, chosenDay],
    () =>
      api.reconciliation.draftFollowUp({
        exceptions: ids,
        to,
        ...(chosenDay === null ? {} : { dueOn: chosenDay }),
      }),
    { keepPrevious: true },
  );
  const record = useApiCommand(api.reconciliation.recordFollowUp, ['reconciliation', 'today']);
  const close = (): void => setDesk({ isFollowingUp: false });
  const { drafts = [], dueOn = null, skipped = 0 } = drafted.data ?? {};
  const day = chosenDay ?? dueOn;
  const textOf = (draft: FollowUpDraft): string => edited[keyOf(to, draft)] ?? draft.text;

  const save = async (): Promise<void> => {
    if (day === null || drafts.length === 0) return;
    const messages = drafts.map((draft) => ({
      exceptions: draft.exceptions,
      bankCode: draft.bankCode,
      text: textOf(draft),
    }));
    const result = await record.run({ to, dueOn: day, messages });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('workbench.recorded', { n: result.value.recorded }) });
    setDesk({ isFollowingUp: false, selected: new Map() });
  };

  return (
    <Dialog
      isOpen
      onClose={close}
      size="l"
      title={t('workbench.followUpTitle', { count: t('workbench.count', { n: chosen.length }) })}
      footer={
        <>
          <Button onPress={close}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={record.isBusy}
            isDisabled={day === null || drafts.length === 0}
            onPress={() => void save()}
          >
            {t('workbench.record')}
          </Button>
        </>
      }
    >
      <SaveKey run={() => void save()} />
      <div className="rec-follow">
        <div className="rec-follow-head">
          <Segmented
            label={t('workbench.askWhom')}
            items={ADDRESSEES.map((id) => ({ id, label: t(`workbench.ask.${id}`) }))}
            selected={to}
            onSelect={setTo}
          />
          <DatePicker
            label={t('workbench.followUpOn')}
            value={day}
            onChange={setDay}
            min={addDays(today, 1)}
            help={t('workbench.followUpDays')}
          />
        </div>
        {drafted.error && <ErrorState error={drafted.error} />}
        {drafted.isLoading && <Skeleton lines={5} />}
        {skipped > 0 && <Notice tone="warning">{t('workbench.skipped', { n: skipped })}</Notice>}
        {!drafted.error &&
          drafts.map((draft) => (
            <FollowUpMessage
              key={keyOf(to, draft)}
              draft={draft}
              text={textOf(draft)}
              onChange={(text) => setEdited((was) => ({ ...was, [keyOf(to, draft)]: text }))}
            />
          ))}
        {record.error !== null && <RefusalNotice error={record.error} />}
      </div>
    </Dialog>
  );
}

/** Bound inside the dialog: keys of what lies below it sleep. */
function SaveKey({ run }: { run: () => void }) {
  useShortcuts({ 'Ctrl+Enter': run }, { inFields: true });
  return null;
}

function keyOf(to: Addressee, { exceptions }: FollowUpDraft): string {
  return `${to} ${exceptions.map(({ id }) => id).join(' ')}`;
}
