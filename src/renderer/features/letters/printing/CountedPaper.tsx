import { useState } from 'react';
import type { PrintItemDto, PrintJobRow } from '../../../../contract/print-jobs.ts';
import { countedBySheets, sheetsOf } from '../../../../domain/print-jobs/sheets.ts';
import { api } from '../../../lib/client.ts';
import { bridge } from '../../../lib/bridge.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Notice, RefusalNotice } from '../../../ui/States.tsx';
import { PaperList } from './PaperList.tsx';

/**
 * «استئناف بعد انحشار الورق»: the officer counts the sheets in his hand, or ticks the letters that came out whole. What
 * he does not count is printed again, the original as the original, and nothing else is.
 */
export function CountedPaper({
  job,
  items,
  onClose,
  onSettled,
}: {
  job: PrintJobRow;
  items: readonly PrintItemDto[];
  onClose: () => void;
  onSettled: () => void;
}) {
  const t = useT();
  const settle = useApiCommand(api.printJobs.settle, ['printJobs', 'letters']);
  const [reason, setReason] = useState(t('printing.jamReason'));
  const [news, setNews] = useState<'stillQueued' | 'cameMeanwhile' | null>(null);
  const wasSent = items.filter(({ state }) => state === 'sent' || state === 'printed');
  // What the officer says of a paper counts; of the others, what is known, even if it came in while this was open.
  const [said, setSaid] = useState<ReadonlyMap<number, boolean>>(new Map());
  const good = new Set(
    wasSent
      .filter(({ item, state }) => said.get(item) ?? state === 'printed')
      .map(({ item }) => item),
  );
  const most = sheetsOf(items, job.twoSided)
    .filter(({ item }) => wasSent.some((one) => one.item === item))
    .reduce((last, range) => Math.max(last, range.last), 0);
  const [lastSheet, setLastSheet] = useState(Number.NaN);
  const spoilt = wasSent.filter(({ item }) => !good.has(item));

  const count = (sheet: number): void => {
    setLastSheet(sheet);
    if (!(sheet >= 0 && sheet <= most)) return;
    const { cameOut, spoilt: bad } = countedBySheets(items, job.twoSided, sheet);
    setSaid(
      new Map([
        ...cameOut.map((item) => [item, true] as const),
        ...bad.map((item) => [item, false] as const),
      ]),
    );
  };

  const goOn = async (): Promise<void> => {
    setNews(null);
    const came: number[] = [];
    // What still lies in the printer's queue would come out a second time beside what is sent again.
    for (const { item, spoolJob, state } of spoilt) {
      if (state !== 'sent' || spoolJob === null) continue;
      const isGone = await bridge.cancelSpooled(job.printer, spoolJob);
      if (isGone) continue;
      const { state: stands } = await bridge.spoolState(job.printer, spoolJob);
      if (stands === 'printed') came.push(item);
      else if (stands !== 'unknown') return setNews('stillQueued');
    }
    if (came.length > 0) {
      // It came out while the officer counted: recorded as such, and he looks again.
      for (const item of came) {
        const result = { outcome: 'printed', told: 'printer' } as const;
        await api.printJobs.record({ id: job.id, item, result });
      }
      setLastSheet(Number.NaN);
      setSaid(new Map([...said, ...came.map((item) => [item, true] as const)]));
      return setNews('cameMeanwhile');
    }
    const settled = await settle.run({
      id: job.id,
      // Refused when something came in that he has not seen.
      expectedVersion: job.version,
      cameOut: wasSent.filter(({ item }) => good.has(item)).map(({ item }) => item),
      spoilt: spoilt.map(({ item }) => item),
      reason,
    });
    if (settled.ok) onSettled();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!settle.isBusy}
      size="m"
      title={t('printing.resumeAfterJam')}
      footer={
        <>
          <Button onPress={onClose} isDisabled={settle.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            icon="play"
            onPress={() => void goOn()}
            isBusy={settle.isBusy}
            isDisabled={reason.trim().length < 3}
          >
            {t('printing.settle', { n: spoilt.length })}
          </Button>
        </>
      }
    >
      <p className="small second">{t('printing.countHelp')}</p>
      <div className="prn-count">
        <NumberField
          label={t('printing.lastSheet')}
          value={Number.isNaN(lastSheet) ? sheetsIn(items, job, good) : lastSheet}
          onChange={count}
          min={0}
          max={most}
          autoFocus
        />
        <TextField label={t('printing.reason')} value={reason} onChange={setReason} />
      </div>
      <PaperList
        job={job}
        items={items.filter(({ item }) => wasSent.some((one) => one.item === item))}
        renderAction={({ item }) => (
          <Checkbox
            isChecked={good.has(item)}
            onChange={(isGood) => {
              setLastSheet(Number.NaN);
              setSaid(new Map([...said, [item, isGood]]));
            }}
          >
            {t('printing.cameOut')}
          </Checkbox>
        )}
      />
      {news !== null && <Notice tone="danger">{t(`printing.${news}`)}</Notice>}
      {settle.error && <RefusalNotice error={settle.error} />}
    </Dialog>
  );
}

/** Good sheets as they lie in the officer's hand. */
function sheetsIn(
  items: readonly PrintItemDto[],
  job: PrintJobRow,
  good: ReadonlySet<number>,
): number {
  return sheetsOf(items, job.twoSided)
    .filter(({ item }) => good.has(item))
    .reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
