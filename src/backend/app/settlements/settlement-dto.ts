import type { OutputOf } from '../../../contract/api.ts';
import type { SettlementRow } from '../../../contract/settlements.ts';
import {
  whySettlementNotJudged,
  type SettlementEvent,
  type SettlementState,
} from '../../../domain/settlements/settlement.ts';
import { changedMonth } from '../../../domain/settlements/compose-settlement.ts';
import { settledSums } from '../../../domain/settlements/settled-month.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { toCaseEvent, toDocumentRef, toPersonRef } from '../cases/case-dto.ts';
import { officerNames, whyBlocked } from '../cases/case-officers.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import type { ActingOfficer, QueryContext } from '../context.ts';
import { gatherMonths } from './gather-months.ts';
import type { Settlement } from './ports.ts';

export function toSettlementRow(
  settlement: Settlement,
  names: ReadonlyMap<string, string>,
): SettlementRow {
  const { id, number, version, cycleMonth, state } = settlement;
  const { plan, status, proposedBy, proposedOn, decidedOn } = state;
  return {
    ...toPersonRef(settlement),
    id,
    number,
    status,
    reason: plan.reason,
    months: plan.plan.length,
    pays: plan.pays,
    recovers: plan.recovers,
    netted: plan.netted,
    cycleMonth,
    proposedBy: names.get(proposedBy ?? '') ?? '',
    proposedOn,
    decidedOn,
    version,
  };
}

/** The past months of a person, as they stand now. */
export async function personMonths(
  context: QueryContext,
  beneficiaryId: string,
): Promise<ApiResult<OutputOf<'settlements.person'>>> {
  const { repos, settings, officer } = context;
  const person = await repos.casePeople.byId(beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const { source, touchedFrom, months } = await gatherMonths(context, beneficiaryId);
  const names = await officerNames(repos.staff);
  const settlements = await repos.settlements.ofPerson(beneficiaryId);
  return ok({
    person: toPersonRef({
      beneficiaryId,
      name: person.fullName,
      nationalId: person.nationalId,
    }),
    source,
    touchedFrom,
    limitMonths: settings.retroactiveLimitMonths,
    months: [...months],
    sums: settledSums(months),
    settlements: settlements.map((one) => toSettlementRow(one, names)),
    documents: (await repos.documents.of('beneficiary', beneficiaryId)).map(toDocumentRef),
    blocked: whyBlocked(officer, 'payments.propose', () =>
      settlements.some(({ state }) => state.status === 'awaitingApproval')
        ? 'SETTLEMENT_OPEN'
        : null,
    ),
  });
}

/** A settlement as it was proposed, and whether its months still stand so. */
export async function oneSettlement(
  context: QueryContext,
  id: string,
): Promise<ApiResult<OutputOf<'settlements.one'>>> {
  const { repos, officer } = context;
  const settlement = await repos.settlements.byId(id);
  if (!settlement) return refuse('NOT_FOUND');
  const { state, recovery } = settlement;
  const { plan } = state;
  const names = await officerNames(repos.staff);
  const consent =
    plan.consentDocumentId === null
      ? undefined
      : await repos.documents.byId(plan.consentDocumentId);
  const isWaiting = state.status === 'awaitingApproval';
  const now = isWaiting ? await gatherMonths(context, settlement.beneficiaryId) : null;
  return ok({
    row: toSettlementRow(settlement, names),
    source: plan.source,
    recovery: plan.recovery && {
      ...plan.recovery,
      id: recovery?.id ?? null,
      number: recovery?.number ?? null,
    },
    consent: consent ? toDocumentRef(consent) : null,
    months: [...plan.plan],
    changedMonth: now && changedMonth(plan, now.months),
    history: (await repos.settlements.trail(id)).map((entry) => toCaseEvent(entry, noteOf)),
    mayApprove: whyBlocked(officer, 'payments.approve', (by) => whySettlementNotJudged(state, by)),
    mayWithdraw: whyNotTakenBack(state, officer),
  });
}

function whyNotTakenBack(state: SettlementState, officer: ActingOfficer): string | null {
  return whyBlocked(officer, 'payments.propose', (by) => {
    if (state.decidedOn !== null) return 'ALREADY_DECIDED';
    return state.proposedBy === by ? null : 'NOT_YOURS';
  });
}

function noteOf(event: SettlementEvent): string | null {
  switch (event.type) {
    case 'proposed':
      return event.plan.reason;
    case 'sentBack':
      return event.note;
    case 'approved':
    case 'withdrawn':
      return null;
  }
}
