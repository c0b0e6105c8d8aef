import {
  PDFHexString,
  PDFName,
  type PDFDict,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib';

export interface Bookmark {
  readonly title: string;
  readonly page: PDFRef;
  readonly children: readonly Bookmark[];
}

/** Writes bookmarks, opened beside the pages. Titles are UTF-16, as ISO 32000-1 7.9.2.2 asks for Arabic. */
export function addBookmarks(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { catalog, context } = document;
  const root = context.obj({ Type: 'Outlines' });
  const ref = context.register(root);
  fill(document, root, ref, bookmarks);
  catalog.set(PDFName.of('Outlines'), ref);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** @returns How many bookmarks are in sight below the parent. */
function fill(
  document: PDFDocument,
  parent: PDFDict,
  parentRef: PDFRef,
  bookmarks: readonly Bookmark[],
): number {
  const { context } = document;
  const items = bookmarks.map(({ title, page, children }) => {
    const dict = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: parentRef,
      Dest: [page, PDFName.of('Fit')],
    });
    return { dict, ref: context.register(dict), children };
  });
  let inSight = items.length;
  items.forEach(({ dict, ref, children }, index) => {
    const before = items[index - 1];
    const after = items[index + 1];
    if (before) dict.set(PDFName.of('Prev'), before.ref);
    if (after) dict.set(PDFName.of('Next'), after.ref);
    inSight += fill(document, dict, ref, children);
  });
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return 0;
  parent.set(PDFName.of('First'), first.ref);
  parent.set(PDFName.of('Last'), last.ref);
  parent.set(PDFName.of('Count'), context.obj(inSight));
  return inSight;
}
