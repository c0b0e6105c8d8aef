import { lazy, Suspense, useState } from 'react';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button, IconButton } from '../Button.tsx';
import './why-amount.css';

const WhyAmountDialog = lazy(async () => ({
  default: (await import('./WhyAmountDialog.tsx')).WhyAmountDialog,
}));

/** Asks why a month's amount is what it is, from wherever an amount stands; as an icon in the rows of a table. */
export function WhyAmountButton({
  beneficiaryId,
  month,
  asIcon = false,
}: {
  beneficiaryId: string;
  month: IsoMonth;
  asIcon?: boolean;
}) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  if (!useMay('entitlement.read')) return null;
  const ask = (): void => setOpen(true);
  return (
    <>
      {asIcon ? (
        <IconButton
          size="s"
          icon="question"
          label={t('whyAmount.askOfMonth', { month: monthName(t, month) })}
          onPress={ask}
        />
      ) : (
        <Button icon="question" onPress={ask}>
          {t('whyAmount.ask')}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <WhyAmountDialog
            beneficiaryId={beneficiaryId}
            month={month}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
