import { PDFArray, PDFDict, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { inOrder, type ActiveContent } from '../../../domain/documents/document-content.ts';
import { dictionariesOf, entriesOf, plainName } from './pdf-objects.ts';

/** ISO 32000-1 table 198 and 32000-2: what an action does, by its type. Going to a page of the file is none of these. */
const ACTIONS: ReadonlyMap<string, ActiveContent> = new Map([
  ['JavaScript', 'javaScript'],
  ['Launch', 'launch'],
  ['SubmitForm', 'submitForm'],
  ['ImportData', 'importData'],
  ['GoToR', 'otherFile'],
  ['GoToE', 'otherFile'],
  ['Rendition', 'richMedia'],
  ['Movie', 'richMedia'],
  ['Sound', 'richMedia'],
  ['GoTo3DView', 'richMedia'],
  ['RichMediaExecute', 'richMedia'],
]);

/** Table 169: annotations that play or carry something. */
const ANNOTATIONS: ReadonlyMap<string, ActiveContent> = new Map([
  ['FileAttachment', 'embeddedFile'],
  ['Sound', 'richMedia'],
  ['Movie', 'richMedia'],
  ['Screen', 'richMedia'],
  ['3D', 'richMedia'],
  ['RichMedia', 'richMedia'],
]);

/**
 * Names what acts or travels unseen in a file. Whatever stands in it counts, also where no page leads to it: a later
 * hand could.
 */
export function activeContentOf(context: PDFContext): ActiveContent[] {
  const found = new Set<ActiveContent>();
  for (const dict of dictionariesOf(context)) {
    for (const content of activeContentIn(dict)) found.add(content);
  }
  return inOrder(found);
}

/** What acts or travels in one dictionary itself. */
export function activeContentIn(dict: PDFDict): ActiveContent[] {
  return [...contentOf(entriesOf(dict))];
}

function* contentOf(entries: ReadonlyMap<string, PDFObject | undefined>): Generator<ActiveContent> {
  const action = ACTIONS.get(plainName(entries.get('S')) ?? '');
  if (action !== undefined) yield action;
  if (entries.has('Rect')) {
    const annotation = ANNOTATIONS.get(plainName(entries.get('Subtype')) ?? '');
    if (annotation !== undefined) yield annotation;
  }
  const isFile = entries.get('EF') instanceof PDFDict && (entries.has('F') || entries.has('UF'));
  if (isFile || plainName(entries.get('Type')) === 'EmbeddedFile') yield 'embeddedFile';
  const xfa = entries.get('XFA');
  const isForm = entries.has('Fields') || entries.has('DA') || entries.has('DR');
  if (isForm && (xfa instanceof PDFArray || xfa instanceof PDFStream)) yield 'xfa';
}
