import type { InputOf } from '../../../../contract/api.ts';
import type { ApiError } from '../../../../contract/errors.ts';
import type { LetterDraftRow } from '../../../../contract/letter-drafts.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { hrefOf, navigate } from '../../../lib/route.ts';
import { toast } from '../../../lib/toasts.ts';

type Written = Omit<InputOf<'letters.createDraft'>, 'of'>;

/** Keeping a draft, new or opened again, and putting it on the register. */
export function useDraftSteps(
  draft: LetterDraftRow | null,
  onDone: () => void,
): {
  readonly save: (written: Written) => Promise<void>;
  /** @param isMine whether what is on screen may differ from what is kept */
  readonly issue: (written: Written, isMine: boolean) => Promise<void>;
  readonly isSaving: boolean;
  readonly isIssuing: boolean;
  readonly isBusy: boolean;
  readonly error: ApiError | null;
} {
  const t = useT();
  const create = useApiCommand(api.letters.createDraft, ['letters']);
  const edit = useApiCommand(api.letters.editDraft, ['letters']);
  const issueDraft = useApiCommand(api.letters.issueDraft, ['letters', 'registry', 'today']);

  /** The draft and its version as it is kept now; null where it was refused. */
  const keep = async (written: Written): Promise<{ id: string; version: number } | null> => {
    if (draft === null) {
      const made = await create.run({ ...written, of: null });
      return made.ok ? { id: made.value.id, version: 1 } : null;
    }
    const { id, version } = draft;
    const { subject, content } = written;
    const edited = await edit.run({ id, expectedVersion: version, subject, content });
    return edited.ok ? { id, version: edited.value.version } : null;
  };

  const save = async (written: Written): Promise<void> => {
    if ((await keep(written)) === null) return;
    toast({ tone: 'success', text: t('letterDrafts.saved') });
    onDone();
  };

  const issue = async (written: Written, isMine: boolean): Promise<void> => {
    const kept = draft !== null && !isMine ? draft : await keep(written);
    if (kept === null) return;
    const issued = await issueDraft.run({ id: kept.id, expectedVersion: kept.version });
    if (!issued.ok) return;
    toast({ tone: 'success', text: t('letterDrafts.issued', { number: issued.value.number }) });
    onDone();
    navigate(hrefOf('letters', issued.value.letterId));
  };

  return {
    save,
    issue,
    isSaving: create.isBusy || edit.isBusy,
    isIssuing: issueDraft.isBusy,
    isBusy: create.isBusy || edit.isBusy || issueDraft.isBusy,
    error: create.error ?? edit.error ?? issueDraft.error,
  };
}
