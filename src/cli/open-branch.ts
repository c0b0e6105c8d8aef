import { existsSync } from 'node:fs';
import path from 'node:path';
import { createBackend, type Backend } from '../backend/create-backend.ts';
import { createClient, type Client } from '../contract/client.ts';
import { SAMPLE_PASSWORD } from '../domain/sample/sample-accounts.ts';
import type { Role } from '../domain/staff/permissions.ts';
import { CommandFailure, valueOf } from './command-failure.ts';
import { defaultDataFolder, resourcesFolder } from './data-folder.ts';
import { readPassword } from './read-password.ts';

export interface BranchOptions {
  readonly data?: string;
  /** User name of the account that the command acts for. */
  readonly as?: string;
}

export function dataFolderOf(options: BranchOptions): string {
  return path.resolve(options.data ?? defaultDataFolder());
}

/** Opens the backend of a data folder for the time of `work`, and closes it whatever happens. */
export async function withBackend<T>(
  options: BranchOptions,
  work: (backend: Backend, folder: string) => Promise<T>,
): Promise<T> {
  const dataFolder = dataFolderOf(options);
  const backend = valueOf(await createBackend({ dataFolder, resourcesFolder: resourcesFolder() }));
  try {
    return await work(backend, dataFolder);
  } finally {
    await backend.close();
  }
}

/**
 * Opens a branch and signs in: as `--as`, with the password of `INSAF_PASSWORD` or standard input; in a sample branch
 * without `--as` as its account of `role`. Every command acts for an account, so that the audit trail names it.
 */
export async function withBranch<T>(
  options: BranchOptions,
  role: Role,
  work: (api: Client, backend: Backend, folder: string) => Promise<T>,
): Promise<T> {
  // NOTE: opening makes an empty branch where none is, which nobody asked for here.
  if (!existsSync(path.join(dataFolderOf(options), 'insaf.db'))) {
    throw new CommandFailure('NO_BRANCH', { folder: dataFolderOf(options) });
  }
  return withBackend(options, async (backend, folder) => {
    const api = createClient(backend);
    const { needed, sampleAccounts } = valueOf(await api.staff.firstStart({}));
    if (needed) throw new CommandFailure('NO_BRANCH', { folder });
    const sample = sampleAccounts.find((account) => account.role === role);
    const username = options.as ?? sample?.username;
    if (username === undefined) throw new CommandFailure('ACCOUNT_NEEDED', { role });
    const password = options.as === undefined ? SAMPLE_PASSWORD : await readPassword(options.as);
    const { session } = valueOf(await api.staff.signIn({ username, password }));
    api.session.set(session);
    try {
      return await work(api, backend, folder);
    } finally {
      await api.staff.signOut({});
    }
  });
}
