import { useEffect, useRef, useState, type ReactNode } from 'react';
import { formatPercent } from '../lib/format/numbers.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { useShortcuts } from '../lib/keyboard/shortcuts.ts';
import { Button, IconButton } from './Button.tsx';
import { Message } from './Message.tsx';
import './pdf-view.css';
import { Skeleton } from './Skeleton.tsx';
import { EmptyState } from './States.tsx';
import { usePdfDocument, usePdfPage } from './use-pdf-page.ts';

const ZOOM_STEP = 1.2;

/**
 * `<PdfView bytes={bytes} title={name} />`: exactly these bytes, a page at a time. It fills its container.
 *
 * @param bytes null while they are being fetched
 * @param page with `onPageChange`: the page from outside, 1-based (evidence pinned to a page)
 * @param isLive the bytes are of one document under change: its page stays, and the sheet until the next one is drawn
 * @param hotkeys PgUp, PgDn, + and − act wherever the focus is on the screen
 */
export function PdfView({
  bytes,
  title,
  page: pageFromOutside,
  onPageChange,
  start,
  end,
  isLive = false,
  hotkeys = false,
}: {
  bytes: Uint8Array | null;
  title: string;
  page?: number | undefined;
  onPageChange?: ((page: number) => void) | undefined;
  /** Before the page buttons in the bar. */
  start?: ReactNode;
  /** At the end of the bar: print, sign. */
  end?: ReactNode;
  isLive?: boolean | undefined;
  hotkeys?: boolean | undefined;
}) {
  const t = useT();
  const [ownPage, setOwnPage] = useState(1);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frameWidth = useInnerWidth(frame);
  const opened = usePdfDocument(bytes, isLive);
  const pages = opened.document?.numPages ?? 1;
  const page = Math.max(1, Math.min(pageFromOutside ?? ownPage, pages));
  const drawn = usePdfPage(opened.document, page, zoom, canvas, frameWidth);

  useEffect(() => {
    if (!isLive) setOwnPage(1);
  }, [bytes, isLive]);

  const turn = (by: number): void => {
    const next = Math.max(1, Math.min(page + by, pages));
    setOwnPage(next);
    onPageChange?.(next);
    frame.current?.scrollTo({ top: 0 });
  };
  const scale = (by: number): void => setZoom(Math.max(0.25, Math.min(drawn.zoomInForce * by, 4)));

  useShortcuts(
    {
      PgDn: () => turn(1),
      PgUp: () => turn(-1),
      '+': () => scale(ZOOM_STEP),
      '-': () => scale(1 / ZOOM_STEP),
    },
    { enabled: hotkeys },
  );

  const isFailed = opened.isFailed || drawn.isFailed;
  return (
    <div className="pdf">
      <div className="pdf-bar">
        {start}
        <IconButton
          icon="chevb"
          label={t('ui.pdfPrevious')}
          keys="PgUp"
          isDisabled={page <= 1}
          onPress={() => turn(-1)}
        />
        <span className="cap nowrap" role="status">
          <Message id="ui.pdfPage" values={{ page, pages }} />
        </span>
        <IconButton
          icon="chev"
          label={t('ui.pdfNext')}
          keys="PgDn"
          isDisabled={page >= pages}
          onPress={() => turn(1)}
        />
        <span className="pdf-line" aria-hidden />
        <IconButton
          icon="zoomout"
          label={t('ui.zoomOut')}
          keys="-"
          onPress={() => scale(1 / ZOOM_STEP)}
        />
        <span className="cap pdf-zoom">{formatPercent(round(drawn.zoomInForce), t.digits)}</span>
        <IconButton
          icon="zoomin"
          label={t('ui.zoomIn')}
          keys="+"
          onPress={() => scale(ZOOM_STEP)}
        />
        <IconButton icon="fit" label={t('ui.fitWidth')} onPress={() => setZoom('fit')} />
        <span className="sp" />
        {end}
      </div>
      <div
        ref={frame}
        className="pdf-frame"
        data-pane=""
        tabIndex={0}
        aria-label={title}
        role="region"
      >
        {isFailed ? (
          <EmptyState
            icon="alertc"
            title={t('ui.pdfFailed')}
            action={retry(t('ui.retry'), setZoom)}
          >
            {t('ui.pdfFailedNext')}
          </EmptyState>
        ) : (
          opened.document === null && <Skeleton lines={8} />
        )}
        <canvas
          ref={canvas}
          className="pdf-sheet"
          role="img"
          aria-label={t('ui.pdfPageLabel', { page, pages, title })}
          hidden={isFailed || opened.document === null}
        />
      </div>
    </div>
  );
}

function retry(label: string, setZoom: (zoom: number | 'fit') => void): ReactNode {
  return (
    <Button size="s" onPress={() => setZoom(1)}>
      {label}
    </Button>
  );
}

function round(zoom: number): number {
  return Math.round(zoom * 100) / 100;
}

/** The room for the sheet: the frame's inner width in CSS pixels, less its padding. */
function useInnerWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(0, element.clientWidth - 48)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
