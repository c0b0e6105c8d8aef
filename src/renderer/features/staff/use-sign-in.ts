import { useState } from 'react';
import type { ApiError } from '../../../contract/errors.ts';
import { api } from '../../lib/client.ts';
import { beginSession } from '../../lib/session-store.ts';

/** Signs in and hands the session to the client; the token is kept nowhere else. */
export function useSignIn() {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const signIn = async (username: string, password: string): Promise<void> => {
    setBusy(true);
    setError(null);
    const result = await api.staff.signIn({ username: username.trim().toLowerCase(), password });
    setBusy(false);
    if (!result.ok) {
      setError(result.error);
      return;
    }
    const { session, ...officer } = result.value;
    api.session.set(session);
    beginSession(officer);
  };
  return { signIn, isBusy, error };
}
