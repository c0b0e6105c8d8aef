import { useState } from 'react';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useExplainableMonths, useWhyAmount } from '../../lib/why-amount/use-why-amount.ts';
import { Button } from '../Button.tsx';
import { Select } from '../Choices.tsx';
import { Dialog } from '../Dialog.tsx';
import type { IconName } from '../Icon.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { ErrorState } from '../States.tsx';
import { Segmented } from '../Tabs.tsx';
import { PrintAmountSheet } from './PrintAmountSheet.tsx';
import { WhatIf } from './WhatIf.tsx';
import { WhyAmountView } from './WhyAmountView.tsx';

const DESKS = ['why', 'whatIf'] as const;
type Desk = (typeof DESKS)[number];
const ICONS = { why: 'question', whatIf: 'calc' } as const satisfies Record<Desk, IconName>;

/** Why a month's payment is what it is, for any month of the person's past. */
export function WhyAmountDialog({
  beneficiaryId,
  month: asked,
  onClose,
}: {
  beneficiaryId: string;
  month: IsoMonth;
  onClose: () => void;
}) {
  const t = useT();
  const [month, setMonth] = useState(asked);
  const [desk, setDesk] = useState<Desk>('why');
  const why = useWhyAmount(beneficiaryId, month);
  const months = useExplainableMonths(beneficiaryId).data ?? [];
  const choices = [...new Set([month, asked, ...months.map((one) => one.month)])].sort().reverse();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('whyAmount.title', { name: why.data?.person.name ?? '' })}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          {why.data !== undefined && (why.data.remaining ?? 0) !== 0 && (
            <Button
              icon="neq"
              onPress={() =>
                navigate(
                  hrefOf('entitlement', null, { desk: 'differences', person: beneficiaryId }),
                )
              }
            >
              {t('whyAmount.openDifferences')}
            </Button>
          )}
          {desk === 'why' && <PrintAmountSheet beneficiaryId={beneficiaryId} month={month} />}
        </>
      }
    >
      <div className="why-month">
        <Select
          label={t('whyAmount.month')}
          options={choices.map((one) => ({ value: one, label: monthName(t, one) }))}
          value={month}
          onChange={setMonth}
        />
        <Segmented
          label={t('whyAmount.ask')}
          items={DESKS.map((id) => ({ id, label: t(`whyAmount.desk.${id}`), icon: ICONS[id] }))}
          selected={desk}
          onSelect={setDesk}
        />
      </div>
      {why.error !== null && <ErrorState error={why.error} onRetry={why.refetch} />}
      {why.data === undefined && why.error === null && <Skeleton lines={6} />}
      {why.data !== undefined && desk === 'why' && <WhyAmountView why={why.data} />}
      {why.data !== undefined && why.data.now !== null && desk === 'whatIf' && (
        <WhatIf key={month} now={why.data.now} />
      )}
    </Dialog>
  );
}
