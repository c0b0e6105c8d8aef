import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { indexedWord, indexedWords } from '../../../domain/shared/search-words.ts';
import type { Schema } from '../schema/schema.ts';
import { jsonRows, jsonValues } from './json-rows.ts';

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
  const words = entries.map((entry) => entry.words.split(' ').map(indexedWord));
  const rows = jsonRows(
    entries.map(({ kind, refId }, place) => [kind, refId, words[place]?.join(' ') ?? '']),
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
  await keepTokens(db, new Set(words.flat()));
}

/** One of a household beside its head. */
export interface FamilyName {
  /** Number of the beneficiary. */
  readonly no: number;
  readonly subject: number;
  /** Null for who is none of the household any longer. */
  readonly name: string | null;
}

/** Dependants of one household lie beside each other in the index. */
const SUBJECTS = 1024;
// Written out: a bound number is a float, which divides otherwise.
const ROW = sql.lit(SUBJECTS);

/** Makes dependants findable by their names, in place of the names they had. */
export async function putFamilyNames(
  db: Transaction<Schema>,
  names: readonly FamilyName[],
): Promise<void> {
  if (names.length === 0) return;
  const words = names.map(({ name }) => (name === null ? [] : indexedWords(name)));
  const row = ({ no, subject }: FamilyName): number => no * SUBJECTS + subject;
  const rows = names.map((name, place) => [row(name), words[place]?.join(' ') ?? ''] as const);
  await sql`
    insert or replace into search_words_family (rowid, words)
    select id, words from ${jsonRows(rows, ['id', 'words'], 'given')}`.execute(db);
  await keepTokens(db, new Set(words.flat()));
}

/** The vocabulary, for words that were typed with a slip. Numbers have none. */
async function keepTokens(db: Transaction<Schema>, words: ReadonlySet<string>): Promise<void> {
  const tokens = [...words].filter((word) => word !== '' && !/\p{N}/u.test(word));
  if (tokens.length === 0) return;
  await sql`
    insert into search_token (token) select value from ${jsonValues(tokens, 'given')} where true
    on conflict (token) do nothing`.execute(db);
}

/** Words of the vocabulary that begin so, at most `limit`. */
export async function tokensFrom(
  db: Kysely<Schema>,
  beginning: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ token: string }>`
    select token from search_token
    where token >= ${beginning} and token < ${`${beginning}\u{10FFFF}`} limit ${limit}`.execute(db);
  return rows.map(({ token }) => token);
}

/** Each word as the index may keep it; `isBegun` where more letters may follow. */
export type AskedWord = { readonly words: readonly string[]; readonly isBegun: boolean };

/** All of them, each in one of its spellings. */
function matchOf(asked: readonly AskedWord[]): string {
  return asked
    .map(({ words, isBegun }) => {
      const spellings = words.map((word) => `"${word.replaceAll('"', '')}"${isBegun ? '*' : ''}`);
      return spellings.length === 1 ? spellings[0] : `(${spellings.join(' OR ')})`;
    })
    .join(' AND ');
}

/** Subjects that have all the words; the newest first, at most `limit`. */
export async function findSearchWords(
  db: Kysely<Schema>,
  asked: readonly AskedWord[],
  limit: number,
): Promise<{ kind: string; refId: string }[]> {
  if (asked.length === 0) return [];
  const found = await sql<{ kind: string; refId: string }>`
    select s.kind as kind, s.ref_id as "refId"
    from ${hits(sql`search_words`, asked, limit)}
    cross join search_subject s on s.id = hit.rowid`.execute(db);
  return found.rows;
}

/** Dependants whose names have all the words; those of the newest households first, at most `limit`. */
export async function findFamilyNames(
  db: Kysely<Schema>,
  asked: readonly AskedWord[],
  limit: number,
): Promise<{ beneficiaryId: string; subject: number }[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<{ beneficiaryId: string; subject: number }>`
    select b.id as "beneficiaryId", hit.rowid % ${ROW} as subject
    from ${hits(sql`search_words_family`, asked, limit)}
    cross join beneficiary b on b.no = hit.rowid / ${ROW}`.execute(db);
  return rows;
}

function hits(table: RawBuilder<unknown>, asked: readonly AskedWord[], limit: number) {
  return sql`(select rowid from ${table} where ${table} match ${matchOf(asked)}
    order by rowid desc limit ${limit}) as hit`;
}
