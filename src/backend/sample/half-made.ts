import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { SettingsReader } from '../app/settings/ports.ts';
import type { StaffReader } from '../app/staff/ports.ts';
import type { Database } from '../db/database.ts';

export const SAMPLE_FILES = 'sample-files';

/** Whether somebody began a sample here and did not finish it: it has accounts and no name yet. */
export async function isHalfMade(repos: {
  readonly staff: StaffReader;
  readonly settings: SettingsReader;
}): Promise<boolean> {
  if ((await repos.staff.list()).length === 0) return false;
  return !(await repos.settings.all()).some(({ key }) => key === 'branchName');
}

/** Makes the data folder empty again, so that a half-made branch is never taken for a branch. */
export async function clearHalfMade(database: Database, dataFolder: string): Promise<void> {
  await database.startOver();
  for (const folder of [SAMPLE_FILES, 'attachments']) {
    await rm(path.join(dataFolder, folder), { recursive: true, force: true });
  }
}
