import type { ApiError } from '../../../contract/errors.ts';
import { api } from '../client.ts';
import { useApiQuery } from '../queries.ts';

/** The bytes of an attached document as they were stored; null while they come, or when none is asked for. */
export function useDocumentBytes(id: string | null): {
  readonly bytes: Uint8Array | null;
  readonly error: ApiError | null;
  readonly refetch: () => void;
} {
  const found = useApiQuery(
    ['documents', 'bytes', id],
    () => api.documents.bytes({ id: id ?? '' }),
    { enabled: id !== null },
  );
  return { bytes: found.data?.bytes ?? null, error: found.error, refetch: found.refetch };
}
