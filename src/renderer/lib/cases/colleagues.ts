import { mayDo, type Permission } from '../../../domain/staff/permissions.ts';
import { api } from '../client.ts';
import { useApiQuery } from '../queries.ts';

export interface Colleague {
  readonly id: string;
  readonly fullName: string;
}

/** The active officers of the branch whose role may do something: work on cases, approve them. */
export function useColleagues(permission: Permission): readonly Colleague[] {
  const colleagues = useApiQuery(['staff', 'colleagues'], () => api.staff.colleagues({}));
  return (colleagues.data ?? []).filter(({ active, role }) => active && mayDo(role, permission));
}
