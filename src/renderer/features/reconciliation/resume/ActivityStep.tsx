import { useState } from 'react';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { api } from '../../../lib/client.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { ProofForm, useChosenProof } from './ProofForm.tsx';
import type { ResumeView } from './ResumePanel.tsx';
import type { StepState } from './StepList.tsx';

/** Step 2: what the bank's letter says of the account. */
export function ActivityStep({ view, state }: { view: ResumeView; state: StepState }) {
  const t = useT();
  const [isEditing, setEditing] = useState(false);
  const { activity, needed } = view.account;
  if (!needed) return null;
  const mayWork = view.mayPrepare === null;
  return (
    <>
      {activity !== null && (
        <>
          <Rule
            icon={activity.active ? 'checkc' : 'alert'}
            tone={activity.active ? 'success' : 'danger'}
          >
            {t(activity.active ? 'resume.activity.active' : 'resume.notActive')}
          </Rule>
          <p className="cap muted">
            <Message
              id="resume.provenBy"
              values={{ by: activity.by, date: <DateText date={activity.on} /> }}
            />
          </p>
        </>
      )}
      {mayWork && state !== 'later' && (activity === null || isEditing) && (
        <ActivityForm view={view} onDone={() => setEditing(false)} />
      )}
      {mayWork && activity !== null && !isEditing && (
        <Button size="s" variant="quiet" onPress={() => setEditing(true)}>
          {t('resume.recordAgain')}
        </Button>
      )}
    </>
  );
}

function ActivityForm({ view, onDone }: { view: ResumeView; onDone: () => void }) {
  const t = useT();
  const today = useToday();
  const { payment } = view;
  const confirm = useCaseCommand(payment.id, api.resume.confirmActivity, ['resume']);
  const [says, setSays] = useState<'active' | 'frozen' | null>(null);
  const [on, setOn] = useState<IsoDate | null>(today);
  const [chosen, setDocumentId] = useChosenProof(view.documents);
  const record = async (): Promise<void> => {
    if (chosen === null || on === null || says === null) return;
    const result = await confirm.run({
      paymentId: payment.id,
      expectedVersion: view.caseVersion,
      active: says === 'active',
      on,
      documentId: chosen,
    });
    if (result.ok) onDone();
  };
  return (
    <ProofForm
      documents={view.documents}
      documentLabel={t('resume.bankLetter')}
      chosen={chosen}
      onChoose={setDocumentId}
      date={<DatePicker label={t('resume.on')} value={on} onChange={setOn} max={today} />}
      isReady={on !== null && says !== null}
      recordLabel={t('resume.record')}
      isBusy={confirm.isBusy}
      error={confirm.error}
      onRecord={() => void record()}
    >
      <RadioGroup
        label={t('resume.activity')}
        row
        options={[
          { value: 'active', label: t('resume.activity.active') },
          { value: 'frozen', label: t('resume.activity.frozen') },
        ]}
        value={says}
        onChange={setSays}
      />
    </ProofForm>
  );
}
