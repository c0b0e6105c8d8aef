import type { Generated } from 'kysely';
import type {
  ApplicationStatus,
  CancellationCause,
} from '../../../domain/applications/application-status.ts';
import type { Channel } from '../../../domain/complaints/complaint-status.ts';

/** 0 running, 1 in completion, 2 a draft, 3 ended: the order of the queue. */
export type ApplicationStanding = 0 | 1 | 2 | 3;

export interface ApplicationTable {
  id: string;
  number: string;
  programme: string;
  /** Null until a new applicant submits. */
  beneficiary_id: string | null;
  /** Whether the applicant was in the registry when he came. */
  known: number;
  eligibility_before: string;
  national_id: string;
  name: string;
  /** The folded name, of the intake and then of the registry. */
  name_key: string;
  channel: Channel;
  status: ApplicationStatus;
  started_on: string;
  started_by: string;
  submitted_on: string | null;
  deadline_on: string | null;
  paused_on: string | null;
  assigned_to: string | null;
  revision: number;
  /** `ApplicationState['papers']` as JSON. */
  papers: string;
  /** `Completion` as JSON. */
  completion: string | null;
  complete_by: string | null;
  /** `ApplicationProposal` as JSON. */
  proposal: string | null;
  proposed_by: string | null;
  proposed_on: string | null;
  decided_by: string | null;
  decided_on: string | null;
  effective_from: string | null;
  pension_halalas: number | null;
  cancelled_for: CancellationCause | null;
  ended_on: string | null;
  reviews: number;
  standing: ApplicationStanding;
  created_at: string;
  version: Generated<number>;
}

export interface ApplicationIntakeTable {
  application_id: string;
  /** 0 is the draft. */
  revision: number;
  /** `Intake` as JSON. */
  data: string;
  recorded_at: string;
  recorded_by: string;
}

export interface ApplicationEventTable {
  seq: Generated<number>;
  application_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}
