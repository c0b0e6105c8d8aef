import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { openPdf } from './pdf-document.ts';

const CSS_PIXELS_PER_POINT = 96 / 72;
const LARGEST_SIDE = 3200;
const LONGEST_RENDER_MS = 5000;

/**
 * The document of some bytes; it is closed with its worker when they change or the view goes.
 * @param isLive The document of the bytes before stays until that of the new ones is open.
 */
export function usePdfDocument(
  bytes: Uint8Array | null,
  isLive = false,
): {
  document: PDFDocumentProxy | null;
  isFailed: boolean;
} {
  const [state, setState] = useState<{
    bytes: Uint8Array | null;
    document: PDFDocumentProxy | null;
    isFailed: boolean;
  }>({ bytes: null, document: null, isFailed: false });
  const closeShown = useRef((): void => undefined);
  useEffect(() => () => closeShown.current(), []);
  useEffect(() => {
    if (bytes === null) return;
    let isGone = false;
    openPdf(bytes).then(
      (opened) => {
        if (isGone) return opened.close();
        closeShown.current();
        closeShown.current = opened.close;
        setState({ bytes, document: opened.document, isFailed: false });
      },
      () => {
        if (!isGone) setState({ bytes, document: null, isFailed: true });
      },
    );
    return () => {
      isGone = true;
      if (isLive) return;
      closeShown.current();
      closeShown.current = () => undefined;
      setState({ bytes: null, document: null, isFailed: false });
    };
  }, [bytes, isLive]);
  return state.bytes === bytes || isLive ? state : { document: null, isFailed: false };
}

/**
 * Draws one page into the canvas.
 *
 * @param zoom 1 is the paper's own size on screen; `fit` the width of `frame`
 * @returns the zoom in force, and whether the page could not be drawn within five seconds
 */
export function usePdfPage(
  document: PDFDocumentProxy | null,
  page: number,
  zoom: number | 'fit',
  canvas: RefObject<HTMLCanvasElement | null>,
  frameWidth: number,
): { zoomInForce: number; isFailed: boolean } {
  const [zoomInForce, setZoomInForce] = useState(1);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const target = canvas.current;
    if (document === null || target === null || frameWidth === 0) return;
    let cancel = (): void => undefined;
    let isGone = false;
    const draw = async (): Promise<void> => {
      const loaded = await document.getPage(Math.max(1, Math.min(page, document.numPages)));
      if (isGone) return;
      const paper = loaded.getViewport({ scale: CSS_PIXELS_PER_POINT });
      const wanted = zoom === 'fit' ? Math.min(2, frameWidth / paper.width) : zoom;
      const density = window.devicePixelRatio || 1;
      const bounded = Math.min(
        wanted * density,
        LARGEST_SIDE / paper.width,
        LARGEST_SIDE / paper.height,
      );
      const viewport = loaded.getViewport({ scale: CSS_PIXELS_PER_POINT * bounded });
      // A second canvas is drawn and then shown whole, so that turning pages does not flash.
      const sheet = window.document.createElement('canvas');
      sheet.width = Math.max(1, Math.floor(viewport.width));
      sheet.height = Math.max(1, Math.floor(viewport.height));
      const task = loaded.render({ canvas: sheet, viewport, annotationMode: 0 });
      const timer = setTimeout(() => task.cancel(), LONGEST_RENDER_MS);
      cancel = () => task.cancel();
      await task.promise.finally(() => clearTimeout(timer));
      if (isGone) return;
      target.width = sheet.width;
      target.height = sheet.height;
      target.style.inlineSize = `${Math.floor(paper.width * wanted)}px`;
      target.getContext('2d')?.drawImage(sheet, 0, 0);
      setZoomInForce(wanted);
      setFailed(false);
    };
    draw().catch(() => {
      if (!isGone) setFailed(true);
    });
    return () => {
      isGone = true;
      cancel();
    };
  }, [document, page, zoom, canvas, frameWidth]);
  return { zoomInForce, isFailed };
}
