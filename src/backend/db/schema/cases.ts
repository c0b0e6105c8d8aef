import type { ColumnType, Generated } from 'kysely';
import type {
  Channel,
  ComplaintCategory,
  ComplaintStatus,
} from '../../../domain/complaints/complaint-status.ts';
import type {
  ObjectionOutcome,
  ObjectionStatus,
  ReasonFinding,
} from '../../../domain/objections/objection-status.ts';

/** 0 running, 1 paused (awaiting documents), 2 decided: the order of the queue. */
export type Standing = 0 | 1 | 2;

/** The person's folded name: kept by the database. */
type NameKey = ColumnType<string, never, never>;

export interface ComplaintTable {
  id: string;
  ticket: string;
  beneficiary_id: string;
  name_key: NameKey;
  category: ComplaintCategory;
  channel: Channel;
  claim: string;
  claimed_halalas: number;
  filed_on: string;
  filed_by: string | null;
  deadline_on: string | null;
  /** Since when the deadline stands still. */
  paused_on: string | null;
  late_reason: string | null;
  late_allowed_by: string | null;
  status: ComplaintStatus;
  assigned_to: string | null;
  /** `ComplaintProposal` as JSON. */
  proposal: string | null;
  proposed_by: string | null;
  proposed_on: string | null;
  approved_by: string | null;
  decided_on: string | null;
  created_at: string;
  version: Generated<number>;
  standing: Standing;
}

export interface ComplaintMonthTable {
  complaint_id: string;
  month: string;
  expected_halalas: number;
  received_halalas: number;
}

export interface ComplaintEventTable {
  seq: Generated<number>;
  complaint_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}

export interface RefusalReasonTable {
  code: string;
  text_ar: string;
  text_en: string;
  article: string;
  position: Generated<number>;
  active: Generated<number>;
}

export interface ObjectionTable {
  id: string;
  number: string;
  beneficiary_id: string;
  name_key: NameKey;
  refused_on: string;
  notified_on: string;
  first_decided_by: string | null;
  channel: Channel;
  statement: string;
  filed_on: string;
  filed_by: string | null;
  deadline_on: string | null;
  late_reason: string | null;
  late_allowed_by: string | null;
  status: ObjectionStatus;
  assigned_to: string | null;
  outcome: ObjectionOutcome | null;
  reasoning: string | null;
  proposed_by: string | null;
  proposed_on: string | null;
  approved_by: string | null;
  decided_on: string | null;
  created_at: string;
  version: Generated<number>;
  standing: Standing;
}

export interface ObjectionReasonTable {
  objection_id: string;
  code: string;
  position: number;
  finding: ReasonFinding | null;
  note: string | null;
  evidence_document_id: string | null;
  evidence_page: number | null;
}

export interface ObjectionEventTable {
  seq: Generated<number>;
  objection_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}
