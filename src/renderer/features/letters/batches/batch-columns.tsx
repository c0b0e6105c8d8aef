import type { BatchItemRow, LetterBatchRow } from '../../../../contract/letter-batches.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import { hrefOf } from '../../../lib/route.ts';
import { StatusChip } from '../../../ui/Chip.tsx';
import { InstantText, Num } from '../../../ui/Figures.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { templateWords } from '../letter-words.ts';
import { filterWords, skippedWords } from './batch-words.ts';

export function batchColumns(t: Translate): readonly Column<LetterBatchRow>[] {
  return [
    {
      id: 'kind',
      header: t('letters.kind'),
      width: 150,
      grow: 1,
      cell: ({ kind, filter }) => (
        <span className="let-date">
          <span className="medium ell">{templateWords(t, kind)}</span>
          <small className="ell">{filterWords(t, filter)}</small>
        </span>
      ),
    },
    {
      id: 'state',
      header: t('letters.status'),
      width: 120,
      cell: ({ state }) => <StatusChip family="letterBatch" status={state} />,
    },
    {
      id: 'issued',
      header: t('letterBatches.issuedOf'),
      width: 90,
      cell: ({ issued, total }) => <Num>{`${issued} / ${total}`}</Num>,
    },
    {
      id: 'by',
      header: t('letterBatches.startedBy'),
      width: 130,
      cell: ({ startedBy, startedAt }) => (
        <span className="let-date">
          <span className="ell">{startedBy}</span>
          <small>
            <InstantText instant={startedAt} />
          </small>
        </span>
      ),
    },
  ];
}

export function batchItemColumns(t: Translate): readonly Column<BatchItemRow>[] {
  return [
    {
      id: 'place',
      header: '#',
      width: 44,
      cell: ({ place }) => <Num className="muted">{place}</Num>,
    },
    {
      id: 'name',
      header: t('letters.to'),
      width: 130,
      grow: 2,
      cell: ({ name }) => (
        <span className="medium" title={name}>
          {name}
        </span>
      ),
    },
    {
      id: 'case',
      header: t('letters.case'),
      width: 168,
      cell: ({ caseNumber }) => <Num className="second">{caseNumber}</Num>,
    },
    {
      id: 'letter',
      header: t('letters.letter'),
      width: 104,
      grow: 1,
      cell: ({ state, letterId, letterNumber, reason }) =>
        letterId !== null ? (
          <a href={hrefOf('letters', letterId)}>
            <Num className="medium">{letterNumber ?? ''}</Num>
          </a>
        ) : state === 'skipped' ? (
          <span className="muted" title={skippedWords(t, reason ?? '')}>
            {skippedWords(t, reason ?? '')}
          </span>
        ) : (
          <span className="muted">{t('letterBatches.pending')}</span>
        ),
    },
  ];
}
