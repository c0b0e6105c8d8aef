import type { ReadRepos, WriteRepos } from '../../app/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { AuditReadRepo, AuditWriteRepo } from './audit-repo.ts';
import { SettingsReadRepo, SettingsWriteRepo } from './settings-repo.ts';
import { StaffReadRepo, StaffWriteRepo } from './staff-repo.ts';

export function readRepos(reader: Reader): ReadRepos {
  return {
    staff: new StaffReadRepo(reader),
    settings: new SettingsReadRepo(reader),
    audit: new AuditReadRepo(reader),
  };
}

export function writeRepos(tx: Transactor): WriteRepos {
  return {
    staff: new StaffWriteRepo(tx),
    settings: new SettingsWriteRepo(tx),
    audit: new AuditWriteRepo(tx),
  };
}
