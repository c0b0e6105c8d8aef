import path from 'node:path';
import { createBackend } from '../../../src/backend/create-backend.ts';
import type { Database } from '../../../src/backend/db/database.ts';
import { createClient, type Client } from '../../../src/contract/client.ts';
import type { ApiResult } from '../../../src/contract/errors.ts';

const password = 'Branch-2026-!';

export interface BenchBranch {
  readonly api: Client;
  readonly database: Database;
  readonly as: (username: 'finance' | 'supervisor') => Promise<void>;
  readonly close: () => Promise<void>;
}

export function valueOf<T>(result: ApiResult<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code} ${JSON.stringify(result.error.details ?? {})}`);
}

/** The branch of a bench, with somebody of finance signed in; a supervisor is there too. */
export async function openBranch(
  folder: string,
  { isNew }: { readonly isNew: boolean },
): Promise<BenchBranch> {
  const opened = await createBackend({
    dataFolder: path.join(folder, 'data'),
    resourcesFolder: path.resolve(import.meta.dirname, '../../../resources'),
    passwordCost: 4,
    // The day after the pay date: nothing is overdue yet.
    now: () => new Date('2026-11-02T08:00:00.000Z'),
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const backend = opened.value;
  const api = createClient(backend);
  const admin = { username: 'admin', password };
  if (isNew) {
    valueOf(await api.staff.createBranch({ ...admin, branch: 'فرع', fullName: 'مدير' }));
    api.session.set(valueOf(await api.staff.signIn(admin)).session);
    valueOf(
      await api.staff.add({ username: 'finance', password, fullName: 'مالية', role: 'finance' }),
    );
    valueOf(
      await api.staff.add({
        username: 'supervisor',
        password,
        fullName: 'مشرف',
        role: 'supervisor',
      }),
    );
  }
  const as: BenchBranch['as'] = async (username) => {
    api.session.set(valueOf(await api.staff.signIn({ username, password })).session);
  };
  await as('finance');
  return { api, database: backend.database, as, close: () => backend.close() };
}
