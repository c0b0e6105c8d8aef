import type { SearchIndex } from '../../app/registry/ports.ts';
import type { Transactor } from '../database.ts';

export class SearchIndexRepo implements SearchIndex {
  readonly #db: Transactor['db'];
  constructor({ db }: Transactor) {
    this.#db = db;
  }

  put: SearchIndex['put'] = async (kind, refId, words) => {
    await this.#db.insertInto('search_entry').values({ kind, ref_id: refId, words }).execute();
  };
}
