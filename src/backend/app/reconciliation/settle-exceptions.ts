import type { ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { ExceptionReader } from './ports.ts';

type Found = Awaited<ReturnType<ExceptionReader['byIds']>>;

/**
 * Settles exceptions of one kind and reason together. Errors: NOT_FOUND, CONFLICT, NOT_OPEN, MIXED_EXCEPTIONS.
 */
export async function resolveExceptions(
  { repos, now, officer, audit }: CommandContext,
  { exceptions, resolution, note }: ParsedInputOf<'reconciliation.resolve'>,
) {
  const ids = exceptions.map(({ id }) => id);
  const found = await repos.exceptions.byIds(ids);
  const sort = oneSort(found, ids);
  if (!sort.ok) return sort;
  if (hasChanged(found, exceptions)) return refuse('CONFLICT');
  await repos.exceptions.resolve(ids, resolution, note, { at: now, officerId: officer.id });
  for (const id of ids) {
    await audit('reconciliation.resolved', { type: 'exception', id }, { resolution });
  }
  return ok({ resolved: ids.length });
}

/** Takes the settlement of exceptions back. Errors: NOT_FOUND, CONFLICT, NOT_RESOLVED, CYCLE_CLOSED (month). */
export async function reopenExceptions(
  { repos, audit }: CommandContext,
  { exceptions }: ParsedInputOf<'reconciliation.reopen'>,
) {
  const ids = exceptions.map(({ id }) => id);
  const found = await repos.exceptions.byIds(ids);
  if (found.length !== new Set(ids).size) return refuse('NOT_FOUND');
  if (found.some(({ status }) => status !== 'resolved')) return refuse('NOT_RESOLVED');
  if (hasChanged(found, exceptions)) return refuse('CONFLICT');
  const month = await repos.exceptions.closedMonth(ids);
  if (month !== null) return refuse('CYCLE_CLOSED', { month });
  await repos.exceptions.reopen(ids);
  for (const id of ids) await audit('reconciliation.reopened', { type: 'exception', id });
  return ok({});
}

/** The one kind and reason of open exceptions: work in bulk stays within it, and so within one required action. */
export function oneSort(found: Found, ids: readonly string[]) {
  const [first] = found;
  if (first === undefined || found.length !== new Set(ids).size) return refuse('NOT_FOUND');
  if (found.some(({ status }) => status !== 'open')) return refuse('NOT_OPEN');
  const sorts = new Set(
    found.map(({ kind, reasonList, reasonCode }) => `${kind} ${reasonList} ${reasonCode}`),
  );
  if (sorts.size > 1) return refuse('MIXED_EXCEPTIONS', { kinds: sorts.size });
  const { kind, reasonList, reasonCode } = first;
  return ok({ kind, reasonList, reasonCode });
}

function hasChanged(
  found: readonly { readonly id: string; readonly version: number }[],
  expected: readonly { readonly id: string; readonly expectedVersion: number }[],
): boolean {
  const versions = new Map(expected.map(({ id, expectedVersion }) => [id, expectedVersion]));
  return found.some(({ id, version }) => versions.get(id) !== version);
}
