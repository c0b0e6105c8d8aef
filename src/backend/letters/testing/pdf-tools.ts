import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function has(tool: string): boolean {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // poppler's tools know only -v and end with a status of their own: being found is enough.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

export const hasPdftotext = has('pdftotext');
export const hasQpdf = has('qpdf');

function withFile<T>(bytes: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-letter-'));
  try {
    const file = join(folder, 'letter.pdf');
    writeFileSync(file, bytes);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of each page, as poppler reads it. */
export function extractPages(bytes: Uint8Array): string[] {
  const text = withFile(bytes, (file) =>
    execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
  return text.split('\f').slice(0, -1);
}

/** @throws Error with what qpdf found when the file's structure is not clean. */
export function checkStructure(bytes: Uint8Array): void {
  withFile(bytes, (file) => execFileSync('qpdf', ['--check', file], { stdio: 'pipe' }));
}
