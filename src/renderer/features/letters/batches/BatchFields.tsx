import { COMPLAINT_CATEGORIES } from '../../../../domain/complaints/complaint-status.ts';
import type { IsoMonth } from '../../../../domain/shared/iso-date.ts';
import { NAMED_BANKS } from '../../../../domain/registry/bank-names.ts';
import { bankName } from '../../../lib/format/bank-name.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Select } from '../../../ui/Choices.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { monthName } from '../../../ui/Figures.tsx';
import { ANY, type BatchOnScreen } from './batch-form.ts';

type Change = (part: Partial<BatchOnScreen>) => void;

/** Which list, and what the officer says once for all of its letters. */
export function BatchFields({ batch, change }: { batch: BatchOnScreen; change: Change }) {
  switch (batch.kind) {
    case 'resumeGuidance':
      return <GuidanceFields batch={batch} change={change} />;
    case 'pensionHeld':
      return <HeldFields batch={batch} change={change} />;
    case 'documentsRequest':
      return <RequestFields batch={batch} change={change} />;
  }
}

function MonthSelect({ value, change }: { value: IsoMonth | null; change: Change }) {
  const t = useT();
  const cycles = useApiQuery(['payments', 'cycles'], () => api.payments.cycles({}));
  return (
    <Select
      label={t('letterBatches.cycle')}
      options={(cycles.data ?? []).map(({ month }) => ({
        value: month,
        label: monthName(t, month),
      }))}
      value={value}
      isRequired
      onChange={(month) => change({ month })}
    />
  );
}

function GuidanceFields({ batch, change }: { batch: BatchOnScreen; change: Change }) {
  const t = useT();
  return (
    <div className="two">
      <MonthSelect value={batch.month} change={change} />
      <Select
        label={t('letterBatches.bank')}
        options={[
          { value: ANY, label: t('letterBatches.anyBank') },
          ...NAMED_BANKS.map((code) => ({ value: code, label: bankName(t, code) })),
        ]}
        value={batch.bankCode}
        onChange={(bankCode) => change({ bankCode })}
      />
      <TextField
        label={t('letterBatches.reasonCode')}
        help={t('letterBatches.reasonCodeHelp')}
        value={batch.reasonCode}
        onChange={(reasonCode) => change({ reasonCode })}
        ltr
        maxLength={20}
      />
    </div>
  );
}

function HeldFields({ batch, change }: { batch: BatchOnScreen; change: Change }) {
  const t = useT();
  return (
    <>
      <div className="two">
        <MonthSelect value={batch.month} change={change} />
        <DatePicker
          label={t('letterBatches.respondBy')}
          value={batch.respondBy}
          min={useToday()}
          onChange={(respondBy) => change({ respondBy })}
        />
      </div>
      <TextField
        label={t('letterBatches.reason')}
        help={t('letterBatches.reasonHelp')}
        value={batch.reason}
        onChange={(reason) => change({ reason })}
        multiline
        isRequired
        maxLength={2000}
      />
      <TextField
        label={t('letterDrafts.field.steps')}
        help={t('letterDrafts.onePerLine')}
        value={batch.steps}
        onChange={(steps) => change({ steps })}
        multiline
        maxLength={2000}
      />
    </>
  );
}

function RequestFields({ batch, change }: { batch: BatchOnScreen; change: Change }) {
  const t = useT();
  return (
    <>
      <div className="two">
        <Select
          label={t('letterBatches.category')}
          options={[
            { value: ANY, label: t('letterBatches.anyCategory') },
            ...COMPLAINT_CATEGORIES.map((value) => ({
              value,
              label: t.maybe(`complaints.category.${value}`) ?? value,
            })),
          ]}
          value={batch.category}
          onChange={(category) => change({ category })}
        />
        <DatePicker
          label={t('letterDrafts.field.deliverBy')}
          value={batch.deliverBy}
          min={useToday()}
          isRequired
          onChange={(deliverBy) => change({ deliverBy })}
        />
      </div>
      <TextField
        label={t('letterDrafts.field.documents')}
        help={t('letterDrafts.onePerLine')}
        value={batch.documents}
        onChange={(documents) => change({ documents })}
        multiline
        isRequired
        maxLength={2000}
      />
      <TextField
        label={t('letterDrafts.field.note')}
        value={batch.note}
        onChange={(note) => change({ note })}
        maxLength={2000}
      />
    </>
  );
}
