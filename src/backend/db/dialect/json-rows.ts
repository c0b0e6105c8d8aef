import { sql, type RawBuilder } from 'kysely';

export type JsonRow = readonly (string | number | null)[];

/**
 * Rows as one bound JSON text, unpacked by the database into named columns: `from ${jsonRows(...)} cross join ...`. Say
 * `cross join`, never `join`: SQLite then starts from these rows instead of reading the other table once for each.
 * `jsonb_each` hands each row on as it was parsed, three times faster than `json_each`, which writes it out as text again.
 * The columns are names in the code, never text from outside.
 */
export function jsonRows(
  rows: readonly JsonRow[],
  columns: readonly string[],
  alias: string,
): RawBuilder<unknown> {
  // NOTE: one text, since it is made anew for every few hundred rows.
  const fields = columns.map((column, index) => `value ->> ${index} as "${column}"`).join(', ');
  return sql`(select ${sql.raw(fields)} from jsonb_each(${JSON.stringify(rows)})) as ${sql.ref(alias)}`;
}

/** Values as one bound JSON array: `from ${jsonValues(...)}` has the column `value`. */
export function jsonValues(
  values: readonly (string | number)[],
  alias: string,
): RawBuilder<unknown> {
  return sql`json_each(${JSON.stringify(values)}) as ${sql.ref(alias)}`;
}
