import { sql } from 'kysely';
import type { SearchHit, SearchKind } from '../../app/registry/ports.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import type { SearchTerms } from '../../../domain/registry/search-terms.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import { indexedWord } from '../../../domain/shared/search-words.ts';
import type { Reader } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { findByWords } from './found-by-words.ts';
import { EXACT, findByNumber, WORDS } from './people-by-number.ts';

interface Found {
  readonly kind: SearchKind;
  readonly refId: string;
  /** Number of the dependant through whom a person was found; null for himself. */
  readonly subject: number | null;
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
  const add = (one: Found): void => {
    const key = `${one.kind}:${one.refId}`;
    if ((found.get(key)?.way ?? Infinity) > one.way) found.set(key, one);
  };
  for (const { id, subject, way } of await findByNumber(db, terms, limit)) {
    add({ kind: 'person', refId: id, subject, way });
  }
  for (const { kind, ...hit } of await findByWords(db, terms.words, limit)) {
    if (isSearchKind(kind)) add({ kind, ...hit });
  }
  const described = await describe(db, best([...found.values()]));
  return described
    .map((hit) => ({ hit, rank: rankOf(hit, found.get(`${hit.kind}:${hit.refId}`), terms) }))
    .sort((left, right) => left.rank - right.rank || compare(left.hit, right.hit))
    .slice(0, limit)
    .map(({ hit: { key: _key, ...hit } }) => hit);
}

/** Whoever may be among the first when the words are compared. */
const DESCRIBED = 150;

function best(found: readonly Found[]): readonly Found[] {
  return [...found].sort((left, right) => left.way - right.way).slice(0, DESCRIBED);
}

function isSearchKind(kind: string): kind is SearchKind {
  return (
    kind === 'person' ||
    kind === 'complaint' ||
    kind === 'objection' ||
    kind === 'application' ||
    kind === 'letter'
  );
}

async function describe(db: Reader['db'], found: readonly Found[]): Promise<Described[]> {
  const of = (kind: SearchKind) => found.filter((hit) => hit.kind === kind).map((hit) => hit.refId);
  return [
    ...(await describePeople(
      db,
      found.filter((hit) => hit.kind === 'person'),
    )),
    ...(await describeCases(db, 'complaint', of('complaint'))),
    ...(await describeCases(db, 'objection', of('objection'))),
    ...(await describeCases(db, 'application', of('application'))),
    ...(await describeCases(db, 'letter', of('letter'))),
  ];
}

/** Of who was found through a dependant the dependant's name is shown; of others the account. */
async function describePeople(db: Reader['db'], found: readonly Found[]): Promise<Described[]> {
  if (found.length === 0) return [];
  const given = jsonRows(
    found.map(({ refId, subject }) => [refId, subject]),
    ['id', 'subject'],
    'given',
  );
  const { rows } = await sql<{
    id: string;
    full_name: string;
    name_key: string;
    national_id: string;
    iban: string | null;
    dependant: string | null;
  }>`
    select b.id, b.full_name, b.name_key, b.national_id,
      (select a.iban from bank_account a where a.beneficiary_id = b.id and a.valid_to is null
        order by a.valid_from desc limit 1) as iban,
      case when given.subject is not null then
        (select f.data ->> 'name' from household_fact f where f.beneficiary_no = b.no and f.kind = 'person'
          and f.subject = given.subject and f.superseded_in is null order by f.valid_from desc limit 1)
        end as dependant
    from ${given} cross join beneficiary b on b.id = given.id`.execute(db);
  return rows.map((row) => ({
    kind: 'person',
    refId: row.id,
    title: row.full_name,
    subtitle: row.dependant ?? (row.iban === null ? '' : maskIban(row.iban)),
    nationalId: row.national_id,
    key: row.dependant === null ? row.name_key : searchKey(row.dependant),
  }));
}

interface CaseSource {
  readonly table: string;
  readonly number: string;
  readonly subtitle: string;
  /** Whose national ID is shown: the person's (b), or the one that the case itself holds. */
  readonly person?: 'b' | 'c';
}

const CASES = {
  complaint: { table: 'complaint', number: 'ticket', subtitle: 'b.full_name' },
  objection: { table: 'objection', number: 'number', subtitle: 'b.full_name' },
  // A draft has an applicant who is in no registry yet.
  application: { table: 'application', number: 'number', subtitle: 'c.name', person: 'c' },
  letter: { table: 'letter', number: 'number', subtitle: 'c.subject' },
} as const satisfies Record<string, CaseSource>;

async function describeCases(
  db: Reader['db'],
  kind: keyof typeof CASES,
  refIds: readonly string[],
): Promise<Described[]> {
  if (refIds.length === 0) return [];
  const { table, number, subtitle, person = 'b' }: CaseSource = CASES[kind];
  const { rows } = await sql<{
    id: string;
    number: string;
    subtitle: string;
    national_id: string;
  }>`
    select c.id, c.${sql.ref(number)} as number, ${sql.ref(subtitle)} as subtitle,
      ${sql.ref(`${person}.national_id`)} as national_id
    from ${jsonValues(refIds, 'given')}
    cross join ${sql.table(table)} c on c.id = given.value
    left join beneficiary b on b.id = c.beneficiary_id`.execute(db);
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
  const whole = new Set(hit.key.split(/[^\p{L}\p{N}]+/u).map(indexedWord));
  const missed = words.filter((word) => !whole.has(indexedWord(word))).length;
  return way * 10 + Math.min(missed, 9);
}

function compare(left: Described, right: Described): number {
  return left.key < right.key ? -1 : left.key > right.key ? 1 : 0;
}
