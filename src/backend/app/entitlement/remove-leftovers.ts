import { ok, type Result } from '../../../domain/shared/result.ts';
import type { ReadRepos, WriteRepos } from '../ports.ts';
import { rangesTo } from './number-ranges.ts';

/** What one transaction removes before others are served. */
const REMOVED_AT_ONCE = 1000;

interface Clearing {
  readonly repos: Pick<ReadRepos, 'eligibility' | 'households'>;
  transact(
    work: (context: { readonly repos: WriteRepos }) => Promise<Result<null, never>>,
  ): Promise<Result<null, never>>;
}

/**
 * Removes what runs left that were cancelled or broken off, and what those found that were discarded; of the latter the run
 * itself stays on record.
 */
export async function removeLeftovers({ repos, transact }: Clearing): Promise<void> {
  for (const { no, status } of await repos.eligibility.leftovers()) {
    const last = await repos.households.lastNo();
    for (const range of rangesTo(last, REMOVED_AT_ONCE)) {
      await transact(async (context) => {
        await context.repos.eligibility.removeRange(no, range);
        return ok(null);
      });
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    if (status !== 'computing') continue;
    await transact(async (context) => {
      await context.repos.eligibility.removeRun(no);
      return ok(null);
    });
  }
}
