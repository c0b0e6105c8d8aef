import { useState } from 'react';
import type { CycleRow } from '../../../contract/payments.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import { isIsoMonth } from '../../../domain/shared/iso-date.ts';
import { usePersonSearch, type FoundPerson } from '../../lib/cases/person-search.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { PersonPicker } from '../../ui/cases/PersonPicker.tsx';
import { Select } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AmountField, TextField } from '../../ui/Fields.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';
import { PAYMENT_AREAS } from './payment-areas.ts';
import { useProgrammes } from '../../lib/programmes.ts';

/** Kinds in the order in which they are prepared by hand: the month's pension comes by list. */
const KINDS = [
  'difference',
  'retroactive',
  'recovery',
  'regular',
] as const satisfies readonly PaymentKind[];
const SHORTEST_REASON = 3;

export function ProposePaymentDialog({ cycle, onClose }: { cycle: CycleRow; onClose: () => void }) {
  const t = useT();
  const { programmes } = useProgrammes();
  const [search, setSearch] = useState('');
  const { people } = usePersonSearch(search);
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [kind, setKind] = useState<PaymentKind>('difference');
  const [programme, setProgramme] = useState('PENSION');
  const [month, setMonth] = useState<string>(cycle.month);
  const [amount, setAmount] = useState<Halalas | null>(null);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const propose = useApiCommand(api.payments.propose, PAYMENT_AREAS);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const needed = t('payments.proposal.needed');

  const send = async (): Promise<void> => {
    setChecked(true);
    if (person === null || amount === null || amount <= 0 || isShort || !isIsoMonth(month)) return;
    const result = await propose.run({
      beneficiaryId: person.id,
      cycleId: cycle.id,
      month,
      kind,
      programme,
      amount,
      reason,
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('payments.proposal.proposed') });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!propose.isBusy}
      size="m"
      title={t('payments.proposal.newTitle', { number: cycle.number })}
      footer={
        <>
          <Button onPress={onClose} isDisabled={propose.isBusy}>
            {t('ui.back')}
          </Button>
          <Button variant="primary" isBusy={propose.isBusy} onPress={() => void send()}>
            {t('payments.proposal.propose')}
          </Button>
        </>
      }
    >
      <PersonPicker
        label={t('payments.proposal.person')}
        chosen={person}
        onChoose={(chosen) => setPerson(people.find(({ id }) => id === chosen?.id) ?? null)}
        search={search}
        onSearch={setSearch}
        people={people}
        error={isChecked && person === null ? needed : null}
      />
      <div className="pay-payer">
        <Select<PaymentKind>
          label={t('payments.proposal.kind')}
          options={KINDS.map((value) => ({ value, label: t(`payments.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          label={t('payments.proposal.programme')}
          options={programmes
            .filter(({ active }) => active)
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={programme}
          onChange={setProgramme}
        />
        <TextField
          label={t('payments.proposal.month')}
          value={month}
          onChange={setMonth}
          ltr
          help={t('payments.proposal.monthHelp')}
          error={isIsoMonth(month) ? null : t('payments.proposal.monthWrong')}
        />
        <AmountField
          label={t('payments.proposal.amount')}
          value={amount}
          onChange={setAmount}
          isRequired
          error={isChecked && (amount === null || amount <= 0) ? needed : null}
        />
      </div>
      <TextField
        label={t('payments.proposal.reason')}
        value={reason}
        onChange={setReason}
        multiline
        isRequired
        maxLength={2000}
        error={isChecked && isShort ? t('payments.proposal.reasonShort') : null}
      />
      <Notice icon="usercheck">{t('payments.proposal.consequence')}</Notice>
      {propose.error !== null && <RefusalNotice error={propose.error} />}
    </Dialog>
  );
}
