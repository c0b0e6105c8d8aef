import { sql, type Kysely } from 'kysely';

/**
 * Lines that belong to no payment are found by what they say, also those that were no news: when the file that told of
 * them first is taken back, they are.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const steps = [
    'drop index bank_line_unknown',
    'create index bank_line_words on bank_line (fingerprint) where fingerprint is not null',
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}
