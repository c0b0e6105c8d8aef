import type { PrintJobRow } from '../../../../contract/print-jobs.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { Select } from '../../../ui/Choices.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { printerWords } from './print-words.ts';
import { usePrinters } from './use-printers.ts';

/** Where the rest of a job that stands still is printed. */
export function OtherPrinter({ job }: { job: PrintJobRow }) {
  const t = useT();
  const { found } = usePrinters();
  const change = useApiCommand(api.printJobs.changePrinter, ['printJobs']);
  const printers = found?.printers ?? [];
  if (printers.length === 0) return null;
  return (
    <>
      <Select
        label={t('printing.otherPrinter')}
        options={printers.map((one) => ({
          value: one.name,
          label: one.label,
          icon: 'print',
          note: printerWords(t, one),
        }))}
        value={printers.some(({ name }) => name === job.printer) ? job.printer : null}
        onChange={(printer) => void change.run({ id: job.id, printer })}
        isDisabled={change.isBusy}
      />
      {change.error && <RefusalNotice error={change.error} />}
    </>
  );
}
