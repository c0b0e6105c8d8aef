import { useState } from 'react';
import type { ApiError } from '../../../contract/errors.ts';
import { api } from '../../lib/client.ts';
import { useApiQuery } from '../../lib/queries.ts';

/**
 * The archived bytes of a letter, asked for once: they never change, so a change on the register must not make the
 * preview draw again.
 *
 * @param sha256 null while the letter has no bytes
 */
export function useLetterFile(
  id: string,
  sha256: string | null,
): { readonly bytes: Uint8Array | null; readonly error: ApiError | null; refetch: () => void } {
  const [kept, setKept] = useState<{ sha256: string; bytes: Uint8Array } | null>(null);
  const isKept = kept !== null && kept.sha256 === sha256;
  const found = useApiQuery(['letters', 'file', id, sha256], () => api.letters.file({ id }), {
    enabled: sha256 !== null && !isKept,
  });
  if (sha256 !== null && !isKept && found.data !== undefined) {
    setKept({ sha256, bytes: found.data.bytes });
  }
  return {
    bytes: isKept ? kept.bytes : null,
    error: isKept ? null : found.error,
    refetch: found.refetch,
  };
}
