import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { LifeState, RecordedAnswer } from '../../../domain/resume/life-case.ts';
import type { ResumeState } from '../../../domain/resume/resume-case.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { LifeCaseTable, ResumeCaseTable } from '../schema/resume.ts';

/** Whether the person of payment `p` is paid to another account by now than `p` was. */
export const accountChanged: RawBuilder<boolean> = sql<boolean>`(
  exists (select 1 from bank_account held where held.beneficiary_id = p.beneficiary_id and held.valid_to is null)
  and not exists (select 1 from bank_account held where held.beneficiary_id = p.beneficiary_id
    and held.valid_to is null and held.iban = p.iban))`;

/** @param attemptId The id of the payment in `attempt_no`. */
export function resumeState(
  row: Selectable<ResumeCaseTable>,
  attemptId: string | null,
): ResumeState {
  return {
    status: row.status,
    openedOn: row.opened_on as IsoDate,
    proof: parsed<NonNullable<ResumeState['proof']>>(row.proof),
    activity: parsed<NonNullable<ResumeState['activity']>>(row.activity),
    cycleMonth: row.cycle_month as IsoMonth | null,
    proposedBy: row.proposed_by,
    proposedOn: row.proposed_on as IsoDate | null,
    approvedBy: row.approved_by,
    approvedOn: row.approved_on as IsoDate | null,
    attemptId,
    complaintId: row.complaint_id,
  };
}

/** Every column that the state says but the number of the attempt. */
export function resumeColumns(state: ResumeState) {
  const { proof, activity } = state;
  return {
    status: state.status,
    opened_on: state.openedOn,
    proof: proof && JSON.stringify(proof),
    activity: activity && JSON.stringify(activity),
    account_proven: proof?.tied === true && activity?.active === true ? (1 as const) : (0 as const),
    cycle_month: state.cycleMonth,
    proposed_by: state.proposedBy,
    proposed_on: state.proposedOn,
    approved_by: state.approvedBy,
    approved_on: state.approvedOn,
    complaint_id: state.complaintId,
  };
}

export function lifeState(row: Selectable<LifeCaseTable>): LifeState {
  return {
    status: row.status,
    openedOn: row.opened_on as IsoDate,
    dueOn: row.due_on as IsoDate,
    askedOn: row.asked_on as IsoDate | null,
    recorded: parsed<RecordedAnswer>(row.recorded),
    proposedBy: row.proposed_by,
    approvedBy: row.approved_by,
    decidedOn: row.decided_on as IsoDate | null,
    headDueOn: row.head_due_on as IsoDate | null,
  };
}

export function lifeColumns(state: LifeState) {
  return {
    status: state.status,
    opened_on: state.openedOn,
    due_on: state.dueOn,
    asked_on: state.askedOn,
    recorded: state.recorded && JSON.stringify(state.recorded),
    proposed_by: state.proposedBy,
    approved_by: state.approvedBy,
    decided_on: state.decidedOn,
    head_due_on: state.headDueOn,
  };
}

/** NOTE: only `resumeColumns` and `lifeColumns` write these texts. */
function parsed<Value>(text: string | null): Value | null {
  return text === null ? null : (JSON.parse(text) as Value);
}
