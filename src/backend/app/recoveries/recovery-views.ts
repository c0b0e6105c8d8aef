import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import type { RecoveryRow } from '../../../contract/recoveries.ts';
import { coveredBy } from '../../../domain/recoveries/instalment-plan.ts';
import type { RecoveryEvent, RecoveryState } from '../../../domain/recoveries/recovery-case.ts';
import { GROUND_ARTICLES } from '../../../domain/recoveries/recovery-ground.ts';
import {
  missedInstalment,
  nextDueOn,
  noticeDeadline,
  whyRecoveryNotJudged,
  whyRecoveryStands,
} from '../../../domain/recoveries/work-recovery.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { toCaseEvent, toDeadline, toDocumentRef, toPersonRef } from '../cases/case-dto.ts';
import { officerNames, whyBlocked } from '../cases/case-officers.ts';
import type { QueryContext } from '../context.ts';
import { actingOn } from './acting.ts';
import type { Recovery } from './ports.ts';

export function toRecoveryRow(recovery: Recovery, today: IsoDate): RecoveryRow {
  const { id, number, version, state } = recovery;
  const { status, claim, total, given, pausedOn, closedOn } = state;
  const dates = { deadlineOn: nextDueOn(state), pausedOn, decidedOn: closedOn };
  return {
    ...toPersonRef(recovery),
    id,
    number,
    status,
    ground: claim.ground,
    total,
    given,
    deadline: toDeadline(dates, today),
    version,
  };
}

export async function oneRecovery(
  context: QueryContext,
  id: string,
): Promise<ApiResult<OutputOf<'recoveries.one'>>> {
  const { repos, officer, today, settings } = context;
  const recovery = await repos.recoveries.byId(id);
  if (!recovery) return refuse('NOT_FOUND');
  const { state, beneficiaryId } = recovery;
  const { ground, cause, visitOn, months } = state.claim;
  const names = await officerNames(repos.staff);
  const trail = await repos.recoveries.trail(id);
  const documents = (await repos.documents.of('beneficiary', beneficiaryId)).map(toDocumentRef);
  const { instalmentBy, instalmentCount, instalmentAmount, mostYears } = settings.recovery;
  return ok({
    row: toRecoveryRow(recovery, today),
    basis: { ground, cause, visitOn },
    article: GROUND_ARTICLES[ground],
    months,
    settlement: recovery.settlement,
    noticedOn: state.noticedOn,
    warnedOn: state.warnedOn,
    noticeUntil: noticeDeadline(actingOn(context)),
    letter: await letterOf(
      context,
      trail.map(({ event }) => event),
    ),
    plan: planOf(state, documents),
    missed: missedInstalment(state, today),
    missedNo: state.missedNo,
    closure: state.closure && { ...state.closure, by: names.get(state.closureBy ?? '') ?? '' },
    pensions: (await repos.recoveries.pensions(id))
      .filter(
        ({ isListed, isDeducted, cycleStatus }) =>
          !isListed && !isDeducted && cycleStatus === 'open',
      )
      .map(({ paymentId, month, amount, reference }) => ({ paymentId, month, amount, reference })),
    documents,
    plans: { by: instalmentBy, count: instalmentCount, amount: instalmentAmount, mostYears },
    history: trail.map((entry) => toCaseEvent(entry, noteOf)),
    mayWork: whyBlocked(officer, 'payments.propose', () => whyRecoveryStands(state)),
    mayApprove: whyBlocked(officer, 'payments.approve', (by) => whyRecoveryNotJudged(state, by)),
    mayWithdraw: whyBlocked(officer, 'payments.propose', (by) => {
      if (state.approvedBy !== null || state.closedOn !== null) return 'ALREADY_DECIDED';
      return state.proposedBy === by ? null : 'NOT_YOURS';
    }),
  });
}

async function letterOf(
  { repos }: QueryContext,
  events: readonly RecoveryEvent[],
): Promise<{ letterId: string; number: string } | null> {
  const noticed = events.findLast((event) => event.type === 'noticed');
  if (noticed === undefined) return null;
  const letter = await repos.letters.byId(noticed.letterId);
  return letter ? { letterId: noticed.letterId, number: letter.number } : null;
}

function planOf(
  { plan, total, given, missedNo }: RecoveryState,
  documents: OutputOf<'recoveries.one'>['documents'],
): OutputOf<'recoveries.one'>['plan'] {
  if (plan === null) return null;
  const { instalments, fromPension, consentDocumentId } = plan;
  const planned = instalments.reduce((sum, { amount }) => sum + amount, 0);
  const covered = coveredBy(instalments, halalas(given - (total - planned)));
  return {
    consent: documents.find(({ id }) => id === consentDocumentId) ?? null,
    fromPension,
    instalments: instalments.map((one, index) => ({
      ...one,
      covered: covered[index] ?? halalas(0),
      isMissed: one.no === missedNo,
    })),
  };
}

function noteOf(event: RecoveryEvent): string | null {
  switch (event.type) {
    case 'proposed':
      return event.claim.cause;
    case 'sentBack':
    case 'appealed':
    case 'appealRejected':
    case 'closureSentBack':
      return event.note;
    case 'planEnded':
      return event.reason;
    case 'closureProposed':
      return event.closure.reason;
    case 'received':
      return event.reference;
    case 'netted':
      return event.settlement;
    case 'deducted':
      return event.month;
    case 'withdrawn':
    case 'approved':
    case 'noticed':
    case 'warned':
    case 'agreed':
    case 'missed':
    case 'closed':
      return null;
  }
}
