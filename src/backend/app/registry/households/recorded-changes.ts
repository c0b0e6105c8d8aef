import type { RecordedChange } from '../../../../contract/households.ts';
import type { RegistryChange } from '../../../../domain/registry/household-fact.ts';
import type { ReadRepos } from '../../ports.ts';
import { officerNames } from '../../cases/case-officers.ts';

/** The changes of a household by their numbers, each with the name of who made it. */
export async function recordedChanges(
  repos: Pick<ReadRepos, 'households' | 'staff'>,
  beneficiaryId: string,
): Promise<ReadonlyMap<number, RecordedChange>> {
  const names = await officerNames(repos.staff);
  const changes = await repos.households.changes(beneficiaryId);
  return new Map(changes.map((change) => [change.no, toRecordedChange(change, names)]));
}

export function toRecordedChange(
  { no, at, officerId, source, reason, caseType, caseId }: RegistryChange,
  names: ReadonlyMap<string, string>,
): RecordedChange {
  const officerName = officerId === null ? null : (names.get(officerId) ?? null);
  return { no, at, officerName, source, reason, caseType, caseId };
}
