import { useEffect, useState, type DragEvent, type ReactNode } from 'react';
import type { ActiveContent } from '../../../domain/documents/document-content.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { bridge } from '../../lib/bridge.ts';
import type { FileToAttach } from '../../lib/cases/attaching.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../Button.tsx';
import { Chip } from '../Chip.tsx';
import { Dialog } from '../Dialog.tsx';
import { Num } from '../Figures.tsx';
import { Icon } from '../Icon.tsx';
import { Message } from '../Message.tsx';
import { PdfView } from '../PdfView.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { ErrorState } from '../States.tsx';
import { Tabs } from '../Tabs.tsx';
import { contentWords } from './active-content.ts';
import './cases.css';
import { chooseDocument } from './choose-document.ts';

export interface CaseDocument {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly pages: number | null;
  readonly contents: readonly ActiveContent[];
}

/** The documents of a case as tiles; files can be dropped on them or chosen. */
export function DocumentTiles({
  documents,
  onOpen,
  onAttach,
}: {
  documents: readonly CaseDocument[];
  onOpen: (id: string) => void;
  /** Absent where the officer may not attach. */
  onAttach?: ((file: FileToAttach) => void) | undefined;
}) {
  const t = useT();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onAttach?.({ path: bridge.pathForFile(file), name: file.name });
  };
  const choose = async (): Promise<void> => {
    const file = await chooseDocument(t);
    if (file !== null) onAttach?.(file);
  };
  return (
    <div
      className={`docs ${isOver ? 'over' : ''}`}
      {...(onAttach === undefined
        ? {}
        : {
            onDragOver: (event: DragEvent) => {
              event.preventDefault();
              setOver(true);
            },
            onDragLeave: () => setOver(false),
            onDrop: drop,
          })}
    >
      <div className="docs-list">
        {documents.map((document) => (
          <button
            key={document.id}
            type="button"
            className="doc"
            title={document.title}
            onClick={() => onOpen(document.id)}
          >
            <span className={`doc-kind ${isImage(document) ? 'img' : ''}`}>
              <Icon name={isImage(document) ? 'image' : 'doc'} />
            </span>
            <span className="doc-words">
              <b className="ell medium" dir="auto">
                {document.title}
              </b>
              <small className="ell">
                {document.contents.length === 0 ? (
                  <DocumentNote document={document} />
                ) : (
                  <ActiveContentMark contents={document.contents} />
                )}
              </small>
            </span>
          </button>
        ))}
      </div>
      {onAttach !== undefined && (
        <button
          type="button"
          className={`doc add ${documents.length === 0 ? 'wide' : ''}`}
          title={t('cases.attach')}
          aria-label={t('cases.attach')}
          onClick={() => void choose()}
        >
          <Icon name={isOver ? 'download' : 'clip'} />
          {documents.length === 0 && (
            <span className="ell">{isOver ? t('ui.dropNow') : t('cases.attachOrDrop')}</span>
          )}
        </button>
      )}
      {onAttach === undefined && documents.length === 0 && (
        <p className="cap muted">{t('cases.noDocuments')}</p>
      )}
    </div>
  );
}

/** A document over the screen, with the others of the case a tab away. */
export function DocumentDialog({
  documents,
  openId,
  onOpen,
  bytes,
  error,
  onRetry,
}: {
  documents: readonly CaseDocument[];
  openId: string | null;
  onOpen: (id: string | null) => void;
  bytes: Uint8Array | null;
  error: Refusal | null;
  onRetry: () => void;
}) {
  const t = useT();
  const open = documents.find(({ id }) => id === openId);
  return (
    <Dialog
      isOpen={open !== undefined}
      onClose={() => onOpen(null)}
      title={t('cases.documents')}
      size="l"
      footer={
        <Button onPress={() => onOpen(null)} autoFocus>
          {t('ui.close')}
        </Button>
      }
    >
      {open !== undefined && (
        <div className="doc-dialog">
          <Tabs
            label={t('cases.documents')}
            tabs={documents.map((document) => ({
              id: document.id,
              label: document.title,
              icon: isImage(document) ? 'image' : 'doc',
            }))}
            selected={open.id}
            onSelect={onOpen}
          >
            {error === null ? (
              <DocumentView document={open} bytes={bytes} />
            ) : (
              <ErrorState error={error} onRetry={onRetry} title={t('cases.documentFailed')} />
            )}
          </Tabs>
        </div>
      )}
    </Dialog>
  );
}

/** A PDF page by page, or a picture whole. */
export function DocumentView({
  document,
  bytes,
  page,
  onPageChange,
  end,
  hotkeys = true,
}: {
  document: CaseDocument;
  bytes: Uint8Array | null;
  page?: number | undefined;
  onPageChange?: ((page: number) => void) | undefined;
  end?: ReactNode;
  hotkeys?: boolean;
}) {
  const t = useT();
  if (isImage(document)) return <Picture document={document} bytes={bytes} end={end} />;
  return (
    <PdfView
      key={document.id}
      bytes={bytes}
      title={document.title}
      page={page}
      onPageChange={onPageChange}
      hotkeys={hotkeys}
      start={
        document.contents.length > 0 && (
          <Chip
            tone="warning"
            icon="shield"
            title={t('cases.activeContentIs', { contents: contentWords(t, document.contents) })}
          >
            {t('cases.activeContentRemoved')}
          </Chip>
        )
      }
      end={end}
    />
  );
}

function Picture({
  document,
  bytes,
  end,
}: {
  document: CaseDocument;
  bytes: Uint8Array | null;
  end: ReactNode;
}) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (bytes === null) return;
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: document.mime }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [bytes, document.mime]);
  return (
    <div className="pdf">
      <div className="pdf-bar">
        <span className="sp" />
        {end}
      </div>
      <div className="pdf-frame" tabIndex={0} role="region" aria-label={document.title}>
        {url === null ? (
          <Skeleton lines={8} />
        ) : (
          <img className="doc-picture" src={url} alt={document.title} />
        )}
      </div>
    </div>
  );
}

export function isImage({ mime }: Pick<CaseDocument, 'mime'>): boolean {
  return mime.startsWith('image/');
}

/** `PDF، 3 صفحات` or `JPG، 1.2 م.ب`. */
function DocumentNote({ document: { fileName, pages, sizeBytes } }: { document: CaseDocument }) {
  const t = useT();
  const kind = (fileName.split('.').at(-1) ?? '').toUpperCase();
  return (
    <>
      <Num>{kind}</Num>
      {t('cases.listComma')}
      {pages === null ? (
        <Message id="cases.megabytes" values={{ size: megabytes(sizeBytes) }} />
      ) : (
        <Message id="cases.pages" values={{ n: pages }} />
      )}
    </>
  );
}

/** That a file acts by itself, and what in it does. */
function ActiveContentMark({ contents }: { contents: readonly ActiveContent[] }) {
  const t = useT();
  if (contents.length === 0) return null;
  return (
    <span
      className="doc-active"
      role="img"
      aria-label={t('cases.activeContentIs', { contents: contentWords(t, contents) })}
      title={t('cases.activeContentIs', { contents: contentWords(t, contents) })}
    >
      <Icon name="alert" size={14} />
      {t('cases.activeContent')}
    </span>
  );
}

function megabytes(bytes: number): number {
  return Math.max(0.1, Math.round(bytes / 104_857.6) / 10);
}
