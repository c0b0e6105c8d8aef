import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';
import { FIRST_TERMS } from './first-programme-terms.ts';

/** What programmes offer and ask, from dates on. A version is never changed: a later one of the same day corrects it. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'programme_terms',
    `no integer primary key autoincrement,
     programme_no integer not null references programme (no),
     valid_from text not null,
     terms text not null check (json_valid(terms)),
     reason text not null default '',
     recorded_at text,
     recorded_by text references officer (id),
     check ((recorded_at is null) = (recorded_by is null))`,
  );
  const statements = [
    'create index programme_terms_of on programme_terms (programme_no, valid_from, no)',
    ...['update', 'delete'].map(
      (change) =>
        `create trigger programme_terms_no_${change} before ${change} on programme_terms
         begin select raise(abort, 'the terms of a programme are append-only'); end`,
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  for (const [code, terms] of Object.entries(FIRST_TERMS)) {
    await sql`insert into programme_terms (programme_no, valid_from, terms)
      select no, ${PROGRAMME_BEGAN}, ${JSON.stringify(terms)} from programme where code = ${code}`.execute(
      db,
    );
  }
}

/** The law of the developed programme. */
const PROGRAMME_BEGAN = '2020-11-19';
