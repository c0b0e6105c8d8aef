import type { ParsedInputOf } from '../../../contract/api.ts';
import { mayMerge, mayUndoMerge, whyNotDecided } from '../../../domain/duplicates/merge.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';

/** Errors: NOT_FOUND, PAIR_NOT_OPEN, CONFLICT and those of `mayMerge`. */
export async function proposeMerge(
  context: CommandContext,
  { id, expectedVersion, keptId, reason }: ParsedInputOf<'duplicates.proposeMerge'>,
) {
  const { duplicates } = context.repos;
  const pair = await duplicates.pair(id);
  if (!pair) return refuse('NOT_FOUND');
  if (pair.status !== 'open' && pair.status !== 'asked') return refuse('PAIR_NOT_OPEN');
  const ids = [pair.one.beneficiaryId, pair.other.beneficiaryId];
  const leftId = ids.find((one) => one !== keptId);
  if (!ids.includes(keptId) || leftId === undefined) return refuse('NOT_FOUND');
  const allowed = await checkMerge(context, keptId, leftId);
  if (!allowed.ok) return allowed;
  if (!(await duplicates.setStatus(id, expectedVersion, 'merging'))) return refuse('CONFLICT');
  const stamp = { at: context.now, by: context.officer.id };
  const mergeId = context.newId();
  await duplicates.addMerge({ id: mergeId, pairId: id, keptId, leftId, reason }, stamp);
  await duplicates.append(id, 'mergeProposed', reason, stamp);
  await context.audit('duplicates.mergeProposed', { type: 'fileMerge', id: mergeId });
  return ok({});
}

/** Errors: NOT_FOUND, ALREADY_DECIDED, PROPOSED_BY_YOU, CONFLICT and those of `mayMerge`. */
export async function decideMerge(
  context: CommandContext,
  { mergeId, expectedVersion, approve, reason }: ParsedInputOf<'duplicates.decideMerge'>,
) {
  const { repos, officer } = context;
  const merge = await repos.duplicates.merge(mergeId);
  if (!merge) return refuse('NOT_FOUND');
  const why = whyNotDecided(merge, officer.id);
  if (why !== null) return refuse(why);
  if (!approve) return settle(context, merge.pairId, mergeId, expectedVersion, 'rejected', reason);
  const allowed = await checkMerge(context, merge.keptId, merge.leftId);
  if (!allowed.ok) return allowed;
  const settled = await settle(context, merge.pairId, mergeId, expectedVersion, 'merged', reason);
  if (!settled.ok) return settled;
  await repos.duplicates.pointTo(merge.leftId, merge.keptId);
  return ok({});
}

/** Errors: NOT_FOUND, NOT_YOURS, ALREADY_DECIDED, CONFLICT. */
export async function withdrawMerge(
  context: CommandContext,
  { mergeId, expectedVersion }: ParsedInputOf<'duplicates.withdrawMerge'>,
) {
  const merge = await context.repos.duplicates.merge(mergeId);
  if (!merge) return refuse('NOT_FOUND');
  if (merge.proposedById !== context.officer.id) return refuse('NOT_YOURS');
  if (merge.status !== 'proposed') return refuse('ALREADY_DECIDED');
  return settle(context, merge.pairId, mergeId, expectedVersion, 'withdrawn', '');
}

/** Errors: NOT_FOUND, ALREADY_DECIDED, MERGE_RESTED_ON (payments, changes), CONFLICT. */
export async function undoMerge(
  context: CommandContext,
  { mergeId, expectedVersion, reason }: ParsedInputOf<'duplicates.undoMerge'>,
) {
  const { repos, now, officer, audit } = context;
  const { duplicates } = repos;
  const merge = await duplicates.merge(mergeId);
  if (!merge) return refuse('NOT_FOUND');
  const allowed = mayUndoMerge(merge.status, await duplicates.restsOn(merge));
  if (!allowed.ok) return allowed;
  const stamp = { at: now, by: officer.id };
  if (!(await duplicates.undoMerge(mergeId, expectedVersion, reason, stamp)))
    return refuse('CONFLICT');
  await duplicates.pointTo(merge.leftId, null);
  await reopen(context, merge.pairId);
  await duplicates.append(merge.pairId, 'mergeUndone', reason, stamp);
  await audit('duplicates.mergeUndone', { type: 'fileMerge', id: mergeId });
  return ok({});
}

const EVENTS = {
  merged: 'mergeApproved',
  rejected: 'mergeRejected',
  withdrawn: 'mergeWithdrawn',
} as const;

async function settle(
  context: CommandContext,
  pairId: string,
  mergeId: string,
  version: number,
  status: keyof typeof EVENTS,
  reason: string,
): Promise<Result<Record<string, never>, Refusal>> {
  const { repos, now, officer, audit } = context;
  const stamp = { at: now, by: officer.id };
  const decided = await repos.duplicates.decideMerge(mergeId, version, { status, reason }, stamp);
  if (!decided) return refuse('CONFLICT');
  if (status === 'merged') {
    const pair = await repos.duplicates.pair(pairId);
    if (!pair || !(await repos.duplicates.setStatus(pairId, pair.version, 'merged')))
      return refuse('CONFLICT');
  } else await reopen(context, pairId);
  await repos.duplicates.append(pairId, EVENTS[status], reason, stamp);
  await audit(`duplicates.${EVENTS[status]}`, { type: 'fileMerge', id: mergeId });
  return ok({});
}

/** Back to what it was before the merge was proposed. */
async function reopen({ repos }: CommandContext, pairId: string): Promise<void> {
  const pair = await repos.duplicates.pair(pairId);
  if (!pair) return;
  const status = pair.requestId === null ? 'open' : 'asked';
  await repos.duplicates.setStatus(pairId, pair.version, status);
}

async function checkMerge({ repos }: CommandContext, keptId: string, leftId: string) {
  const [kept, left] = [
    await repos.duplicates.mergeable(keptId),
    await repos.duplicates.mergeable(leftId),
  ];
  return kept && left ? mayMerge(kept, left) : refuse('NOT_FOUND');
}
