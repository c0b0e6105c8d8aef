import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { EligibilityRunDto } from '../../../contract/entitlement.ts';
import { announcedOn, lastMonthToCompute } from '../../../domain/entitlement/next-run.ts';
import { maskNationalId } from '../../../domain/registry/mask.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { ActingOfficer, QueryContext } from '../context.ts';
import type { EligibilityRun, ListedPerson } from './run-ports.ts';
import { stalenessOf } from './staleness.ts';

export async function listRuns({ repos, settings, today }: QueryContext) {
  const runs = await repos.eligibility.runs();
  const month = lastMonthToCompute(today);
  const output: OutputOf<'entitlement.runs'> = {
    runs: runs.flatMap((run) => toDto(run) ?? []),
    next: { month, announcedOn: announcedOn(month, settings.eligibilityDay) },
  };
  return ok(output);
}

/** Errors: NOT_FOUND. */
export async function showRun(
  { repos, officer }: QueryContext,
  { id }: ParsedInputOf<'entitlement.run'>,
) {
  const run = await repos.eligibility.run(id);
  const dto = run && toDto(run);
  if (!run || !dto) return refuse('NOT_FOUND');
  const isOpen = run.status === 'computed' || run.status === 'proposed';
  const output: OutputOf<'entitlement.run'> = {
    run: dto,
    blocked: whyNotApproved(run, officer),
    stale: isOpen ? await stalenessOf(repos, run) : null,
    causes: [...(await repos.eligibility.causes(run.no))],
    obstacles: [...(await repos.eligibility.obstacles(run.no))],
    prepared: await repos.eligibility.prepared(run.no),
    events: [...(await repos.eligibility.events(run.no))],
  };
  return ok(output);
}

/** Errors: NOT_FOUND. */
export async function listChanges(
  { repos }: QueryContext,
  query: ParsedInputOf<'entitlement.changes'>,
) {
  const run = await repos.eligibility.run(query.runId);
  if (!run) return refuse('NOT_FOUND');
  const { rows, total } = await repos.eligibility.changes(run.no, query);
  const output: OutputOf<'entitlement.changes'> = {
    rows: rows.map(({ nationalId, causes, ...row }) => ({
      ...row,
      ...maskedOf({ ...row, nationalId }),
      causes: [...causes],
    })),
    total,
  };
  return ok(output);
}

/** Errors: NOT_FOUND. */
export async function listObstacles(
  { repos }: QueryContext,
  query: ParsedInputOf<'entitlement.obstacles'>,
) {
  const run = await repos.eligibility.run(query.runId);
  if (!run) return refuse('NOT_FOUND');
  const { rows, total } = await repos.eligibility.listedObstacles(run.no, query);
  const output: OutputOf<'entitlement.obstacles'> = {
    rows: rows.map(({ nationalId, ...row }) => ({ ...row, ...maskedOf({ ...row, nationalId }) })),
    total,
  };
  return ok(output);
}

const maskedOf = ({ beneficiaryId, name, nationalId }: ListedPerson) => ({
  beneficiaryId,
  name,
  maskedNationalId: maskNationalId(nationalId),
});

/** Codes: ELIGIBILITY_RUN_STATUS, NOT_PERMITTED, PROPOSED_BY_YOU. */
function whyNotApproved(
  { status, proposedById }: EligibilityRun,
  { id, permissions }: ActingOfficer,
): string | null {
  if (status !== 'proposed') return 'ELIGIBILITY_RUN_STATUS';
  if (!permissions.includes('entitlement.approve')) return 'NOT_PERMITTED';
  return proposedById === id ? 'PROPOSED_BY_YOU' : null;
}

function toDto(run: EligibilityRun): EligibilityRunDto | null {
  const { totals } = run;
  if (totals === null) return null;
  return {
    id: run.id,
    month: run.month,
    payDate: run.payDate,
    status: run.status,
    knownAt: run.knownAt,
    comparedWith: {
      kind: run.comparedRun === null ? 'payments' : 'run',
      month: run.comparedMonth,
    },
    totals: { ...totals, before: { ...totals.before } },
    madeAt: run.madeAt,
    madeBy: run.madeBy,
    proposedAt: run.proposedAt,
    proposedBy: run.proposedBy,
    approvedAt: run.approvedAt,
    approvedBy: run.approvedBy,
    cycleId: run.cycleId,
    version: run.version,
  };
}
