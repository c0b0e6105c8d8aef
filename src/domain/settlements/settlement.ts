import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { changedMonth, type SettlementPlan } from './compose-settlement.ts';
import type { SettledMonth } from './settled-month.ts';

export const SETTLEMENT_STATUSES = [
  'awaitingApproval',
  'sentBack',
  'approved',
  'withdrawn',
] as const;
export type SettlementStatus = (typeof SETTLEMENT_STATUSES)[number];

export type SettlementEvent =
  | { readonly type: 'proposed'; readonly on: IsoDate; readonly plan: SettlementPlan }
  | { readonly type: 'sentBack'; readonly note: string }
  | { readonly type: 'withdrawn'; readonly on: IsoDate }
  | { readonly type: 'approved'; readonly on: IsoDate };

export interface RecordedSettlementEvent {
  readonly by: string | null;
  readonly event: SettlementEvent;
}

/** Where a settlement stands; always what its events say. */
export interface SettlementState {
  readonly status: SettlementStatus;
  readonly plan: SettlementPlan;
  readonly proposedBy: string | null;
  readonly proposedOn: IsoDate;
  readonly approvedBy: string | null;
  readonly decidedOn: IsoDate | null;
}

export interface SettlementDecided {
  readonly next: SettlementState;
  readonly events: readonly SettlementEvent[];
}

type Decision = Result<SettlementDecided, Refusal>;

function proposed(
  { on, plan }: Extract<SettlementEvent, { type: 'proposed' }>,
  by: string | null,
): SettlementState {
  return {
    status: 'awaitingApproval',
    plan,
    proposedBy: by,
    proposedOn: on,
    approvedBy: null,
    decidedOn: null,
  };
}

export function settlementAfter(
  state: SettlementState,
  { by, event }: RecordedSettlementEvent,
): SettlementState {
  switch (event.type) {
    case 'proposed':
      return proposed(event, by);
    case 'sentBack':
      return { ...state, status: 'sentBack' };
    case 'withdrawn':
      return { ...state, status: 'withdrawn', decidedOn: event.on };
    case 'approved':
      return { ...state, status: 'approved', approvedBy: by, decidedOn: event.on };
  }
}

/** The state that a whole trail of events says; null when it does not begin with a proposal. */
export function settlementStateOf(
  events: readonly RecordedSettlementEvent[],
): SettlementState | null {
  const [first, ...rest] = events;
  if (first?.event.type !== 'proposed') return null;
  return rest.reduce(settlementAfter, proposed(first.event, first.by));
}

function decided(state: SettlementState, by: string, event: SettlementEvent): Decision {
  return ok({ next: settlementAfter(state, { by, event }), events: [event] });
}

export function openSettlement(
  plan: SettlementPlan,
  by: string,
  today: IsoDate,
): SettlementDecided {
  const event: SettlementEvent = { type: 'proposed', on: today, plan };
  return { next: proposed({ type: 'proposed', on: today, plan }, by), events: [event] };
}

/** What was sent back is proposed anew. Errors: ALREADY_DECIDED, AWAITING_APPROVAL. */
export function proposeAgain(
  state: SettlementState,
  plan: SettlementPlan,
  by: string,
  today: IsoDate,
): Decision {
  if (isSettled(state.status)) return refuse('ALREADY_DECIDED');
  if (state.status === 'awaitingApproval') return refuse('AWAITING_APPROVAL');
  return decided(state, by, { type: 'proposed', on: today, plan });
}

/** Only who proposed takes it back, before anybody has decided. Errors: ALREADY_DECIDED, NOT_YOURS. */
export function withdrawSettlement(state: SettlementState, by: string, today: IsoDate): Decision {
  if (isSettled(state.status)) return refuse('ALREADY_DECIDED');
  if (state.proposedBy !== by) return refuse('NOT_YOURS');
  return decided(state, by, { type: 'withdrawn', on: today });
}

/** Codes: ALREADY_DECIDED, NOT_PROPOSED, PROPOSED_BY_YOU. */
export function whySettlementNotJudged(state: SettlementState, by: string): string | null {
  if (isSettled(state.status)) return 'ALREADY_DECIDED';
  if (state.status !== 'awaitingApproval') return 'NOT_PROPOSED';
  return state.proposedBy === by ? 'PROPOSED_BY_YOU' : null;
}

/** Errors: those of `whySettlementNotJudged`. */
export function sendSettlementBack(state: SettlementState, note: string, by: string): Decision {
  const blocked = whySettlementNotJudged(state, by);
  if (blocked !== null) return refuse(blocked);
  return decided(state, by, { type: 'sentBack', note });
}

/**
 * The second officer's approval of exactly what was proposed, looked at once more: nothing is paid that was paid meanwhile.
 * Errors: those of `whySettlementNotJudged`; RECORDS_CHANGED (month).
 */
export function approveSettlement(
  state: SettlementState,
  months: readonly SettledMonth[],
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whySettlementNotJudged(state, by);
  if (blocked !== null) return refuse(blocked);
  const changed = changedMonth(state.plan, months);
  if (changed !== null) return refuse('RECORDS_CHANGED', { month: changed });
  return decided(state, by, { type: 'approved', on: today });
}

export function isSettled(status: SettlementStatus): boolean {
  return status === 'approved' || status === 'withdrawn';
}
