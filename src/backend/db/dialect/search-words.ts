import { sql, type Kysely, type Transaction } from 'kysely';
import type { Schema } from '../schema/schema.ts';
import { jsonRows } from './json-rows.ts';

export interface IndexedWords {
  readonly kind: string;
  readonly refId: string;
  /** Folded words, separated by spaces. */
  readonly words: string;
}

/** Makes subjects findable by their words, in place of the words they had. */
export async function putSearchWords(
  db: Transaction<Schema>,
  entries: readonly IndexedWords[],
): Promise<void> {
  const rows = jsonRows(
    entries.map(({ kind, refId, words }) => [kind, refId, words]),
    ['kind', 'ref_id', 'words'],
    'given',
  );
  await sql`
    insert into search_subject (kind, ref_id) select kind, ref_id from ${rows} where true
    on conflict (ref_id, kind) do nothing`.execute(db);
  await sql`
    insert or replace into search_words (rowid, words)
    select s.id, given.words from ${rows}
    cross join search_subject s on s.ref_id = given.ref_id and s.kind = given.kind`.execute(db);
}

/** Subjects that have all the words, the last one perhaps unfinished; the newest first, at most `limit`. */
export async function findSearchWords(
  db: Kysely<Schema>,
  words: readonly string[],
  limit: number,
): Promise<{ kind: string; refId: string }[]> {
  const last = words.at(-1);
  if (last === undefined) return [];
  // NOTE: one letter begins a tenth of all names; the order of names answers that better.
  if (words.length === 1 && last.length === 1) return [];
  const match = words.map((word) => `"${word.replaceAll('"', '')}"`).join(' ');
  const found = await sql<{ kind: string; refId: string }>`
    select s.kind as kind, s.ref_id as "refId"
    from (select rowid from search_words where search_words match ${`${match}*`} order by rowid desc
      limit ${limit}) as hit
    cross join search_subject s on s.id = hit.rowid`.execute(db);
  return found.rows;
}
