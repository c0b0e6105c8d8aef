import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReasonCodeTable } from '../../domain/reconciliation/reason-code.ts';

/** The table of reason codes that ships with the application; its form is proven by a test. */
export async function loadReasonCodes(resourcesFolder: string): Promise<ReasonCodeTable> {
  const text = await readFile(path.join(resourcesFolder, 'reason-codes.json'), 'utf8');
  return JSON.parse(text) as ReasonCodeTable;
}
