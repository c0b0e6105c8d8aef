import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The runtime whose window goes with a demonstration; null where none was named. */
export interface ElectronRuntime {
  readonly executable: string | null;
  readonly version: string | null;
}

/** `INSAF_ELECTRON` names the executable; the version stands in a file beside it. */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const executable = process.env['INSAF_ELECTRON'] ?? null;
  if (executable === null || executable === '') return { executable: null, version: null };
  const version = await readFile(path.join(path.dirname(executable), 'version'), 'utf8').catch(
    () => null,
  );
  return { executable, version: version?.trim() ?? null };
}
