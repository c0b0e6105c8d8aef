import { sql } from 'kysely';
import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import type { Reader } from '../database.ts';
import type { HouseholdFactTable } from '../schema/registry.ts';
import { factOf } from './household-fact-rows.ts';

/** What is known now of a household, of any day. */
export async function knownHousehold(db: Reader['db'], beneficiaryId: string): Promise<AnyFact[]> {
  const { rows } = await sql<HouseholdFactTable>`
    select f.* from beneficiary b cross join household_fact f on f.beneficiary_no = b.no
    where b.id = ${beneficiaryId} and f.superseded_in is null order by f.seq`.execute(db);
  return rows.map(factOf);
}
