import type { LetterRow } from '../../../contract/letters.ts';
import { isolateFigures } from '../../../domain/letters/isolate-figures.ts';
import { riyadhClock } from '../../lib/format/dates.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import type { Column } from '../../ui/table-model.ts';
import { shownStatus, templateWords } from './letter-words.ts';

export function letterColumns(t: Translate): readonly Column<LetterRow>[] {
  return [
    {
      id: 'number',
      header: t('letters.number'),
      width: 92,
      sort: true,
      descendingFirst: true,
      cell: ({ number }) => <Num className="medium">{number}</Num>,
    },
    {
      id: 'issuedAt',
      header: t('letters.date'),
      width: 104,
      sort: true,
      descendingFirst: true,
      cell: ({ issuedAt }) => {
        const { date } = riyadhClock(issuedAt);
        return (
          <span className="let-date">
            <DateText date={date} calendar="hijri" />
            <small>
              <DateText date={date} />
            </small>
          </span>
        );
      },
    },
    {
      id: 'kind',
      header: t('letters.kind'),
      sort: true,
      width: 128,
      grow: 1,
      cell: ({ template, subject }) => (
        <span title={isolateFigures(subject)}>{templateWords(t, template)}</span>
      ),
    },
    {
      id: 'name',
      header: t('letters.to'),
      width: 140,
      grow: 2,
      sort: true,
      cell: ({ name }) => (
        <span className="medium" title={name}>
          {name}
        </span>
      ),
    },
    {
      id: 'case',
      header: t('letters.case'),
      width: 100,
      cell: ({ caseNumber }) => <Num className="second">{caseNumber}</Num>,
    },
    {
      id: 'life',
      header: t('letters.status'),
      sort: true,
      width: 124,
      cell: (row) => (
        <>
          <StatusChip family="letter" status={shownStatus(row)} />
          {row.printedTimes > 1 && (
            <span className="let-times" title={t('letters.printedTimes', { n: row.printedTimes })}>
              <Num>{`×${row.printedTimes}`}</Num>
            </span>
          )}
        </>
      ),
    },
  ];
}
