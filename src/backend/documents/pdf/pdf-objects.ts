import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Every dictionary of a file, also those of streams and those inside others, reachable from a page or not. */
export function* dictionariesOf(context: PDFContext): Generator<PDFDict> {
  const waiting: PDFObject[] = [];
  for (const [, object] of context.enumerateIndirectObjects()) {
    waiting.push(object);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const inside = next instanceof PDFStream ? next.dict : next;
      if (inside instanceof PDFDict) {
        yield inside;
        waiting.push(...inside.values());
      } else if (inside instanceof PDFArray) {
        waiting.push(...inside.asArray());
      }
    }
  }
}

/** A name as readers understand it: `/J#61vaScript` is `JavaScript`. Null for what is no name. */
export function plainName(object: PDFObject | undefined): string | null {
  if (!(object instanceof PDFName)) return null;
  return object
    .asString()
    .slice(1)
    .replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The entries of a dictionary by their plain names, references followed. */
export function entriesOf(dict: PDFDict): Map<string, PDFObject | undefined> {
  return new Map(
    dict.entries().map(([key, value]) => [plainName(key) ?? '', dict.context.lookup(value)]),
  );
}
