import { useAttaching } from '../../lib/cases/attaching.ts';
import { useDocumentBytes } from '../../lib/cases/document-bytes.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { AttachDialog } from '../../ui/cases/AttachDialog.tsx';
import { chooseDocument } from '../../ui/cases/choose-document.ts';
import { DocumentView, isImage } from '../../ui/cases/Documents.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ReasonOnScreen, ReviewFile } from './use-findings.ts';

const AREAS = ['objections', 'documents'] as const;

export interface PageOnView {
  readonly documentId: string | null;
  readonly page: number;
}

/** The documents of the objection, one a tab; the page on view can be pinned to the reason at hand. */
export function EvidencePane({
  file,
  reasons,
  active,
  view,
  onView,
  onPin,
}: {
  file: ReviewFile;
  reasons: readonly ReasonOnScreen[];
  active: string;
  view: PageOnView;
  onView: (view: PageOnView) => void;
  onPin: (() => void) | undefined;
}) {
  const t = useT();
  const mayAttach = useMay('cases.work') && file.mayPropose !== 'ALREADY_DECIDED';
  const owner = { ownerType: 'objection', ownerId: file.objection.id, areas: AREAS } as const;
  const attaching = useAttaching(owner, ({ id }) => onView({ documentId: id, page: 1 }));
  const open = file.documents.find(({ id }) => id === view.documentId) ?? file.documents[0];
  const shown = useDocumentBytes(open?.id ?? null);
  const here = reasons.filter(
    ({ evidence }) => evidence?.documentId === open?.id && evidence?.page === view.page,
  );

  const choose = async (): Promise<void> => {
    const chosen = await chooseDocument(t);
    if (chosen !== null) attaching.begin(chosen);
  };

  if (open === undefined) {
    return (
      <section className="panel evidence" aria-label={t('cases.documents')} data-pane="">
        <EmptyState
          icon="doc"
          title={t('cases.noDocuments')}
          action={
            mayAttach && (
              <Button size="s" icon="clip" onPress={() => void choose()}>
                {t('cases.attach')}
              </Button>
            )
          }
        >
          {t('objections.noDocumentsNext')}
        </EmptyState>
        <AttachDialog attaching={attaching} />
      </section>
    );
  }
  return (
    <section className="panel evidence" aria-label={t('cases.documents')}>
      <Tabs
        label={t('cases.documents')}
        tabs={file.documents.map((document) => ({
          id: document.id,
          label: document.title,
          icon: isImage(document) ? 'image' : 'doc',
        }))}
        selected={open.id}
        onSelect={(documentId) => onView({ documentId, page: 1 })}
        end={
          mayAttach && (
            <IconButton
              size="s"
              icon="clip"
              label={t('cases.attach')}
              onPress={() => void choose()}
            />
          )
        }
      >
        {shown.error === null ? (
          <DocumentView
            document={open}
            bytes={shown.bytes}
            page={view.page}
            onPageChange={(page) => onView({ documentId: open.id, page })}
            end={
              <>
                {here.map(({ code }) => (
                  <Chip key={code} tone="success" icon="mark">
                    {t('objections.pinnedFor', { code })}
                  </Chip>
                ))}
                {onPin !== undefined && !here.some(({ code }) => code === active) && (
                  <Button size="s" icon="mark" keys="M" onPress={onPin}>
                    {t('objections.pin')}
                  </Button>
                )}
              </>
            }
          />
        ) : (
          <ErrorState
            error={shown.error}
            onRetry={shown.refetch}
            title={t('cases.documentFailed')}
          />
        )}
      </Tabs>
      <AttachDialog attaching={attaching} />
    </section>
  );
}
