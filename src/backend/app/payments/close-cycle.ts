import type { OutputOf } from '../../../contract/api.ts';
import { closingChecks, mayClose, type ClosingCheck } from '../../../domain/payments/closing.ts';
import type { CycleEventType } from '../../../domain/payments/run.ts';
import { settingsOn } from '../../../domain/settings/settings.ts';
import { dayOfMonth } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext, QueryContext } from '../context.ts';

interface ExpectedCycle {
  readonly cycleId: string;
  readonly expectedVersion: number;
}

/** What closing asks for, with the events of the cycle. Errors: NOT_FOUND. */
export async function closingOf(
  { repos, officer, today }: QueryContext,
  { cycleId }: { readonly cycleId: string },
) {
  const found = await examine({ repos, today }, cycleId);
  if (!found.ok) return found;
  const { cycle, state, checks, facts } = found.value;
  const closing: OutputOf<'payments.closing'> = {
    state: cycle.status === 'closed' ? 'closed' : state.proposedAt === null ? 'open' : 'proposed',
    proposedBy: state.proposedBy,
    proposedAt: state.proposedAt,
    blocked: whyNotApproved(state, officer, checks),
    checks: checks.map((check) => ({ ...check, kinds: [...check.kinds] })),
    standing: facts.standing,
    explained: facts.explained,
    events: [...(await repos.closing.events(cycleId))],
    version: cycle.version,
  };
  return ok(closing);
}

/** Errors: NOT_FOUND, CONFLICT, CYCLE_CLOSED, CLOSING_PROPOSED, and CLOSING_BLOCKED as `blockedBy` says. */
export async function proposeClosing(context: CommandContext, input: ExpectedCycle) {
  const found = await examine(context, input.cycleId);
  if (!found.ok) return found;
  const { cycle, state, checks } = found.value;
  if (cycle.status === 'closed') return refuse('CYCLE_CLOSED', { month: cycle.month });
  if (state.proposedAt !== null) return refuse('CLOSING_PROPOSED');
  if (!mayClose(checks)) return blockedBy(checks);
  const { repos, officer, now } = context;
  const by = { at: now, officerId: officer.id };
  const changed = await repos.closing.propose(input.cycleId, input.expectedVersion, by);
  return changed ? told(context, input.cycleId, 'closingProposed') : refuse('CONFLICT');
}

/** Errors: NOT_FOUND, CONFLICT, CLOSING_NOT_PROPOSED. */
export async function withdrawClosing(context: CommandContext, input: ExpectedCycle) {
  const found = await examine(context, input.cycleId);
  if (!found.ok) return found;
  if (found.value.state.proposedAt === null) return refuse('CLOSING_NOT_PROPOSED');
  const changed = await context.repos.closing.withdraw(input.cycleId, input.expectedVersion);
  return changed ? told(context, input.cycleId, 'closingWithdrawn') : refuse('CONFLICT');
}

/**
 * The second officer's word, on what the ledger says now. The standing is kept with the cycle.
 * Errors: NOT_FOUND, CONFLICT, CYCLE_CLOSED, CLOSING_NOT_PROPOSED, PROPOSED_BY_YOU, CLOSING_BLOCKED.
 */
export async function approveClosing(context: CommandContext, input: ExpectedCycle) {
  const found = await examine(context, input.cycleId);
  if (!found.ok) return found;
  const { cycle, state, checks, facts } = found.value;
  if (cycle.status === 'closed') return refuse('CYCLE_CLOSED', { month: cycle.month });
  if (state.proposedAt === null) return refuse('CLOSING_NOT_PROPOSED');
  if (state.proposedById === context.officer.id) return refuse('PROPOSED_BY_YOU');
  if (!mayClose(checks)) return blockedBy(checks);
  const { cycleId, expectedVersion } = input;
  const closed = await context.repos.closing.close(cycleId, expectedVersion, facts.standing);
  return closed ? told(context, cycleId, 'closed') : refuse('CONFLICT');
}

/** Errors: NOT_FOUND, CONFLICT, CYCLE_OPEN. */
export async function reopenCycle(
  context: CommandContext,
  { cycleId, expectedVersion, reason }: ExpectedCycle & { readonly reason: string },
) {
  const cycle = await context.repos.runs.cycle(cycleId);
  if (!cycle) return refuse('NOT_FOUND');
  if (cycle.status === 'open') return refuse('CYCLE_OPEN', { month: cycle.month });
  const changed = await context.repos.closing.reopen(cycleId, expectedVersion);
  return changed ? told(context, cycleId, 'reopened', reason) : refuse('CONFLICT');
}

/** The cycle, what stands proposed, and what every check says by the settings of its month. */
async function examine(
  {
    repos,
    today,
  }: {
    readonly repos: Pick<QueryContext['repos'], 'runs' | 'closing' | 'settings'>;
    readonly today: QueryContext['today'];
  },
  cycleId: string,
) {
  const cycle = await repos.runs.cycle(cycleId);
  const state = await repos.closing.state(cycleId);
  if (!cycle || !state) return refuse('NOT_FOUND');
  const records = await repos.settings.all();
  const { paidStatuses } = settingsOn(dayOfMonth(cycle.month, 1), records);
  const facts = await repos.closing.facts(cycleId, paidStatuses);
  const checks = closingChecks({ ...facts, payDate: cycle.payDate, today });
  return ok({ cycle, state, facts, checks });
}

function whyNotApproved(
  state: { readonly proposedAt: string | null; readonly proposedById: string | null },
  { id, permissions }: QueryContext['officer'],
  checks: readonly ClosingCheck[],
): string | null {
  if (state.proposedAt === null) return 'CLOSING_NOT_PROPOSED';
  if (!permissions.includes('cycles.approveClosing')) return 'NOT_PERMITTED';
  if (state.proposedById === id) return 'PROPOSED_BY_YOU';
  return mayClose(checks) ? null : 'CLOSING_BLOCKED';
}

/** `missing` names the checks that have not passed, each with how many are in its way; exceptions by kind. */
function blockedBy(checks: readonly ClosingCheck[]) {
  const failed = checks.filter(({ passed }) => !passed);
  const missing = failed
    .flatMap(({ id, count, kinds }) =>
      kinds.length === 0
        ? [`${id} ${count}`]
        : kinds.map((kind) => `${id}.${kind.kind} ${kind.count}`),
    )
    .join(', ');
  return refuse('CLOSING_BLOCKED', { checks: failed.length, missing });
}

async function told(
  { repos, officer, now, audit }: CommandContext,
  cycleId: string,
  type: CycleEventType,
  reason?: string,
) {
  const event = reason === undefined ? { type } : { type, reason };
  await repos.runs.appendCycleEvent(cycleId, event, { at: now, officerId: officer.id });
  await audit(`cycles.${type}`, { type: 'cycle', id: cycleId });
  return ok({});
}
