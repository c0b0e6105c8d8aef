import type { AuditReader, AuditWriter } from './audit/ports.ts';
import type { SettingsReader, SettingsWriter } from './settings/ports.ts';
import type { StaffReader, StaffWriter } from './staff/ports.ts';

/** What use-cases may ask of storage, by area. Implemented in `backend/db/repos`. */
export interface ReadRepos {
  readonly staff: StaffReader;
  readonly settings: SettingsReader;
  readonly audit: AuditReader;
}

export interface WriteRepos {
  readonly staff: StaffWriter;
  readonly settings: SettingsWriter;
  readonly audit: AuditWriter;
}
