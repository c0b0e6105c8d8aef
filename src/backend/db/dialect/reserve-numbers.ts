import { sql, type QueryExecutorProvider } from 'kysely';

/**
 * Sets aside numbers of a table whose own numbers only ever rise, for rows that are kept elsewhere: those after the answer,
 * `count` of them.
 */
export async function reserveNumbers(
  db: QueryExecutorProvider,
  table: string,
  count: number,
): Promise<number> {
  await sql`
    insert into sqlite_sequence (name, seq)
    select ${table}, 0 where not exists (select 1 from sqlite_sequence where name = ${table})`.execute(
    db,
  );
  const { rows } = await sql<{ last: number }>`
    update sqlite_sequence set seq = seq + ${count} where name = ${table} returning seq as last`.execute(
    db,
  );
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`No numbers of ${table}`);
  return last - count;
}
