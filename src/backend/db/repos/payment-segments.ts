import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../database.ts';

interface Segment {
  readonly cycle: number;
  readonly status: string;
  readonly bank: string;
  readonly count: number;
}

interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly descending: boolean;
}

/**
 * A page of very many payments by status or by bank. Both have few values, and within one of each the payments lie together
 * in one index, by amount: the page is found by counting, and read where it lies.
 */
export async function pageOfSegments(
  db: Reader['db'],
  by: 'status' | 'bank',
  { limit, offset, descending }: Page,
  conditions: readonly RawBuilder<unknown>[],
): Promise<number[]> {
  const { rows } = await sql<Segment>`
    select p.cycle_number as cycle, p.status, p.bank_code as bank, count(*) as count
    from payment p where ${sql.join(conditions, sql` and `)}
    group by p.cycle_number, p.status, p.bank_code`.execute(db);
  const keyOf = ({ status, bank }: Segment): string =>
    by === 'status' ? `${status} ${bank}` : `${bank} ${status}`;
  const ascending = rows.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const numbers: number[] = [];
  let before = 0;
  for (const segment of descending ? ascending.toReversed() : ascending) {
    const skipped = Math.max(0, offset - before);
    before += segment.count;
    if (skipped >= segment.count) continue;
    numbers.push(...(await readSegment(db, segment, descending, limit - numbers.length, skipped)));
    if (numbers.length === limit) break;
  }
  return numbers;
}

async function readSegment(
  db: Reader['db'],
  { cycle, status, bank }: Segment,
  descending: boolean,
  limit: number,
  offset: number,
): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select no from payment
    where cycle_number = ${cycle} and status = ${status} and bank_code = ${bank}
    order by amount_halalas ${descending ? sql`desc` : sql`asc`}
    limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ no }) => no);
}
