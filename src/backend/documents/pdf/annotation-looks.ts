import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import type { Matrix } from './matrix.ts';
import { plainName } from './pdf-objects.ts';

/** What an annotation or a form's field looks like, and where. */
export interface AnnotationLook {
  readonly stream: PDFRef | PDFStream;
  readonly matrix: Matrix;
}

/** ISO 32000-1 table 165: bits of what is not shown on a screen. */
const HIDDEN = 0x02 | 0x20;

/** The looks of a page's annotations, stamps and filled fields, so that they stay when the annotations go. */
export function annotationLooks(page: PDFPage): AnnotationLook[] {
  const annotations = page.node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return [];
  return annotations.asArray().flatMap((entry) => {
    const annotation = page.node.context.lookup(entry);
    const look = annotation instanceof PDFDict ? lookOf(annotation) : null;
    return look === null ? [] : [look];
  });
}

/** Draws the fields whose look the file leaves to its reader; what cannot be written in its font stays empty. */
export function drawFields(document: PDFDocument): void {
  if (!(document.catalog.lookup(PDFName.of('AcroForm')) instanceof PDFDict)) return;
  const form = document.getForm();
  for (const field of form.getFields()) {
    try {
      if (field.needsAppearancesUpdate()) field.defaultUpdateAppearances(form.getDefaultFont());
    } catch {
      continue;
    }
  }
}

function lookOf(annotation: PDFDict): AnnotationLook | null {
  const flags = annotation.lookup(PDFName.of('F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & HIDDEN) !== 0) return null;
  if (plainName(annotation.lookup(PDFName.of('Subtype'))) === 'Popup') return null;
  const found = normalLook(annotation);
  const rect = numbers(annotation.lookup(PDFName.of('Rect')), 4);
  if (found === null || rect === null) return null;
  const box = numbers(found.stream.dict.lookup(PDFName.of('BBox')), 4);
  if (box === null) return null;
  const own = numbers(found.stream.dict.lookup(PDFName.of('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0];
  const matrix = fit(transformed(box, own), bounds([rect.slice(0, 2), rect.slice(2)]));
  return matrix === null ? null : { stream: found.ref ?? found.stream, matrix };
}

/** The normal look; of a field with several states, the one it is in. */
function normalLook(annotation: PDFDict): { ref: PDFRef | null; stream: PDFStream } | null {
  const looks = annotation.lookup(PDFName.of('AP'));
  if (!(looks instanceof PDFDict)) return null;
  const states = looks.lookup(PDFName.of('N'));
  const state = annotation.lookup(PDFName.of('AS'));
  const [holder, key] =
    states instanceof PDFDict
      ? [states, state instanceof PDFName ? state : PDFName.of('Off')]
      : [looks, PDFName.of('N')];
  const entry = holder.get(key);
  const stream = holder.lookup(key);
  if (!(stream instanceof PDFStream)) return null;
  return { ref: entry instanceof PDFRef ? entry : null, stream };
}

function numbers(object: PDFObject | undefined, count: number): number[] | null {
  if (!(object instanceof PDFArray) || object.size() !== count) return null;
  const found = object.asArray().map((_, index) => object.lookup(index));
  const all = found.map((entry) => (entry instanceof PDFNumber ? entry.asNumber() : NaN));
  return all.every(Number.isFinite) ? all : null;
}

type Bounds = readonly [left: number, bottom: number, right: number, top: number];

function bounds(points: readonly (readonly number[])[]): Bounds {
  const xs = points.map(([x]) => x ?? 0);
  const ys = points.map(([, y]) => y ?? 0);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function transformed(box: readonly number[], matrix: readonly number[]): Bounds {
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as const;
  return bounds(corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]));
}

/** ISO 32000-1, 12.5.5: lays the look's own box over the annotation's rectangle. */
function fit(box: Bounds, rect: Bounds): Matrix | null {
  const width = box[2] - box[0];
  const height = box[3] - box[1];
  if (width <= 0 || height <= 0) return null;
  const across = (rect[2] - rect[0]) / width;
  const up = (rect[3] - rect[1]) / height;
  return [across, 0, 0, up, rect[0] - box[0] * across, rect[1] - box[1] * up];
}
