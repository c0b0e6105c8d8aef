import type { SettingKey, SettingValues } from '../../domain/settings/settings.ts';
import { isoDate, type IsoInstant } from '../../domain/shared/iso-date.ts';
import { ok } from '../../domain/shared/result.ts';
import {
  SAMPLE_ACCOUNTS,
  SAMPLE_BRANCH,
  SAMPLE_PASSWORD,
  type SampleUsername,
} from '../../domain/sample/sample-accounts.ts';
import { SAMPLE_SETTINGS } from '../../domain/sample/sample-settings.ts';
import { createPasswordHasher } from '../app/staff/password-hasher.ts';
import type { SettingsWriter } from '../app/settings/ports.ts';
import type { Database } from '../db/database.ts';
import { writeRepos } from '../db/repos/repos.ts';

/** Settings of a branch hold for every month, also those before it was set up. */
const FROM_THE_START = isoDate('2020-01-01');

/** The password of a sample is public: a slow hash would protect nothing. */
const LOG2_COST = 10;

/** As public as the password: letters of a sample prove nothing, and one seed gives the same bytes. */
const SAMPLE_KEY = { id: '5a5a5a5a', secret: '5a'.repeat(32) };

/**
 * Accounts and settings, without the branch's name: it is recorded last, and as long as it is missing the sample is
 * half-made (see `isHalfMade`).
 */
export async function foundBranch(
  database: Database,
  at: IsoInstant,
  newId: () => string,
): Promise<Readonly<Record<SampleUsername, string>>> {
  const hasher = createPasswordHasher(LOG2_COST);
  const accounts: { id: string; account: (typeof SAMPLE_ACCOUNTS)[number]; hash: string }[] = [];
  for (const account of SAMPLE_ACCOUNTS) {
    accounts.push({ id: newId(), account, hash: await hasher.hash(SAMPLE_PASSWORD) });
  }
  const ids = Object.fromEntries(accounts.map(({ id, account }) => [account.username, id]));
  await database.transact(async (tx) => {
    const repos = writeRepos(tx);
    for (const { id, account, hash } of accounts) {
      await repos.staff.add({ ...account, id, passwordHash: hash, active: true, createdAt: at });
    }
    const by = { officerId: ids['admin'] ?? null, at };
    await recordAll(repos.settings, SAMPLE_SETTINGS, by);
    await repos.letterSeals.addKey(SAMPLE_KEY, at);
    await repos.audit.append({
      at,
      officerId: by.officerId,
      action: 'branch.created',
      subject: null,
      details: { sample: true },
    });
    return ok(null);
  });
  return ids as Record<SampleUsername, string>;
}

/** The last step: from now on there is a branch. */
export async function nameBranch(
  database: Database,
  at: IsoInstant,
  administrator: string,
): Promise<void> {
  await database.transact(async (tx) => {
    const { settings } = writeRepos(tx);
    await recordAll(settings, { branchName: SAMPLE_BRANCH }, { officerId: administrator, at });
    return ok(null);
  });
}

async function recordAll(
  settings: SettingsWriter,
  values: Partial<SettingValues>,
  by: { officerId: string | null; at: IsoInstant },
): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    await settings.record(key as SettingKey, value, FROM_THE_START, by);
  }
}
