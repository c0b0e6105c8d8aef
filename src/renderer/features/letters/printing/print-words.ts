import { SYSTEM_DIALOG, type Printer } from '../../../../contract/printing.ts';
import type { PrintItemDto } from '../../../../contract/print-jobs.ts';
import { errorWords } from '../../../lib/error-words.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import type { Halt } from './print-runner.ts';

/** What keeps a printer, or how it stands; blank where the system does not tell. */
export function printerWords(t: Translate, { status, troubles }: Printer): string {
  const [trouble] = troubles;
  if (status === 'stopped' && (trouble === undefined || trouble === 'paused')) {
    return t('printing.trouble.paused');
  }
  if (trouble !== undefined) return t(`printing.trouble.${trouble}`);
  return status === 'unknown' ? '' : t(`printing.printer.${status}`);
}

/** What people call where a job is printed. */
export function printerName(t: Translate, printer: string): string {
  return printer === SYSTEM_DIALOG ? t('printing.systemDialog') : printer;
}

/** Why the job stands still, and what to do about it. */
export function haltWords(t: Translate, halt: Halt): string {
  switch (halt.kind) {
    case 'paused':
      return t('printing.halt.paused');
    case 'uncertain':
      return t('printing.halt.uncertain');
    case 'failure':
      return t(`printing.failure.${halt.reason}`);
    case 'refused':
      return errorWords(t, halt.error);
    case 'stopped': {
      const trouble = halt.troubles.find((known) => known !== 'paused') ?? 'paused';
      return t('printing.halt.stopped', { trouble: t(`printing.trouble.${trouble}`) });
    }
  }
}

/** What became of a paper, and who says so. */
export function itemWords(t: Translate, { state, told, code }: PrintItemDto): string {
  if (state === 'printed' && told !== null) return t(`printing.told.${told}`);
  if (state === 'failed' && code !== null) {
    return t.maybe(`printing.failure.${code}`) ?? errorWords(t, { code });
  }
  return state === 'sent' ? t('printing.note.sent') : '';
}
