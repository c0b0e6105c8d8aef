import type { CatalogueField, TemplateProblemDto } from '../../../contract/letter-templates.ts';
import { SAMPLE_SIZES } from '../../../domain/letters/samples/sample-head.ts';
import type { LetterTemplate } from '../../../domain/letters/letter-template.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PdfView } from '../../ui/PdfView.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';
import { Segmented } from '../../ui/Tabs.tsx';
import type { EditedTemplate, Place } from './editing.ts';
import { placeWords, problemWords } from './problem-words.ts';
import { useTemplatesStore } from './templates-store.ts';
import { usePreview, type Preview } from './use-preview.ts';

/** What the chosen sample is made with. */
export function useSamplePreview(
  template: LetterTemplate,
  mayCheck: boolean,
): ReturnType<typeof usePreview> {
  const size = useTemplatesStore((store) => store.size);
  const digits = useTemplatesStore((store) => store.digits);
  return usePreview(template, { size, digits: digits ?? undefined }, mayCheck);
}

/** The letter as it would be printed, and before it what prevents that. */
export function PreviewPane({
  preview,
  title,
  problems,
}: {
  preview: Preview & { readonly retry: () => void };
  title: string;
  /** Shown above the page; none for who only reads. */
  problems?: React.ReactNode;
}) {
  const t = useT();
  const size = useTemplatesStore((store) => store.size);
  const digits = useTemplatesStore((store) => store.digits);
  const isStale = preview.problems.length > 0 || preview.error !== null;
  return (
    <Panel
      title={t('letterTemplates.preview')}
      className="tpl-preview"
      flush
      fill
      pane
      actions={
        <>
          <span className="tpl-setting" role="status">
            {preview.isSetting && (
              <>
                <Icon name="refresh" className="turning" />
                <span className="sr">{t('letterTemplates.setting')}</span>
              </>
            )}
          </span>
          <Segmented
            label={t('letterTemplates.sample')}
            items={SAMPLE_SIZES.map((id) => ({ id, label: t(`letterTemplates.size.${id}`) }))}
            selected={size}
            onSelect={(id) => useTemplatesStore.setState({ size: id })}
          />
          <Segmented
            label={t('letterTemplates.digits')}
            items={(['branch', 'latin', 'arabic-indic'] as const).map((id) => ({
              id,
              label: t(`letterTemplates.digits.${id}`),
            }))}
            selected={digits ?? 'branch'}
            onSelect={(id) => useTemplatesStore.setState({ digits: id === 'branch' ? null : id })}
          />
        </>
      }
    >
      {problems}
      {preview.error !== null ? (
        <ErrorState error={preview.error} onRetry={preview.retry} />
      ) : (
        <div className={`tpl-sheet ${isStale ? 'stale' : ''}`}>
          <PdfView bytes={preview.bytes} title={title} isLive />
        </div>
      )}
    </Panel>
  );
}

/** Everything for which the template would not be saved, each with the way to its place. */
export function ProblemsList({
  problems,
  template,
  fields,
  hasPreview,
  onGoTo,
}: {
  problems: readonly TemplateProblemDto[];
  template: EditedTemplate;
  fields: readonly CatalogueField[];
  hasPreview: boolean;
  onGoTo: (place: Place) => void;
}) {
  const t = useT();
  if (problems.length === 0) return null;
  return (
    <div className="tpl-problems">
      <Notice tone="danger">
        <b>{t('letterTemplates.problems', { n: problems.length })}</b>
        {hasPreview && <span className="block">{t('letterTemplates.stalePreview')}</span>}
      </Notice>
      <ol aria-label={t('letterTemplates.problems', { n: problems.length })}>
        {problems.map((problem, index) => {
          const place = placeWords(t, problem, template);
          return (
            <li key={index}>
              <button
                type="button"
                aria-label={t('letterTemplates.showPlace', { place })}
                onClick={() => onGoTo(problem)}
              >
                {place}
              </button>
              <span>{problemWords(t, problem, fields)}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
