import type { ReactNode } from 'react';
import type { PrintItemDto, PrintJobRow } from '../../../../contract/print-jobs.ts';
import { sheetsOf } from '../../../../domain/print-jobs/sheets.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Chip, type ChipProps } from '../../../ui/Chip.tsx';
import { Num } from '../../../ui/Figures.tsx';
import { itemWords } from './print-words.ts';
import './printing.css';

const LOOKS = {
  waiting: { tone: 'neutral', icon: 'hourglass' },
  sent: { tone: 'warning', icon: 'question' },
  printed: { tone: 'success', icon: 'checkc' },
  failed: { tone: 'danger', icon: 'xc' },
  skipped: { tone: 'neutral', icon: 'minus' },
} as const satisfies Record<PrintItemDto['state'], Pick<ChipProps, 'tone' | 'icon'>>;

/** The papers of a job in order, each with its sheets. */
export function PaperList({
  job,
  items,
  renderAction,
}: {
  job: PrintJobRow;
  items: readonly PrintItemDto[];
  /** What can be done with a paper, at the end of its row. */
  renderAction: (item: PrintItemDto) => ReactNode;
}) {
  const t = useT();
  const sheets = new Map(sheetsOf(items, job.twoSided).map((range) => [range.item, range]));
  return (
    <ol className="prn-list" tabIndex={0} aria-label={t('printing.papersOfJob')}>
      {items.map((item) => {
        const range = sheets.get(item.item);
        return (
          <li key={item.item}>
            <span className="prn-at muted">
              <Num>{item.item}</Num>
            </span>
            <span className="prn-who">
              <span className="ell">
                <Num>{item.number}</Num> {item.name}
              </span>
              <small className="muted ell">
                {t(`printing.form.${item.form}`)}
                {range !== undefined && (
                  <>
                    {t('printing.comma')}
                    {range.first === range.last
                      ? t('printing.sheet', { first: range.first })
                      : t('printing.sheets', { first: range.first, last: range.last })}
                  </>
                )}
                {itemWords(t, item) !== '' && (
                  <>
                    {t('printing.comma')}
                    {itemWords(t, item)}
                  </>
                )}
              </small>
            </span>
            <Chip {...LOOKS[item.state]} plain>
              {t(`printing.item.${item.state}`)}
            </Chip>
            {renderAction(item)}
          </li>
        );
      })}
    </ol>
  );
}
