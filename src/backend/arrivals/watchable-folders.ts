import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isArrivingName } from '../../domain/reconciliation/arriving-name.ts';
import { ok, refuse, type Refusal, type Result } from '../../domain/shared/result.ts';
import type { FolderProblem, FoundFile, WatchableFolders } from '../app/arrivals/ports.ts';

/** Folders of this computer and of the network, as the watch sees them: names, sizes and times, never a file's content. */
export function watchableFolders(dataFolder: string): WatchableFolders {
  const ours = path.resolve(dataFolder);
  return {
    isOurs(folder) {
      const below = path.relative(ours, path.resolve(folder));
      return below === '' || !(below.startsWith('..') || path.isAbsolute(below));
    },
    async scan(folder) {
      try {
        if (!path.isAbsolute(folder)) return refuse('WATCHED_FOLDER_GONE', { folder });
        return ok(await filesIn(folder));
      } catch (error) {
        return problemOf(error, folder);
      }
    },
  };
}

async function filesIn(folder: string): Promise<FoundFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && isArrivingName(entry.name));
  const files: FoundFile[] = [];
  for (const { name } of names.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const found = await stat(path.join(folder, name)).catch(() => null);
    // Taken away since it was listed, or no file after all (a link to a folder, a pipe).
    if (!found?.isFile()) continue;
    files.push({ name, sizeBytes: found.size, modifiedAt: found.mtime.toISOString() });
  }
  return files;
}

function problemOf(error: unknown, folder: string): Result<never, Refusal<FolderProblem>> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOTDIR') return refuse('WATCHED_FOLDER_NO_FOLDER', { folder });
  if (code === 'EACCES' || code === 'EPERM') return refuse('WATCHED_FOLDER_UNREADABLE', { folder });
  return refuse('WATCHED_FOLDER_GONE', { folder });
}
