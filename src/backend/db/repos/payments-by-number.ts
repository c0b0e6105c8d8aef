import { sql } from 'kysely';
import type { SearchTerms } from '../../../domain/registry/search-terms.ts';
import type { Reader } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';
import { searchRegistry } from './registry-search.ts';

const MOST_PEOPLE = 200;
const MOST_PAYMENTS = 500;
const END_OF_TEXT = '\u{10FFFF}';

/** Payments whose end-to-end or instruction id begins with the text, and those of people found by a number. */
export async function findPaymentsByNumber(
  db: Reader['db'],
  text: string,
  terms: SearchTerms,
): Promise<string[]> {
  const start = text.trim();
  const byReference = await sql<{ id: string }>`
    select id from payment where end_to_end_id >= ${start} and end_to_end_id < ${start + END_OF_TEXT}
    limit ${MOST_PAYMENTS}`.execute(db);
  const byInstruction = await sql<{ id: string }>`
    select id from payment
    where instruction_id >= ${start} and instruction_id < ${start + END_OF_TEXT} and instruction_id is not null
    limit ${MOST_PAYMENTS}`.execute(db);
  const people = (await searchRegistry(db, terms, MOST_PEOPLE)).flatMap(({ kind, refId }) =>
    kind === 'person' ? [refId] : [],
  );
  const ofPeople = await sql<{ id: string }>`
    select p.id from ${jsonValues(people, 'given')}
    cross join payment p on p.beneficiary_id = given.value`.execute(db);
  const rows = [...byReference.rows, ...byInstruction.rows, ...ofPeople.rows];
  return [...new Set(rows.map(({ id }) => id))];
}
