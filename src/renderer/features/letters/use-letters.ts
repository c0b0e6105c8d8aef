import type { InputOf } from '../../../contract/api.ts';
import type { LetterRow } from '../../../contract/letters.ts';
import { useQueries } from '@tanstack/react-query';
import { api } from '../../lib/client.ts';
import { valueOf } from '../../lib/queries.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { LETTER_VIEWS, VIEW_FILTERS, type LetterFilter, type LetterView } from './letters-store.ts';

/** The letters of the register that the filter lets through, page by page. */
export function useLetters({ view, search, sort, descending }: LetterFilter) {
  const settled = useSettled(search.trim(), 150);
  const asked = {
    ...viewFilter(view),
    ...(settled === '' ? {} : { search: settled }),
    sort,
    descending,
  };
  return useWindowedRows(['letters', 'list', asked], (offset, limit) =>
    api.letters.list({ ...asked, offset, limit }),
  );
}

/** How many letters stand in each view. */
export function useLetterCounts(): Partial<Record<LetterView, number>> {
  return useQueries({
    queries: LETTER_VIEWS.map((view) => ({
      queryKey: ['letters', 'count', view],
      queryFn: async () => valueOf(await api.letters.list({ ...viewFilter(view), limit: 1 })).total,
    })),
    combine: (answers) =>
      Object.fromEntries(LETTER_VIEWS.map((view, index) => [view, answers[index]?.data])),
  });
}

function viewFilter(view: LetterView): Pick<InputOf<'letters.list'>, 'file' | 'life'> {
  const {
    file,
    life,
  }: { file?: readonly LetterRow['file'][]; life?: readonly LetterRow['life'][] } =
    VIEW_FILTERS[view];
  return { ...(file ? { file: [...file] } : {}), ...(life ? { life: [...life] } : {}) };
}
