import { createHash } from 'node:crypto';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { ContentStore } from './ports.ts';

/**
 * Reads archived bytes and proves that they are those that were archived.
 * Errors: CONTENT_MISSING, CONTENT_DAMAGED.
 */
export async function readVerified(
  content: ContentStore,
  sha256: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Refusal<'CONTENT_MISSING' | 'CONTENT_DAMAGED'>>> {
  const bytes = await content.read(sha256).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (bytes === undefined) return refuse('CONTENT_MISSING', { sha256 });
  const actual = createHash('sha256').update(bytes).digest('hex');
  return actual === sha256 ? ok(bytes) : refuse('CONTENT_DAMAGED', { sha256 });
}
