import type { Refusal, Result } from '../../../../domain/shared/result.ts';

/**
 * Writes a whole file or none where an officer chose. Without `replace` a file of that name stays, and the next free name
 * is taken. Errors: EXPORT_PLACE, DISK_FULL.
 */
export type WriteOutput = (
  file: string,
  bytes: Uint8Array,
  options: { readonly replace: boolean },
) => Promise<Result<null, Refusal>>;
