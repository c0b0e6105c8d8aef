import { ok } from '../../../domain/shared/result.ts';
import type { WriteRepos } from '../ports.ts';
import { RANGE_LINES } from './each-range.ts';
import type { Leftovers } from './leftovers.ts';
import type { BankFileReader } from './ports.ts';

type Transact = (
  work: (context: { readonly repos: WriteRepos }) => Promise<ReturnType<typeof ok<null>>>,
) => Promise<unknown>;

/** Lines that are removed before others may write. */
const LINES_A_TRANSACTION = 5 * RANGE_LINES;
/** An officer who stops a file has his answer within a second: what then is left goes on behind him. */
const PATIENCE_MS = 400;

/** Removes a file that was not read to its end, with its lines; not to be cancelled. */
export async function removeFile(
  transact: Transact,
  fileId: string,
  leftovers: Leftovers,
): Promise<void> {
  await transact(async ({ repos }) => {
    await repos.bankFiles.disown(fileId);
    return ok(null);
  });
  const until = performance.now() + PATIENCE_MS;
  while (!(await removeSome(transact, fileId))) {
    if (performance.now() < until) continue;
    leftovers.add(removeRest(transact, fileId));
    return;
  }
}

async function removeRest(transact: Transact, fileId: string): Promise<void> {
  while (!(await removeSome(transact, fileId)));
}

/** Whether the file is gone. */
async function removeSome(transact: Transact, fileId: string): Promise<boolean> {
  let isGone = false;
  await transact(async ({ repos: { bankFiles } }) => {
    for (let lines = 0; lines < LINES_A_TRANSACTION; lines += RANGE_LINES) {
      const range = await bankFiles.nextRange(fileId, 0, RANGE_LINES);
      if (range === null) {
        await bankFiles.remove(fileId);
        isGone = true;
        break;
      }
      await bankFiles.removeLines(fileId, range);
      await nextTurn();
    }
    return ok(null);
  });
  return isGone;
}

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Removes what a stop of the process left of files that were being read. */
export async function removeInterrupted(
  files: BankFileReader,
  transact: Transact,
  leftovers: Leftovers,
): Promise<void> {
  for (const id of await files.interrupted()) await removeFile(transact, id, leftovers);
}
