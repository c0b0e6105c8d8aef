import { sql, type Kysely } from 'kysely';

/** What acts in a document, by name: JSON, a list of codes, empty for most. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `alter table document add column contents text not null default '[]' check (json_valid(contents))`,
    )
    .execute(db);
}
