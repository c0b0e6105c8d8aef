import { useState } from 'react';
import type { InputOf } from '../../../contract/api.ts';
import { planInstalments } from '../../../domain/recoveries/instalment-plan.ts';
import { subtractHalalas, ZERO_HALALAS } from '../../../domain/shared/halalas.ts';
import { addMonths, monthOf, type IsoMonth } from '../../../domain/shared/iso-date.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import type { CommandState } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { useToday } from '../../lib/use-today.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { Checkbox, RadioGroup, Select } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AmountField } from '../../ui/Fields.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { errorWords } from '../../lib/error-words.ts';
import type { RecoveryCaseView } from './RecoveryPanel.tsx';

export type ActState = CommandState<InputOf<'recoveries.act'>, object>;

const MONTHS_AHEAD = 12;
const MONTHS_OF_YEAR = 12;

/** What the person agreed to: how much a month from when on, by his document, and whether from his pension. */
export function AgreeDialog({
  view,
  act,
  onClose,
}: {
  view: RecoveryCaseView;
  act: ActState;
  onClose: () => void;
}) {
  const t = useT();
  const today = useToday();
  const { row, documents, plans } = view;
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) =>
    addMonths(monthOf(today), ahead),
  );
  const [by, setBy] = useState(plans.by);
  const [count, setCount] = useState(plans.count);
  const [amount, setAmount] = useState<typeof plans.amount | null>(plans.amount);
  const [firstMonth, setFirstMonth] = useState<IsoMonth>(addMonths(monthOf(today), 1));
  const [fromPension, setFromPension] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const consent = chosen ?? documents.at(-1)?.id ?? null;
  const left = subtractHalalas(row.total, row.given);
  const size = by === 'count' ? { by, count } : { by, amount: amount ?? ZERO_HALALAS };
  const isSized = by === 'count' ? Number.isInteger(count) && count > 0 : (amount ?? 0) > 0;
  const planned = isSized ? planInstalments(left, size, firstMonth, plans.mostYears) : null;
  const record = async (): Promise<void> => {
    if (consent === null || planned?.ok !== true || act.isBusy) return;
    const result = await act.run({
      id: row.id,
      expectedVersion: row.version,
      step: { type: 'agree', consentDocumentId: consent, fromPension, size, firstMonth },
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('recoveries.done') });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('recoveries.agreeTitle')}
      canClose={!act.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={act.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={act.isBusy}
            isDisabled={consent === null || planned?.ok !== true}
            onPress={() => void record()}
          >
            {t('recoveries.record')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void record()} isOpenedByIt={false} />
      <RadioGroup
        label={t('recoveries.by')}
        row
        options={(['count', 'amount'] as const).map((value) => ({
          value,
          label: t(`recoveries.by.${value}`),
        }))}
        value={by}
        onChange={setBy}
      />
      <div className="two">
        {by === 'count' ? (
          <NumberField
            label={t('recoveries.count')}
            value={count}
            onChange={setCount}
            min={1}
            max={plans.mostYears * MONTHS_OF_YEAR}
          />
        ) : (
          <AmountField label={t('recoveries.amount')} value={amount} onChange={setAmount} />
        )}
        <Select<IsoMonth>
          label={t('recoveries.firstMonth')}
          options={months.map((value) => ({ value, label: monthName(t, value) }))}
          value={firstMonth}
          onChange={setFirstMonth}
        />
      </div>
      {planned?.ok === true && (
        <p className="small second">
          {t('recoveries.each', {
            n: planned.value.length,
            amount: formatMoney(planned.value[0]?.amount ?? ZERO_HALALAS, t.digits),
            last: formatMoney(planned.value.at(-1)?.amount ?? ZERO_HALALAS, t.digits),
          })}{' '}
          {t('recoveries.most', { n: plans.mostYears })}
        </p>
      )}
      {planned?.ok === false && <p className="small t-danger">{errorWords(t, planned.error)}</p>}
      <Select
        label={t('recoveries.consent')}
        isRequired
        isDisabled={documents.length === 0}
        placeholder={documents.length === 0 ? t('recoveries.noConsent') : t('ui.choose')}
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        value={consent}
        onChange={setChosen}
      />
      <Checkbox isChecked={fromPension} onChange={setFromPension}>
        {t('recoveries.fromPension')}
      </Checkbox>
      <Rule tone="muted" icon="info">
        {t('recoveries.agreeRule')}
      </Rule>
      <ActionRefused error={act.error} />
    </Dialog>
  );
}
