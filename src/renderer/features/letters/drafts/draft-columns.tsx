import type { LetterDraftRow } from '../../../../contract/letter-drafts.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { InstantText, Num } from '../../../ui/Figures.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { templateWords } from '../letter-words.ts';

export function draftColumns(
  t: Translate,
  /** What discards a draft; null for who may not. */
  discardOf: (draft: LetterDraftRow) => (() => void) | null,
): readonly Column<LetterDraftRow>[] {
  return [
    {
      id: 'kind',
      header: t('letters.kind'),
      width: 150,
      cell: ({ kind }) => templateWords(t, kind),
    },
    {
      id: 'subject',
      header: t('letterDrafts.subject'),
      width: 200,
      grow: 2,
      cell: ({ subject }) => <span title={subject}>{subject}</span>,
    },
    {
      id: 'name',
      header: t('letters.to'),
      width: 160,
      grow: 2,
      cell: ({ name }) => <span className="medium">{name}</span>,
    },
    {
      id: 'case',
      header: t('letters.case'),
      width: 110,
      cell: ({ caseNumber }) => <Num className="second">{caseNumber}</Num>,
    },
    {
      id: 'author',
      header: t('letterDrafts.author'),
      width: 130,
      cell: ({ author }) => author,
    },
    {
      id: 'updated',
      header: t('letterDrafts.updated'),
      width: 140,
      cell: ({ updatedAt }) => <InstantText instant={updatedAt} />,
    },
    {
      id: 'second',
      header: t('letterDrafts.waits'),
      width: 150,
      cell: ({ needsSecond }) =>
        needsSecond ? (
          <Chip tone="violet" icon="usercheck">
            {t('letterDrafts.needsSecond')}
          </Chip>
        ) : null,
    },
    {
      id: 'discard',
      header: '',
      width: 44,
      cell: (draft) => {
        const discard = discardOf(draft);
        return discard === null ? null : (
          <IconButton
            icon="x"
            size="s"
            label={`${t('letterDrafts.discard')}: ${draft.subject}`}
            onPress={discard}
          />
        );
      },
    },
  ];
}
