import path from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../../contract/api.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { JobContext } from '../../context.ts';
import { readVerified } from '../../documents/read-verified.ts';
import { lettersOfBatch } from './letters-of-batch.ts';
import type { CreateLetterMerger } from './ports.ts';
import type { WriteOutput } from './write-output.ts';

/** Errors: those of `lettersOfBatch`, EXPORT_PATH, EXPORT_PLACE, CONTENT_MISSING, CONTENT_DAMAGED. */
export async function mergeBatch(
  context: JobContext,
  input: ParsedInputOf<'letterBatches.merge'>,
  services: { readonly createMerger: CreateLetterMerger; readonly write: WriteOutput },
): Promise<Result<OutputOf<'letterBatches.merge'>, Refusal>> {
  const { content, operation } = context;
  if (!path.isAbsolute(input.path)) return refuse('EXPORT_PATH');
  const target = input.path.toLowerCase().endsWith('.pdf') ? input.path : `${input.path}.pdf`;
  const letters = await lettersOfBatch(context, input.id);
  if (!letters.ok) return letters;
  const merger = await services.createMerger({
    title: path.basename(target, '.pdf'),
    blankPages: input.blankPages,
  });
  const total = letters.value.length;
  for (const [index, { sha256 }] of letters.value.entries()) {
    const bytes = await readVerified(content, sha256);
    if (!bytes.ok) return bytes;
    await merger.add(bytes.value);
    operation.progress('merging', index + 1, total);
    await operation.breathe();
  }
  const { bytes, pages } = await merger.finish();
  const written = await services.write(target, bytes, { replace: true });
  if (!written.ok) return written;
  await context.transact(async ({ audit }) => {
    await audit('letterBatch.merged', { type: 'letterBatch', id: input.id }, { letters: total });
    return ok(null);
  });
  return ok({ path: target, letters: total, pages });
}
