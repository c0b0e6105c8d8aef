import { useState } from 'react';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { toast } from '../../lib/toasts.ts';
import { printSheet } from '../../lib/print-sheet.ts';
import { useAmountSheet } from '../../lib/why-amount/use-why-amount.ts';
import { Button } from '../Button.tsx';

/** Prints the explanation for the beneficiary; nothing of it is kept. */
export function PrintAmountSheet({
  beneficiaryId,
  month,
}: {
  beneficiaryId: string;
  month: IsoMonth;
}) {
  const t = useT();
  const { run } = useAmountSheet();
  const [isPrinting, setPrinting] = useState(false);
  const print = async (): Promise<void> => {
    if (isPrinting) return;
    setPrinting(true);
    const sheet = await run({ beneficiaryId, month });
    const state = sheet.ok
      ? await printSheet(sheet.value.bytes, t('whyAmount.sheetTitle'))
      : 'failed';
    setPrinting(false);
    if (state === 'spooled') toast({ tone: 'success', text: t('whyAmount.printed') });
    if (state === 'failed') toast({ tone: 'danger', text: t('whyAmount.printFailed') });
  };
  return (
    <Button icon="print" variant="primary" isBusy={isPrinting} onPress={() => void print()}>
      {t('whyAmount.print')}
    </Button>
  );
}
