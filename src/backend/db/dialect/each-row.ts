import { CompiledQuery } from 'kysely';

/** Marks a statement that is run once for each row of values. */
export const EACH_ROW = '/* each row */ ';

export type RowValue = string | number | null;

/**
 * Runs a statement once for each row of its values: what a bulk import comes down to on SQLite, where a prepared statement
 * costs less than handing the rows over as text. Where the database is another process, this is one call with all rows.
 */
export async function runForEachRow(
  db: { executeQuery(query: CompiledQuery): Promise<unknown> },
  statement: string,
  rows: readonly (readonly RowValue[])[],
): Promise<void> {
  if (rows.length === 0) return;
  await db.executeQuery(CompiledQuery.raw(EACH_ROW + statement, [rows]));
}
