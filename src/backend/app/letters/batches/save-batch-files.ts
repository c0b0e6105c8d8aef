import path from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../../contract/api.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { JobContext } from '../../context.ts';
import { readVerified } from '../../documents/read-verified.ts';
import { lettersOfBatch } from './letters-of-batch.ts';
import type { WriteOutput } from './write-output.ts';

/** Errors: those of `lettersOfBatch`, EXPORT_PATH, EXPORT_PLACE, CONTENT_MISSING, CONTENT_DAMAGED. */
export async function saveBatchFiles(
  context: JobContext,
  { id, folder, kindWords, withNames }: ParsedInputOf<'letterBatches.saveFiles'>,
  write: WriteOutput,
): Promise<Result<OutputOf<'letterBatches.saveFiles'>, Refusal>> {
  const { content, operation } = context;
  if (!path.isAbsolute(folder)) return refuse('EXPORT_PATH');
  const letters = await lettersOfBatch(context, id);
  if (!letters.ok) return letters;
  const total = letters.value.length;
  for (const [index, { number, name, sha256 }] of letters.value.entries()) {
    const bytes = await readVerified(content, sha256);
    if (!bytes.ok) return bytes;
    const parts = [number, kindWords, ...(withNames ? [name] : [])];
    const file = path.join(folder, `${parts.map(safe).join(' ')}.pdf`);
    const written = await write(file, bytes.value, { replace: false });
    if (!written.ok) return written;
    operation.progress('saving', index + 1, total);
    await operation.breathe();
  }
  await context.transact(async ({ audit }) => {
    await audit('letterBatch.saved', { type: 'letterBatch', id }, { letters: total, withNames });
    return ok(null);
  });
  return ok({ folder, files: total });
}

/** With nothing that a file name may not hold. */
function safe(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{M} ]+/gu, '-')
    .trim()
    .slice(0, 80);
}
