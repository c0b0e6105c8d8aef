import { LETTER_STATUSES } from '../../../contract/letters.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';

export const LETTER_VIEWS = ['all', ...LETTER_STATUSES] as const;
export type LetterView = (typeof LETTER_VIEWS)[number];

export const LETTER_SORTS = ['number', 'issuedAt', 'name'] as const;
export type LetterSort = (typeof LETTER_SORTS)[number];

export interface LetterFilter {
  readonly view: LetterView;
  readonly search: string;
  readonly sort: LetterSort;
  readonly descending: boolean;
}

/** What the officer filtered the register by: kept while he is elsewhere. */
export const useLetterFilter = createOfficerStore<LetterFilter>(() => ({
  view: 'all',
  search: '',
  sort: 'number',
  descending: true,
}));

export function setLetterFilter(change: Partial<LetterFilter>): void {
  useLetterFilter.setState(change);
}
