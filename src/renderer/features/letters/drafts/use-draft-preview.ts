import type { InputOf } from '../../../../contract/api.ts';
import type { ApiError } from '../../../../contract/errors.ts';
import { refuse } from '../../../../domain/shared/result.ts';
import { api } from '../../../lib/client.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useSettled } from '../../../lib/use-settled.ts';

/** How long the officer has stopped typing before the page is set anew, milliseconds. */
const PAUSE = 500;

/** The draft as it would be printed, shortly after the officer stops typing; null while something is missing. */
export function useDraftPreview(draft: InputOf<'letters.previewDraft'> | null): {
  readonly bytes: Uint8Array | null;
  readonly error: ApiError | null;
  readonly isSetting: boolean;
} {
  const typed = draft === null ? null : JSON.stringify(draft);
  const written = useSettled(typed, PAUSE);
  const found = useApiQuery(
    ['letters', 'preview', written],
    async () => (draft === null ? refuse('CANCELLED') : api.letters.previewDraft(draft)),
    { enabled: draft !== null && typed === written, keepPrevious: true },
  );
  return {
    bytes: written === null ? null : (found.data?.bytes ?? null),
    error: written === null ? null : found.error,
    isSetting: found.isFetching,
  };
}
