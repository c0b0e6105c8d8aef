import './print-pages.css';
import { openPdf } from './ui/pdf-document.ts';

const DOTS_PER_POINT = 300 / 72;

/**
 * The page of a hidden window that is printed. The shell calls this with the bytes and prints when it has answered.
 *
 * @param document The PDF's bytes, in base 64
 * @returns how many pages stand ready
 * @throws what pdf.js throws for bytes that are no PDF
 */
async function drawPages(document: string): Promise<number> {
  const bytes = Uint8Array.from(atob(document), (character) => character.charCodeAt(0));
  const opened = await openPdf(bytes);
  const pages = opened.document.numPages;
  for (let number = 1; number <= pages; number += 1) {
    const page = await opened.document.getPage(number);
    const viewport = page.getViewport({ scale: DOTS_PER_POINT });
    const canvas = window.document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport, intent: 'print', annotationMode: 0 }).promise;
    const drawn = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    canvas.width = 0;
    if (drawn === null) throw new Error('A page was not drawn');
    const image = new Image();
    image.src = URL.createObjectURL(drawn);
    await image.decode();
    window.document.body.append(image);
  }
  opened.close();
  return pages;
}

Object.assign(window, { drawPages });
