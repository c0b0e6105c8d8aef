import { api } from '../../lib/client.ts';
import { emptyOfficerStores } from '../../lib/officer-store.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { showSignIn } from '../../lib/session-store.ts';

/** Ends the session; nothing of this officer's work stays in the window for the next one. */
export async function signOut(): Promise<void> {
  await api.staff.signOut({});
  api.session.set(null);
  emptyOfficerStores();
  navigate(hrefOf('today'));
  showSignIn();
}
