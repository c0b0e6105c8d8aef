import type { SearchIndex } from '../../app/registry/ports.ts';
import type { Transactor } from '../database.ts';
import { putSearchWords } from '../dialect/search-words.ts';

export class SearchIndexRepo implements SearchIndex {
  readonly #db: Transactor['db'];
  constructor({ db }: Transactor) {
    this.#db = db;
  }

  put: SearchIndex['put'] = (kind, refId, words) => this.putAll(kind, [[refId, words]]);

  putAll: SearchIndex['putAll'] = async (kind, entries) => {
    await putSearchWords(
      this.#db,
      entries.map(([refId, words]) => ({ kind, refId, words })),
    );
  };
}
