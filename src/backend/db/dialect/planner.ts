import { sql, type RawBuilder } from 'kysely';

/**
 * The expression, of which SQLite makes no use to choose an index: where the code knows better than the planner, which has
 * no idea how many rows a bound value stands for.
 */
export function withoutIndex<T>(expression: RawBuilder<T>): RawBuilder<T> {
  return sql<T>`+${expression}`;
}
