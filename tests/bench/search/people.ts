/** A registry of invented households, written as the sample is. */
import { v7 as uuidv7 } from 'uuid';
import { idSequence } from '../../../src/backend/app/id-sequence.ts';
import type { Database } from '../../../src/backend/db/database.ts';
import { SampleWriteRepo } from '../../../src/backend/db/repos/sample-repo.ts';
import { SearchIndexRepo } from '../../../src/backend/db/repos/search-index-repo.ts';
import { addPersonRows, emptyRows } from '../../../src/backend/sample/people-rows.ts';
import { samplePerson, type SamplePerson } from '../../../src/domain/sample/sample-person.ts';
import { isoDate, type IsoInstant } from '../../../src/domain/shared/iso-date.ts';
import { ok } from '../../../src/domain/shared/result.ts';

const TODAY = isoDate('2026-11-21');
const FOUNDED = '2026-07-01T08:00:00.000Z' as IsoInstant;
const AT_ONCE = 2000;

export const personAt = (index: number): SamplePerson => samplePerson(7, index, TODAY);

export async function addPeople(database: Database, size: number): Promise<void> {
  const nextId = idSequence(() => uuidv7());
  let change = 0;
  for (let from = 0; from < size; from += AT_ONCE) {
    const rows = emptyRows();
    for (let index = from; index < Math.min(size, from + AT_ONCE); index += 1) {
      addPersonRows(rows, personAt(index), index + 1, FOUNDED, nextId);
    }
    await database.transact(async (tx) => {
      const sample = new SampleWriteRepo(tx);
      if (change === 0) change = await sample.found(FOUNDED);
      await sample.addBeneficiaries(rows.beneficiaries);
      await sample.addFacts(rows.facts, change);
      await sample.addAccounts(rows.accounts);
      await sample.addFamily(rows.family);
      await new SearchIndexRepo(tx).putAll('person', rows.searchWords);
      return ok(null);
    });
  }
}
