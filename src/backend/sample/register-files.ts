import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { registerLists } from '../../domain/sample/register-lists.ts';
import type { SampleRun } from './sample-run.ts';

/** Lists of two registers, as they come to be compared with what the branch knows. */
export async function writeRegisterLists({ seed, size, today, filesFolder }: SampleRun) {
  const folder = path.join(filesFolder, 'registers');
  await mkdir(folder, { recursive: true });
  for (const { name, lines } of registerLists(seed, size, today)) {
    await writeFile(path.join(folder, `${name}.csv`), `\uFEFF${lines.join('\r\n')}\r\n`);
  }
}
