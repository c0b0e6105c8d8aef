import { useState } from 'react';
import { api } from '../../../lib/client.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { errorWords } from '../../../lib/error-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { bankNameOf } from '../../../../domain/registry/bank-names.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { DateText, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { IbanField } from './IbanField.tsx';
import { ProofForm, useChosenProof } from './ProofForm.tsx';
import type { ResumeView } from './ResumePanel.tsx';
import type { StepState } from './StepList.tsx';

/** Step 1: whose account it is, by which proof. */
export function AccountStep({ view, state }: { view: ResumeView; state: StepState }) {
  const t = useT();
  const [isEditing, setEditing] = useState(false);
  const { account } = view;
  const { proof } = account;
  // A closed account leaves only a new one, and that has its days.
  const mustWait = account.needsNewAccount && !account.editDays.isOpen;
  const mayWork = view.mayPrepare === null && account.needed && !mustWait;
  if (!account.needed) return <p className="small muted">{t('resume.notNeeded')}</p>;
  return (
    <>
      {proof !== null && (
        <>
          <p className="small">
            <Num>{proof.maskedIban}</Num> · {bankNameOf(proof.bankCode)[t.language]}
          </p>
          {proof.tied ? (
            <Rule icon="checkc" tone="success">
              {t('resume.verified')}
            </Rule>
          ) : (
            <Rule icon="alert" tone="danger">
              {t('resume.notTied')}
            </Rule>
          )}
          <p className="cap muted">
            <Message
              id="resume.provenBy"
              values={{ by: proof.by, date: <DateText date={proof.on} /> }}
            />
          </p>
        </>
      )}
      {mustWait && proof === null && view.mayPrepare === null && (
        <Rule icon="clock" tone="warning">
          {errorWords(t, {
            code: 'EDIT_DAYS_CLOSED',
            details: {
              opensOn: account.editDays.opensOn,
              closesOn: account.editDays.closesOn,
            },
          })}
        </Rule>
      )}
      {mayWork && (proof === null || isEditing) && state !== 'later' && (
        <AccountForm view={view} onDone={() => setEditing(false)} />
      )}
      {mayWork && proof !== null && !isEditing && (
        <Button size="s" variant="quiet" onPress={() => setEditing(true)}>
          {t('resume.recordAgain')}
        </Button>
      )}
    </>
  );
}

function AccountForm({ view, onDone }: { view: ResumeView; onDone: () => void }) {
  const t = useT();
  const today = useToday();
  const { account, payment } = view;
  const prove = useCaseCommand(payment.id, api.resume.proveAccount, ['resume', 'registry']);
  const [which, setWhich] = useState<'same' | 'new'>(account.needsNewAccount ? 'new' : 'same');
  const [iban, setIban] = useState('');
  const [holder, setHolder] = useState<'tied' | 'other' | null>(null);
  const [on, setOn] = useState<IsoDate | null>(today);
  const [chosen, setDocumentId] = useChosenProof(view.documents);
  const { editDays } = account;
  const record = async (): Promise<void> => {
    if (chosen === null || on === null) return;
    const result = await prove.run({
      paymentId: payment.id,
      expectedVersion: view.caseVersion,
      iban: which === 'same' ? null : iban,
      tied: holder === 'tied',
      on,
      documentId: chosen,
    });
    if (result.ok) onDone();
  };
  return (
    <ProofForm
      documents={view.documents}
      documentLabel={t('resume.proofDocument')}
      chosen={chosen}
      onChoose={setDocumentId}
      date={<DatePicker label={t('resume.on')} value={on} onChange={setOn} max={today} />}
      isReady={on !== null && holder !== null && (which === 'same' || iban !== '')}
      recordLabel={t('resume.record')}
      isBusy={prove.isBusy}
      error={prove.error}
      onRecord={() => void record()}
    >
      <RadioGroup
        label={t('resume.which')}
        row
        options={[
          {
            value: 'same',
            label: `${t('resume.sameAccount')} ${account.maskedIban}`,
            isDisabled: account.needsNewAccount,
          },
          { value: 'new', label: t('resume.newAccount'), isDisabled: !editDays.isOpen },
        ]}
        value={which}
        onChange={setWhich}
        help={
          editDays.isOpen ? (
            <Message
              id="resume.editOpen"
              values={{ date: <DateText date={editDays.closesOn} /> }}
            />
          ) : (
            <Message
              id="resume.editClosed"
              values={{
                from: <DateText date={editDays.opensOn} />,
                to: <DateText date={editDays.closesOn} />,
              }}
            />
          )
        }
      />
      {which === 'new' && <IbanField value={iban} onChange={setIban} />}
      <RadioGroup
        label={t('resume.holder')}
        row
        options={[
          { value: 'tied', label: t('resume.holder.tied') },
          { value: 'other', label: t('resume.holder.other') },
        ]}
        value={holder}
        onChange={setHolder}
      />
    </ProofForm>
  );
}
