import { sql, type RawBuilder } from 'kysely';

/**
 * The expression, of which SQLite makes no use to choose an index: where the code knows better than the planner, which has
 * no idea how many rows a bound value stands for.
 */
export function withoutIndex<T>(expression: RawBuilder<T>): RawBuilder<T> {
  return sql<T>`+${expression}`;
}

/** Reads a table through one index only: where rows are few of many, and the planner would go through all of them. */
export function through(index: string): RawBuilder<unknown> {
  return sql`indexed by ${sql.ref(index)}`;
}
