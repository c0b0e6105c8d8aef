import { sql } from 'kysely';
import type { SearchTerms } from '../../../domain/registry/search-terms.ts';
import type { Reader } from '../database.ts';

/** How good a way of finding is; lower is better. */
export const EXACT = 0;
export const NAME = 1;
export const NUMBER = 2;
export const WORDS = 3;
export const NUMBER_END = 4;
export const FAMILY_WORDS = 5;
export const BEGINNINGS = 6;
export const SLIPS = 7;

/** Somebody found: a beneficiary, perhaps through one of his dependants. */
export interface FoundPerson {
  readonly id: string;
  /** Number of the dependant; null for the beneficiary himself. */
  readonly subject: number | null;
  readonly way: number;
}

const END_OF_TEXT = '\u{10FFFF}';

interface Way {
  way(terms: SearchTerms): number;
  find(db: Reader['db'], terms: SearchTerms, limit: number): Promise<Row[]>;
}

interface Row {
  readonly id: string;
  readonly subject?: number;
}

/** Every way in which terms may be meant that an index answers with a few rows. */
export async function findByNumber(
  db: Reader['db'],
  terms: SearchTerms,
  limit: number,
): Promise<FoundPerson[]> {
  const found: FoundPerson[] = [];
  for (const way of WAYS) {
    for (const { id, subject } of await way.find(db, terms, limit)) {
      found.push({ id, subject: subject ?? null, way: way.way(terms) });
    }
  }
  return found;
}

const WAYS: readonly Way[] = [
  {
    way: ({ nationalIdPrefix }) => (nationalIdPrefix?.length === 10 ? EXACT : NUMBER),
    find: (db, { nationalIdPrefix: prefix }, limit) =>
      prefix === null
        ? none()
        : rows(
            sql`select id from beneficiary
            where national_id >= ${prefix} and national_id < ${prefix + END_OF_TEXT}
            order by national_id limit ${limit}`,
            db,
          ),
  },
  {
    way: ({ nationalIdPrefix }) => (nationalIdPrefix?.length === 10 ? EXACT : NUMBER),
    find: (db, { nationalIdPrefix: prefix }, limit) =>
      prefix === null
        ? none()
        : rows(
            sql`select b.id, f.subject from (select beneficiary_no, subject from household_fact
              where data ->> 'nationalId' >= ${prefix} and data ->> 'nationalId' < ${prefix + END_OF_TEXT}
                and kind = 'person' and subject > 0 and superseded_in is null
                and data ->> 'nationalId' is not null
              order by data ->> 'nationalId' limit ${limit}) f
            cross join beneficiary b on b.no = f.beneficiary_no`,
            db,
          ),
  },
  {
    way: ({ ibanPrefix }) => (ibanPrefix?.length === 24 ? EXACT : NUMBER),
    find: (db, { ibanPrefix: prefix }, limit) =>
      prefix === null
        ? none()
        : rows(
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
        : rows(
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
          rows(
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
        : rows(
            sql`select beneficiary_id as id from bank_account
            where substr(iban, 21) = ${end.slice(-4)} and iban like ${`%${end}`} limit ${limit}`,
            db,
          ),
  },
];

const none = (): Promise<Row[]> => Promise.resolve([]);

async function rows(query: ReturnType<typeof sql>, db: Reader['db']): Promise<Row[]> {
  const found = await query.execute(db);
  return found.rows as Row[];
}
