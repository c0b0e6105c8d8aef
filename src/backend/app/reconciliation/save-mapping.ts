import type { ParsedInputOf } from '../../../contract/api.ts';
import { mappingProblems } from '../../../domain/reconciliation/table-mapping.ts';
import { headerKey } from '../../../domain/tables/table-layout.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';

/** Refusals of tables in the watched folder that another mapping may answer. */
const FOR_WANT_OF_MAPPING = [
  'BANK_FILE_MAPPING_NEEDED',
  'BANK_FILE_MAPPING_DIFFERS',
  'BANK_FILE_SHEET_MISSING',
];

/**
 * Keeps a bank's mapping; tables in the watched folder that waited for one are read once more.
 *
 * Errors: TABLE_MAPPING_INCOMPLETE (problems), NOT_FOUND, CONFLICT.
 */
export async function saveMapping(
  { repos, newId, now, officer, audit }: CommandContext,
  input: ParsedInputOf<'reconciliation.saveMapping'>,
) {
  const { bankCode, name, titles, mapping, expectedVersion = 1 } = input;
  const problems = mappingProblems(mapping, titles.length);
  if (problems.length > 0) {
    return refuse('TABLE_MAPPING_INCOMPLETE', { problems: problems.join(' ') });
  }
  const id = input.id ?? newId();
  const by = { at: now, officerId: officer.id };
  const saved = { id, bankCode, name, titles, mapping, headerKey: headerKey(titles) };
  const subject = { type: 'tableMapping', id };
  await repos.arrivals.readAgain(FOR_WANT_OF_MAPPING);
  if (input.id === undefined) {
    await repos.mappings.add(saved, by);
    await audit('reconciliation.mappingSaved', subject, { bankCode, name, version: 1 });
    return ok({ id, version: 1 });
  }
  if (!(await repos.mappings.byId(id))) return refuse('NOT_FOUND');
  if (!(await repos.mappings.change(saved, expectedVersion, by))) return refuse('CONFLICT');
  const version = expectedVersion + 1;
  await audit('reconciliation.mappingSaved', subject, { bankCode, name, version });
  return ok({ id, version });
}

/** Where two mappings claimed a table, the other one may read it now. Errors: NOT_FOUND, CONFLICT. */
export async function retireMapping(
  { repos, now, officer, audit }: CommandContext,
  { id, expectedVersion }: ParsedInputOf<'reconciliation.retireMapping'>,
) {
  if (!(await repos.mappings.byId(id))) return refuse('NOT_FOUND');
  const by = { at: now, officerId: officer.id };
  if (!(await repos.mappings.retire(id, expectedVersion, by))) return refuse('CONFLICT');
  await repos.arrivals.readAgain(FOR_WANT_OF_MAPPING);
  await audit('reconciliation.mappingRetired', { type: 'tableMapping', id });
  return ok({});
}
