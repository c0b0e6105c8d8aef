import type { OfficerDto } from '../../../contract/staff.ts';
import type { Officer } from './ports.ts';

export function toOfficerDto(officer: Officer): OfficerDto {
  const { id, username, fullName, role, active, lastSignInAt, version } = officer;
  return { id, username, fullName, role, active, lastSignInAt, version };
}
