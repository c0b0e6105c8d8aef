import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Client } from '../../contract/client.ts';
import { CommandFailure, valueOf } from '../command-failure.ts';
import type { DecidedCase, Decision } from './decide-cases.ts';

const run = promisify(execFile);

/** Leaves a decision's archived letter as PDF, and as pictures where `pdftoppm` is installed. */
export async function leaveLetter(
  api: Client,
  { case: caseType, outcome, letterId }: DecidedCase,
  folder: string,
): Promise<Decision['letter']> {
  const { letter, bytes } = valueOf(await api.letters.file({ id: letterId }));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== letter.sha256) throw new CommandFailure('CONTENT_DAMAGED', { letter: letterId });
  await mkdir(folder, { recursive: true });
  const number = letter.number ?? '';
  const stem = `${number.replaceAll('/', '-')}-${caseType}-${outcome}`;
  await writeFile(path.join(folder, `${stem}.pdf`), bytes);
  const pictures = await takePictures(folder, stem, letter.pages ?? 1);
  const files = [`${stem}.pdf`, ...pictures].map((name) => `letters/${name}`);
  return { number, sha256, pages: letter.pages ?? 1, files };
}

async function takePictures(folder: string, stem: string, pages: number): Promise<string[]> {
  const names: string[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const name = pages === 1 ? stem : `${stem}-${page}`;
    const args = ['-png', '-r', '110', '-f', String(page), '-l', String(page), '-singlefile'];
    try {
      await run('pdftoppm', [...args, path.join(folder, `${stem}.pdf`), path.join(folder, name)]);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
    names.push(`${name}.png`);
  }
  return names;
}
