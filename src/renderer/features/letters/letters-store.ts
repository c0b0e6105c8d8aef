import type { LETTER_SORTS } from '../../../contract/letters.ts';
import type { InputOf } from '../../../contract/api.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';

/** What each view of the register asks for: where the paper is, or how far the file. */
export const VIEW_FILTERS = {
  all: {},
  toPrint: { file: ['ready'], life: ['issued'] },
  printed: { life: ['printed'] },
  handedOver: { life: ['handedOver'] },
  returned: { life: ['returned'] },
  queued: { file: ['queued'], life: ['issued'] },
  failed: { file: ['failed'], life: ['issued'] },
  void: { life: ['void'] },
} as const satisfies Record<string, Readable<Pick<InputOf<'letters.list'>, 'file' | 'life'>>>;

export type LetterView = keyof typeof VIEW_FILTERS;
export const LETTER_VIEWS = Object.keys(VIEW_FILTERS) as LetterView[];

type Readable<T> = { readonly [Key in keyof T]: Readonly<T[Key]> };
export type LetterSort = (typeof LETTER_SORTS)[number];

export interface LetterFilter {
  readonly view: LetterView;
  readonly search: string;
  readonly kind: string | null;
  readonly issuedBy: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** The row of filters is open. */
  readonly isNarrowed: boolean;
  readonly sort: LetterSort;
  readonly descending: boolean;
}

/** Everything through. */
export const NO_FILTER = {
  search: '',
  kind: null,
  issuedBy: null,
  from: null,
  to: null,
} as const;

/** What the officer filtered the register by: kept while he is elsewhere. */
export const useLetterFilter = createOfficerStore<LetterFilter>(() => ({
  view: 'all',
  ...NO_FILTER,
  isNarrowed: false,
  sort: 'number',
  descending: true,
}));

export function setLetterFilter(change: Partial<LetterFilter>): void {
  useLetterFilter.setState(change);
}
