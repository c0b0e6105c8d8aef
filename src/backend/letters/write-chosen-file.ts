import { randomUUID } from 'node:crypto';
import { access, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ok, refuse } from '../../domain/shared/result.ts';
import type { WriteOutput } from '../app/letters/batches/write-output.ts';

/** Writes beside the place and puts the whole file into it at the end. */
export const writeChosenFile: WriteOutput = async (file, bytes, { replace }) => {
  const part = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, replace ? file : await freeName(file));
    return ok(null);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refuse(code === 'ENOSPC' ? 'DISK_FULL' : 'EXPORT_PLACE', {
      path: path.dirname(file),
    });
  }
};

async function freeName(file: string): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? file : path.join(dir, `${name} (${copy})${ext}`);
    const taken = await access(candidate).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}
