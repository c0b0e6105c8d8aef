import type { InputOf } from '../../../../contract/api.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { PdfView } from '../../../ui/PdfView.tsx';
import { EmptyState, RefusalNotice } from '../../../ui/States.tsx';
import { useDraftPreview } from './use-draft-preview.ts';

/** The page that the fields make so far, without a number. */
export function DraftPreview({ draft }: { draft: InputOf<'letters.previewDraft'> | null }) {
  const t = useT();
  const { bytes, error, isSetting } = useDraftPreview(draft);
  return (
    <div className="draft-page" aria-busy={isSetting}>
      {draft === null ? (
        <EmptyState icon="letter" title={t('letterDrafts.noPreview')}>
          {t('letterDrafts.noPreviewNext')}
        </EmptyState>
      ) : error === null ? (
        <PdfView bytes={bytes} title={t('letterDrafts.preview')} />
      ) : (
        <RefusalNotice error={error} />
      )}
    </div>
  );
}
