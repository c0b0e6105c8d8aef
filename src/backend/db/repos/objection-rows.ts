import type { Insertable, Selectable } from 'kysely';
import type { ContestedReason, ObjectionState } from '../../../domain/objections/objection.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { NewObjection, ObjectionFile } from '../../app/objections/ports.ts';
import type { ObjectionReasonTable, ObjectionTable } from '../schema/cases.ts';

/** @param reasons In their order. */
export function objectionState(
  row: Selectable<ObjectionTable>,
  reasons: readonly Selectable<ObjectionReasonTable>[],
): ObjectionState {
  return {
    status: row.status,
    filedOn: row.filed_on as IsoDate,
    deadlineOn: row.deadline_on as IsoDate | null,
    firstDecidedBy: row.first_decided_by,
    assignedTo: row.assigned_to,
    reasons: reasons.map(contestedReason),
    proposal:
      row.outcome === null ? null : { outcome: row.outcome, reasoning: row.reasoning ?? '' },
    proposedBy: row.proposed_by,
    proposedOn: row.proposed_on as IsoDate | null,
    approvedBy: row.approved_by,
    decidedOn: row.decided_on as IsoDate | null,
  };
}

function contestedReason(row: Selectable<ObjectionReasonTable>): ContestedReason {
  if (row.finding === null) return { code: row.code, found: null };
  const evidence =
    row.evidence_document_id === null
      ? null
      : { documentId: row.evidence_document_id, page: row.evidence_page ?? 1 };
  return { code: row.code, found: { finding: row.finding, note: row.note ?? '', evidence } };
}

/** The columns that follow from the events. */
export function stateColumns(state: ObjectionState) {
  return {
    status: state.status,
    deadline_on: state.deadlineOn,
    assigned_to: state.assignedTo,
    outcome: state.proposal?.outcome ?? null,
    reasoning: state.proposal?.reasoning ?? null,
    proposed_by: state.proposedBy,
    proposed_on: state.proposedOn,
    approved_by: state.approvedBy,
    decided_on: state.decidedOn,
    standing: state.decidedOn === null ? 0 : 2,
  } satisfies Partial<Insertable<ObjectionTable>>;
}

export function reasonRows(
  objectionId: string,
  reasons: readonly ContestedReason[],
): Insertable<ObjectionReasonTable>[] {
  return reasons.map(({ code, found }, position) => ({
    objection_id: objectionId,
    code,
    position,
    finding: found?.finding ?? null,
    note: found?.note ?? null,
    evidence_document_id: found?.evidence?.documentId ?? null,
    evidence_page: found?.evidence?.page ?? null,
  }));
}

export function objectionFile(
  row: Selectable<ObjectionTable>,
  reasons: readonly Selectable<ObjectionReasonTable>[],
): ObjectionFile {
  return {
    id: row.id,
    number: row.number,
    beneficiaryId: row.beneficiary_id,
    refusedOn: row.refused_on as IsoDate,
    notifiedOn: row.notified_on as IsoDate,
    channel: row.channel,
    statement: row.statement,
    lateReason: row.late_reason,
    version: row.version,
    state: objectionState(row, reasons),
  };
}

export function newObjectionRow(objection: NewObjection): Insertable<ObjectionTable> {
  return {
    id: objection.id,
    number: objection.number,
    beneficiary_id: objection.beneficiaryId,
    refused_on: objection.refusedOn,
    notified_on: objection.notifiedOn,
    first_decided_by: objection.state.firstDecidedBy,
    channel: objection.channel,
    statement: objection.statement,
    filed_on: objection.state.filedOn,
    filed_by: objection.filedBy,
    late_reason: objection.lateReason,
    late_allowed_by: objection.lateAllowedBy,
    created_at: objection.createdAt,
    ...stateColumns(objection.state),
  };
}
