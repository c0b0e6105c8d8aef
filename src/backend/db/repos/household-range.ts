import { sql } from 'kysely';
import type { HouseholdOfRange, RangeQuery } from '../../app/registry/household-ports.ts';
import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import type { Reader } from '../database.ts';
import type { HouseholdFactTable } from '../schema/registry.ts';
import { factOf } from './household-fact-rows.ts';

/**
 * Facts lie in the order of households: one walk over a stretch of the table, without its neighbours. A file that points to
 * another is not assessed any more.
 */
export async function householdsOfRange(
  db: Reader['db'],
  { fromNo, toNo, on, knownAt }: RangeQuery,
): Promise<HouseholdOfRange[]> {
  const known =
    knownAt === null
      ? sql`superseded_in is null`
      : sql`recorded_in <= ${knownAt} and (superseded_in is null or superseded_in > ${knownAt})`;
  const { rows } = await sql<HouseholdFactTable>`
    select beneficiary_no, seq, record, kind, subject, data, valid_from, valid_to, recorded_in, superseded_in
    from household_fact
    where beneficiary_no between ${fromNo} and ${toNo} and kind <> 'contact' and ${known}
      and beneficiary_no not in (select no from beneficiary where merged_into is not null)
      and (kind = 'stay' or (valid_from <= ${on} and (valid_to is null or valid_to > ${on})))
    order by beneficiary_no, seq`.execute(db);
  const households: { no: number; facts: AnyFact[] }[] = [];
  let last: { no: number; facts: AnyFact[] } | undefined;
  for (const row of rows) {
    if (last?.no !== row.beneficiary_no) {
      last = { no: row.beneficiary_no, facts: [] };
      households.push(last);
    }
    last.facts.push(factOf(row));
  }
  return households;
}
