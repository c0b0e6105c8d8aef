import { create } from 'zustand';
import type { OfficerDto } from '../../contract/staff.ts';
import type { Permission } from '../../domain/staff/permissions.ts';

export interface SignedInOfficer {
  readonly officer: OfficerDto;
  readonly permissions: readonly Permission[];
  readonly branch: string;
}

type Session =
  | { readonly status: 'starting' }
  | { readonly status: 'signedOut' }
  | ({ readonly status: 'signedIn' } & SignedInOfficer)
  | ({ readonly status: 'locked'; readonly why: 'asked' | 'idle' } & SignedInOfficer);

/** Who sits at this window. The session token itself stays inside the client. */
export const useSession = create<{ readonly session: Session }>()(() => ({
  session: { status: 'starting' },
}));

/** The officer on duty. Only for what is drawn after sign-in; elsewhere it is a bug and throws. */
export function useOfficer(): SignedInOfficer {
  const session = useSession((state) => state.session);
  if (session.status !== 'signedIn') throw new Error('Nobody is signed in');
  return session;
}

/** Whether the officer may do something: for hiding what dispatch would refuse anyway. */
export function useMay(permission: Permission): boolean {
  return useSession(
    ({ session }) => session.status === 'signedIn' && session.permissions.includes(permission),
  );
}

export function beginSession(officer: SignedInOfficer): void {
  useSession.setState({ session: { status: 'signedIn', ...officer } });
}

export function showSignIn(): void {
  useSession.setState({ session: { status: 'signedOut' } });
}

/** Covers the window; nothing of a case stays in it. Only the same officer's password uncovers it. */
export function lockWindow(why: 'asked' | 'idle'): void {
  const { session } = useSession.getState();
  if (session.status !== 'signedIn') return;
  useSession.setState({ session: { ...session, status: 'locked', why } });
}
