import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `--data DIR` or `--data=DIR`; else the system's folder for this user. */
export function dataFolderFrom(argv: readonly string[], fallback: string): string {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = argv[at];
  if (word === undefined) return fallback;
  const folder = word === '--data' ? argv[at + 1] : word.slice('--data='.length);
  return folder === undefined || folder === '' ? fallback : path.resolve(folder);
}

/**
 * Where the runtime keeps its own files: beside the branch's, so that the instance lock is one a data folder. A folder
 * that cannot be written still gets a window, which then says so.
 */
export function windowFolderOf(dataFolder: string): string {
  const folder = path.join(dataFolder, 'window');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(path.join(tmpdir(), 'insaf-window-'));
  }
}
