import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/** What letters say, version by version: an issued letter keeps the one that it was made with. */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'letter_template',
    `kind text not null,
     version integer not null check (version > 0),
     content text not null check (json_valid(content)),
     sha256 text not null,
     shipped_version integer,
     based_on integer,
     note text,
     created_at text not null,
     created_by text references officer (id),
     primary key (kind, version),
     unique (kind, shipped_version),
     check ((shipped_version is null) = (created_by is not null)),
     foreign key (kind, based_on) references letter_template (kind, version)`,
  );
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger letter_template_no_${change} before ${change} on letter_template
         begin select raise(abort, 'what a template once said stays as it is'); end`,
      )
      .execute(db);
  }
}
