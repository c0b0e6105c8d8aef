import type { SEARCH_KINDS } from '../../../contract/registry.ts';

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** The words under which the search box finds a person, a case or a letter. */
export interface SearchIndex {
  /** Adds a new subject under its words, each folded with `searchKey`. */
  put(kind: SearchKind, refId: string, words: string): Promise<void>;
}
