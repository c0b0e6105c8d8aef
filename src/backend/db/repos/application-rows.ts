import type { Insertable, Selectable } from 'kysely';
import type { ApplicationState, PaperCheck } from '../../../domain/applications/application.ts';
import { isClosed } from '../../../domain/applications/application.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import type {
  ApplicantFields,
  ApplicationFile,
  NewApplication,
} from '../../app/applications/ports.ts';
import type { ApplicationStanding, ApplicationTable } from '../schema/applications.ts';

type Row = Selectable<ApplicationTable>;

/** NOTE: written by ourselves only, from values of the same type. */
function stored<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}

export function applicationState(row: Row): ApplicationState {
  return {
    status: row.status,
    programme: row.programme,
    startedOn: row.started_on as IsoDate,
    submittedOn: row.submitted_on as IsoDate | null,
    deadlineOn: row.deadline_on as IsoDate | null,
    pausedOn: row.paused_on as IsoDate | null,
    assignedTo: row.assigned_to,
    revision: row.revision,
    papers: stored<Record<string, PaperCheck>>(row.papers) ?? {},
    completion: stored(row.completion),
    proposal: stored(row.proposal),
    proposedBy: row.proposed_by,
    proposedOn: row.proposed_on as IsoDate | null,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on as IsoDate | null,
    effectiveFrom: row.effective_from as IsoMonth | null,
    pension: row.pension_halalas as Halalas | null,
    cancelledFor: row.cancelled_for,
    endedOn: row.ended_on as IsoDate | null,
    reviews: row.reviews,
  };
}

/** The columns that follow from the events. */
export function stateColumns(state: ApplicationState) {
  return {
    status: state.status,
    programme: state.programme,
    started_on: state.startedOn,
    submitted_on: state.submittedOn,
    deadline_on: state.deadlineOn,
    paused_on: state.pausedOn,
    assigned_to: state.assignedTo,
    revision: state.revision,
    papers: JSON.stringify(state.papers),
    completion: state.completion === null ? null : JSON.stringify(state.completion),
    complete_by: state.completion?.dueOn ?? null,
    proposal: state.proposal === null ? null : JSON.stringify(state.proposal),
    proposed_by: state.proposedBy,
    proposed_on: state.proposedOn,
    decided_by: state.decidedBy,
    decided_on: state.decidedOn,
    effective_from: state.effectiveFrom,
    pension_halalas: state.pension,
    cancelled_for: state.cancelledFor,
    ended_on: state.endedOn,
    reviews: state.reviews,
    standing: standingOf(state),
  } satisfies Partial<Insertable<ApplicationTable>>;
}

function standingOf({ status }: ApplicationState): ApplicationStanding {
  if (isClosed(status)) return 3;
  if (status === 'draft') return 2;
  return status === 'completion' ? 1 : 0;
}

export function applicantColumns({ beneficiaryId, nationalId, name }: ApplicantFields) {
  return {
    beneficiary_id: beneficiaryId,
    national_id: nationalId,
    name,
    name_key: searchKey(name),
  } satisfies Partial<Insertable<ApplicationTable>>;
}

export function applicationFile(row: Row): ApplicationFile {
  return {
    id: row.id,
    number: row.number,
    beneficiaryId: row.beneficiary_id,
    known: row.known === 1,
    eligibilityBefore: row.eligibility_before as ApplicationFile['eligibilityBefore'],
    nationalId: row.national_id,
    name: row.name,
    channel: row.channel,
    startedBy: row.started_by,
    version: row.version,
    state: applicationState(row),
  };
}

export function newApplicationRow(application: NewApplication): Insertable<ApplicationTable> {
  const { id, number, known, eligibilityBefore, channel, startedBy, createdAt, state } =
    application;
  return {
    id,
    number,
    known: known ? 1 : 0,
    eligibility_before: eligibilityBefore,
    channel,
    started_by: startedBy,
    created_at: createdAt,
    ...applicantColumns(application),
    ...stateColumns(state),
  };
}
