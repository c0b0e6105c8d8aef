import type { Backend } from '../../backend/create-backend.ts';
import { createClient, type Client } from '../../contract/client.ts';
import { SAMPLE_PASSWORD, type SampleUsername } from '../../domain/sample/sample-accounts.ts';
import { valueOf } from '../command-failure.ts';

/** A client of its own, signed in as an account of the sample. */
export async function actAs(backend: Backend, username: SampleUsername): Promise<Client> {
  const api = createClient(backend);
  const { session } = valueOf(await api.staff.signIn({ username, password: SAMPLE_PASSWORD }));
  api.session.set(session);
  return api;
}
