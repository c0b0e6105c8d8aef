import type { Generated } from 'kysely';
import type { Role } from '../../../domain/staff/permissions.ts';

export interface OfficerTable {
  id: string;
  username: string;
  full_name: string;
  role: Role;
  password_hash: string;
  active: Generated<number>;
  failed_attempts: Generated<number>;
  locked_until: string | null;
  last_sign_in_at: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface SettingTable {
  no: Generated<number>;
  key: string;
  valid_from: string;
  value: string;
  recorded_at: string;
  recorded_by: string | null;
  reason: Generated<string | null>;
  needs_approval: Generated<number>;
}

export interface SettingDecisionTable {
  no: Generated<number>;
  setting_no: number;
  decision: 'approved' | 'sentBack' | 'withdrawn';
  reason: string | null;
  decided_at: string;
  decided_by: string;
}

export interface SerialTable {
  kind: string;
  year: number;
  last: number;
}

export interface AuditEntryTable {
  seq: Generated<number>;
  at: string;
  officer_id: string | null;
  action: string;
  subject_type: string | null;
  subject_id: string | null;
  details: Generated<string>;
}
