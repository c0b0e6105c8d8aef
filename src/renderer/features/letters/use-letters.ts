import type { InputOf } from '../../../contract/api.ts';
import type { LetterRow } from '../../../contract/letters.ts';
import { useQueries } from '@tanstack/react-query';
import { api } from '../../lib/client.ts';
import { valueOf } from '../../lib/queries.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { LETTER_VIEWS, VIEW_FILTERS, type LetterFilter, type LetterView } from './letters-store.ts';

export type LettersAsked = Omit<InputOf<'letters.list'>, 'offset' | 'limit'>;

/** The letters of the register that the filter lets through, page by page. */
export function useLetters(filter: LetterFilter) {
  const { view, search, sort, descending, kind, issuedBy, from, to } = filter;
  const settled = useSettled(search.trim(), 150);
  const asked: LettersAsked = {
    ...viewFilter(view),
    ...(settled === '' ? {} : { search: settled }),
    ...(kind === null ? {} : { kind: [kind] }),
    ...(issuedBy === null ? {} : { issuedBy }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    sort,
    descending,
  };
  const found = useWindowedRows(['letters', 'list', asked], (offset, limit) =>
    api.letters.list({ ...asked, offset, limit }),
  );
  return { ...found, asked };
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
