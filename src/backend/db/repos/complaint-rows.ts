import type { Insertable, Selectable } from 'kysely';
import type { ComplaintProposal, ComplaintState } from '../../../domain/complaints/complaint.ts';
import type { ClaimMonth } from '../../../domain/complaints/file-complaint.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { ComplaintFile, NewComplaint } from '../../app/complaints/ports.ts';
import type { ComplaintMonthTable, ComplaintTable, Standing } from '../schema/cases.ts';

export function complaintState(row: Selectable<ComplaintTable>): ComplaintState {
  return {
    status: row.status,
    filedOn: row.filed_on as IsoDate,
    deadlineOn: row.deadline_on as IsoDate | null,
    pausedOn: row.paused_on as IsoDate | null,
    assignedTo: row.assigned_to,
    proposal: row.proposal === null ? null : (JSON.parse(row.proposal) as ComplaintProposal),
    proposedBy: row.proposed_by,
    proposedOn: row.proposed_on as IsoDate | null,
    approvedBy: row.approved_by,
    decidedOn: row.decided_on as IsoDate | null,
  };
}

/** The columns that follow from the events. */
export function stateColumns(state: ComplaintState) {
  return {
    status: state.status,
    deadline_on: state.deadlineOn,
    paused_on: state.pausedOn,
    assigned_to: state.assignedTo,
    proposal: state.proposal === null ? null : JSON.stringify(state.proposal),
    proposed_by: state.proposedBy,
    proposed_on: state.proposedOn,
    approved_by: state.approvedBy,
    decided_on: state.decidedOn,
    standing: standing(state),
  } satisfies Partial<Insertable<ComplaintTable>>;
}

function standing({ decidedOn, pausedOn }: ComplaintState): Standing {
  if (decidedOn !== null) return 2;
  return pausedOn === null ? 0 : 1;
}

export function complaintFile(
  row: Selectable<ComplaintTable>,
  months: readonly Selectable<ComplaintMonthTable>[],
): ComplaintFile {
  return {
    id: row.id,
    ticket: row.ticket,
    beneficiaryId: row.beneficiary_id,
    category: row.category,
    channel: row.channel,
    claim: row.claim,
    claimed: row.claimed_halalas as Halalas,
    lateReason: row.late_reason,
    version: row.version,
    months: months.map(claimMonth),
    state: complaintState(row),
  };
}

function claimMonth(row: Selectable<ComplaintMonthTable>): ClaimMonth {
  return {
    month: row.month as IsoMonth,
    expected: row.expected_halalas as Halalas,
    received: row.received_halalas as Halalas,
  };
}

export function newComplaintRow(complaint: NewComplaint): Insertable<ComplaintTable> {
  return {
    id: complaint.id,
    ticket: complaint.ticket,
    beneficiary_id: complaint.beneficiaryId,
    category: complaint.category,
    channel: complaint.channel,
    claim: complaint.claim,
    claimed_halalas: complaint.claimed,
    filed_on: complaint.state.filedOn,
    filed_by: complaint.filedBy,
    late_reason: complaint.lateReason,
    late_allowed_by: complaint.lateAllowedBy,
    created_at: complaint.createdAt,
    ...stateColumns(complaint.state),
  };
}
