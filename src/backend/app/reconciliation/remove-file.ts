import { ok } from '../../../domain/shared/result.ts';
import type { BankFileReader } from './ports.ts';
import { RANGE_LINES } from './each-range.ts';
import type { WriteRepos } from '../ports.ts';

type Transact = (
  work: (context: { readonly repos: WriteRepos }) => Promise<ReturnType<typeof ok<null>>>,
) => Promise<unknown>;

/** Removes a file that was not read to its end, with its lines; not to be cancelled. */
export async function removeFile(transact: Transact, fileId: string): Promise<void> {
  await transact(async ({ repos: { bankFiles } }) => {
    let range = await bankFiles.nextRange(fileId, 0, RANGE_LINES);
    while (range !== null) {
      await bankFiles.removeLines(fileId, range);
      await nextTurn();
      range = await bankFiles.nextRange(fileId, range.to, RANGE_LINES);
    }
    await bankFiles.remove(fileId);
    return ok(null);
  });
}

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Removes what a stop of the process left of files that were being read. */
export async function removeInterrupted(files: BankFileReader, transact: Transact): Promise<void> {
  for (const id of await files.interrupted()) await removeFile(transact, id);
}
