import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { instructionIdOf } from '../../../domain/payments/bank-references.ts';
import { isUnplanned } from '../../../domain/entitlement/eligibility-run.ts';
import { addHalalas, halalas, type Halalas } from '../../../domain/shared/halalas.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { idSequence } from '../id-sequence.ts';
import { openCycle } from '../payments/open-cycle.ts';
import type { Cycle } from '../payments/ports.ts';
import { holdWhoIsFrozen } from '../resume/life-cases.ts';
import { rangesTo } from './number-ranges.ts';
import type { EligibilityRun } from './run-ports.ts';
import { stalenessOf } from './staleness.ts';

/** Beneficiaries for whom payments are prepared before others are served. */
const PREPARED_AT_ONCE = 250;

type Approved = OutputOf<'entitlement.approve'>;

/** See the contract. Everything in one transaction: a month is planned whole or not at all. */
export function approveRun(
  context: JobContext,
  input: ParsedInputOf<'entitlement.approve'>,
): Promise<ApiResult<Approved>> {
  return context.transact<Approved, Refusal>(async (transaction) => {
    const checked = await approvable(transaction, input);
    if (!checked.ok) return checked;
    const { run, cycle } = checked.value;
    const planned = await plan(transaction, context, run, cycle);
    await holdWhoIsFrozen(transaction, context.operation.breathe);
    const { repos, now, officer, audit } = transaction;
    const stamp = { at: now, officerId: officer.id };
    const { expectedVersion } = input;
    const decision = { status: 'approved', cycleId: cycle.id } as const;
    const { payments, amount } = planned;
    await repos.eligibility.append(
      run.no,
      { type: 'approved', details: { payments, amount } },
      stamp,
    );
    if (!(await repos.eligibility.decide(run.no, expectedVersion, decision, stamp)))
      return refuse('CONFLICT');
    const { id } = run;
    await audit(
      'entitlement.approved',
      { type: 'eligibilityRun', id },
      { month: run.month, cycle: cycle.id, payments, amount },
    );
    return ok({ cycleId: cycle.id, ...planned });
  });
}

async function approvable(
  transaction: CommandContext,
  { runId, expectedVersion, acceptStale }: ParsedInputOf<'entitlement.approve'>,
): Promise<Result<{ readonly run: EligibilityRun; readonly cycle: Cycle }, Refusal>> {
  const { repos, officer } = transaction;
  const run = await repos.eligibility.run(runId);
  if (!run) return refuse('NOT_FOUND');
  if (run.version !== expectedVersion) return refuse('CONFLICT');
  if (run.status !== 'proposed') return refuse('ELIGIBILITY_RUN_STATUS', { status: run.status });
  if (run.proposedById === officer.id) return refuse('PROPOSED_BY_YOU');
  const stale = acceptStale ? null : await stalenessOf(repos, run);
  if (stale !== null) {
    const { changes, households, rules } = stale;
    return refuse('ELIGIBILITY_RUN_STALE', { changes, households, rules });
  }
  const cycle = await openCycle(transaction, run.month);
  return cycle.ok ? ok({ run, cycle: cycle.value }) : cycle;
}

/** Prepares the payments, says of each payment of the month what is due, and finds anew what hinders the others. */
async function plan(
  { repos, now, today, officer, newId }: CommandContext,
  { operation }: JobContext,
  run: EligibilityRun,
  cycle: Cycle,
): Promise<Omit<Approved, 'cycleId'>> {
  const { eligibility } = repos;
  const stamp = { at: now, officerId: officer.id };
  const nextId = idSequence(newId);
  const lastNo = await repos.households.lastNo();
  let { payments: serial } = await repos.payments.counts(cycle.id);
  let payments = 0;
  let amount: Halalas = halalas(0);
  await eligibility.forgetObstacles(run.no);
  for (const range of rangesTo(lastNo, PREPARED_AT_ONCE)) {
    await eligibility.findObstacles(run, range, today);
    const payable = await eligibility.payable(run, range, today);
    await operation.breathe();
    const prepared = payable.map(({ beneficiaryNo }) => {
      serial += 1;
      const endToEndId = instructionIdOf(cycle.number, serial);
      return { id: nextId(), beneficiaryNo, endToEndId };
    });
    await eligibility.prepare({ ...run, cycleNumber: cycle.number }, prepared, today, stamp);
    await eligibility.setDue(run, range);
    payments += payable.length;
    amount = addHalalas(amount, ...payable.map(({ due }) => due));
    operation.progress('preparing', range.to, lastNo);
    await operation.breathe();
  }
  const hindered = await eligibility.obstacles(run.no);
  const notPlanned = hindered
    .filter(({ kind }) => isUnplanned(kind))
    .reduce((sum, { count }) => sum + count, 0);
  return { payments, amount, notPlanned };
}
