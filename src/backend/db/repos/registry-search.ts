import { sql } from 'kysely';
import type { SearchHit, SearchKind } from '../../app/registry/ports.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import type { SearchTerms } from '../../../domain/registry/search-terms.ts';
import type { Reader } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';
import { findSearchWords } from '../dialect/search-words.ts';

/** How good a way of finding is; lower is better. */
const EXACT = 0;
const NAME = 1;
const NUMBER = 2;
const WORDS = 3;
const NUMBER_END = 4;

const WORD_HITS = 200;
const END_OF_TEXT = '\u{10FFFF}';

interface Found {
  readonly kind: SearchKind;
  readonly refId: string;
  readonly way: number;
}

interface Described extends SearchHit {
  /** What the words are compared with. */
  readonly key: string;
}

/** Every way in which `terms` may be meant, each a few rows from an index; then one order over all that was found. */
export async function searchRegistry(
  db: Reader['db'],
  terms: SearchTerms,
  limit: number,
): Promise<SearchHit[]> {
  const found = new Map<string, Found>();
  const add = (kind: SearchKind, refIds: readonly string[], way: number): void => {
    for (const refId of refIds) {
      const key = `${kind}:${refId}`;
      if (!found.has(key)) found.set(key, { kind, refId, way });
    }
  };
  for (const way of WAYS) add('person', await way.find(db, terms, limit), way.way(terms));
  for (const { kind, refId } of await findSearchWords(db, terms.words, WORD_HITS)) {
    if (isSearchKind(kind)) add(kind, [refId], WORDS);
  }
  const described = await describe(db, [...found.values()]);
  return described
    .map((hit) => ({ hit, rank: rankOf(hit, found.get(`${hit.kind}:${hit.refId}`), terms) }))
    .sort((left, right) => left.rank - right.rank || compare(left.hit, right.hit))
    .slice(0, limit)
    .map(({ hit: { key: _key, ...hit } }) => hit);
}

interface Way {
  way(terms: SearchTerms): number;
  find(db: Reader['db'], terms: SearchTerms, limit: number): Promise<string[]>;
}

const WAYS: readonly Way[] = [
  {
    way: ({ nationalIdPrefix }) => (nationalIdPrefix?.length === 10 ? EXACT : NUMBER),
    find: (db, { nationalIdPrefix: prefix }, limit) =>
      prefix === null
        ? none()
        : ids(
            sql`select id from beneficiary
            where national_id >= ${prefix} and national_id < ${prefix + END_OF_TEXT}
            order by national_id limit ${limit}`,
            db,
          ),
  },
  {
    way: ({ ibanPrefix }) => (ibanPrefix?.length === 24 ? EXACT : NUMBER),
    find: (db, { ibanPrefix: prefix }, limit) =>
      prefix === null
        ? none()
        : ids(
            sql`select beneficiary_id as id from bank_account
            where iban >= ${prefix} and iban < ${prefix + END_OF_TEXT} order by iban limit ${limit}`,
            db,
          ),
  },
  {
    way: () => NAME,
    find: (db, { namePrefix: prefix }, limit) =>
      prefix === null
        ? none()
        : ids(
            sql`select id from beneficiary
            where name_key >= ${prefix} and name_key < ${prefix + END_OF_TEXT}
            order by name_key limit ${limit}`,
            db,
          ),
  },
  {
    way: () => NUMBER,
    find: async (db, { phonePrefix: prefix }, limit) => {
      if (prefix === null) return [];
      const written = [`0${prefix}`, `966${prefix}`, `+966${prefix}`];
      const found = await Promise.all(
        written.map((start) =>
          ids(
            sql`select id from beneficiary
            where phone >= ${start} and phone < ${start + END_OF_TEXT} and phone is not null
            order by phone limit ${limit}`,
            db,
          ),
        ),
      );
      return found.flat();
    },
  },
  {
    way: () => NUMBER_END,
    find: (db, { ibanEnd: end }, limit) =>
      end === null
        ? none()
        : ids(
            sql`select beneficiary_id as id from bank_account
            where substr(iban, 21) = ${end.slice(-4)} and iban like ${`%${end}`} limit ${limit}`,
            db,
          ),
  },
];

const none = (): Promise<string[]> => Promise.resolve([]);

async function ids(query: ReturnType<typeof sql>, db: Reader['db']): Promise<string[]> {
  const { rows } = await query.execute(db);
  return (rows as { id: string }[]).map(({ id }) => id);
}

function isSearchKind(kind: string): kind is SearchKind {
  return kind === 'person' || kind === 'complaint' || kind === 'objection' || kind === 'letter';
}

async function describe(db: Reader['db'], found: readonly Found[]): Promise<Described[]> {
  const of = (kind: SearchKind) => found.filter((hit) => hit.kind === kind).map((hit) => hit.refId);
  return [
    ...(await describePeople(db, of('person'))),
    ...(await describeCases(db, 'complaint', of('complaint'))),
    ...(await describeCases(db, 'objection', of('objection'))),
    ...(await describeCases(db, 'letter', of('letter'))),
  ];
}

async function describePeople(db: Reader['db'], refIds: readonly string[]): Promise<Described[]> {
  if (refIds.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    full_name: string;
    name_key: string;
    national_id: string;
    iban: string | null;
  }>`
    select b.id, b.full_name, b.name_key, b.national_id,
      (select a.iban from bank_account a where a.beneficiary_id = b.id and a.valid_to is null
        order by a.valid_from desc limit 1) as iban
    from ${jsonValues(refIds, 'given')} cross join beneficiary b on b.id = given.value`.execute(db);
  return rows.map((row) => ({
    kind: 'person',
    refId: row.id,
    title: row.full_name,
    subtitle: row.iban === null ? '' : maskIban(row.iban),
    nationalId: row.national_id,
    key: row.name_key,
  }));
}

const CASES = {
  complaint: { table: 'complaint', number: 'ticket', subtitle: 'b.full_name' },
  objection: { table: 'objection', number: 'number', subtitle: 'b.full_name' },
  letter: { table: 'letter', number: 'number', subtitle: 'c.subject' },
} as const;

async function describeCases(
  db: Reader['db'],
  kind: keyof typeof CASES,
  refIds: readonly string[],
): Promise<Described[]> {
  if (refIds.length === 0) return [];
  const { table, number, subtitle } = CASES[kind];
  const { rows } = await sql<{
    id: string;
    number: string;
    subtitle: string;
    national_id: string;
  }>`
    select c.id, c.${sql.ref(number)} as number, ${sql.ref(subtitle)} as subtitle, b.national_id
    from ${jsonValues(refIds, 'given')}
    cross join ${sql.table(table)} c on c.id = given.value
    cross join beneficiary b on b.id = c.beneficiary_id`.execute(db);
  return rows.map((row) => ({
    kind,
    refId: row.id,
    title: row.number,
    subtitle: row.subtitle,
    nationalId: row.national_id,
    key: row.number,
  }));
}

/** First how it was found; then, of names, how many of the words are whole ones of it. */
function rankOf(hit: Described, found: Found | undefined, { words }: SearchTerms): number {
  const way =
    hit.key === words.join(' ') || hit.title === words.join('-') ? EXACT : (found?.way ?? WORDS);
  const whole = new Set(hit.key.split(/[^\p{L}\p{N}]+/u));
  const missed = words.filter((word) => !whole.has(word)).length;
  return way * 10 + Math.min(missed, 9);
}

function compare(left: Described, right: Described): number {
  return left.key < right.key ? -1 : left.key > right.key ? 1 : 0;
}
