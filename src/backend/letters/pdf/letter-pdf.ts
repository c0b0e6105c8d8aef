import { createHash } from 'node:crypto';
import type { LetterFont } from '../fonts/letter-font.ts';
import { number } from './content.ts';
import { EmbeddedFont } from './embedded-font.ts';
import type { LogoImage } from './logo-image.ts';
import { information, xmp, type DocumentFacts } from './metadata.ts';
import { PdfObjects, type CompressedData, type Reference } from './pdf-objects.ts';
import { Tag, writeTags } from './tags.ts';

const ID_DIGITS = 32;

export interface LetterPdfOptions extends DocumentFacts {
  /** Points. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly colourProfile: CompressedData;
}

/** An image that pages paint by name. */
export interface EmbeddedImage {
  readonly resourceName: string;
  /** Width over height. */
  readonly ratio: number;
}

/**
 * One PDF/A-1b under construction, tagged: fonts on demand, pages in order, nothing that depends on the
 * clock.
 */
export class LetterPdf {
  /** The letter as readers aloud go through it. */
  readonly tags = new Tag('Document');
  readonly #options: LetterPdfOptions;
  readonly #objects = new PdfObjects();
  readonly #fonts = new Map<LetterFont, EmbeddedFont>();
  readonly #images = new Map<string, Reference>();
  readonly #contents: string[] = [];

  constructor(options: LetterPdfOptions) {
    this.#options = options;
  }

  readonly embedded = (face: LetterFont): EmbeddedFont => {
    let font = this.#fonts.get(face);
    if (!font) {
      font = new EmbeddedFont(face, `F${this.#fonts.size + 1}`, this.#objects.reserve());
      this.#fonts.set(face, font);
    }
    return font;
  };

  embedImage({ entries, data, ratio }: LogoImage): EmbeddedImage {
    const resourceName = `Im${this.#images.size + 1}`;
    this.#images.set(
      resourceName,
      'jpeg' in data
        ? this.#objects.plainStream(`${entries}/Filter/DCTDecode`, data.jpeg)
        : this.#objects.stream(entries, data),
    );
    return { resourceName, ratio };
  }

  addPage(content: string): void {
    this.#contents.push(content);
  }

  /** The finished file; the same letter gives the same bytes on every machine. */
  finish(): Promise<Uint8Array> {
    const objects = this.#objects;
    const { colourProfile } = this.#options;
    const pages = this.#writePages();
    for (const font of this.#fonts.values()) font.embed(objects);
    const tags = writeTags(this.tags, objects, pages.kids);
    const profile = objects.stream('/N 3', colourProfile);
    const metadata = objects.plainStream('/Type/Metadata/Subtype/XML', xmp(this.#options));
    const root = objects.add(
      `<</Type/Catalog/Pages ${pages.tree}/Lang(ar-SA)/Metadata ${metadata}` +
        '/ViewerPreferences<</DisplayDocTitle true/Direction/R2L>>' +
        (tags === null ? '' : `/MarkInfo<</Marked true>>/StructTreeRoot ${tags}`) +
        '/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)' +
        `/Info(sRGB)/DestOutputProfile ${profile}>>]>>`,
    );
    return objects.write({ root, info: objects.add(information(this.#options)), id: this.#id() });
  }

  #writePages(): { tree: Reference; kids: Reference[] } {
    const objects = this.#objects;
    const { pageWidth, pageHeight } = this.#options;
    const tree = objects.reserve();
    const fonts = [...this.#fonts.values()]
      .map(({ resourceName, reference }) => `/${resourceName} ${reference}`)
      .join('');
    const images = [...this.#images].map(([name, image]) => `/${name} ${image}`).join('');
    const resources = objects.add(
      `<</Font<<${fonts}>>${images === '' ? '' : `/XObject<<${images}>>`}>>`,
    );
    const kids = this.#contents.map((content, index) =>
      objects.add(
        `<</Type/Page/Parent ${tree}/MediaBox[0 0 ${number(pageWidth)} ${number(pageHeight)}]` +
          `/Resources ${resources}/Contents ${objects.stream('', content)}/StructParents ${index}>>`,
      ),
    );
    objects.set(tree, `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`);
    return { tree, kids };
  }

  #id(): string {
    const { title, date } = this.#options;
    return (
      createHash('sha256')
        // The same codes of another letter may stand for other glyphs.
        .update(
          [
            title,
            date ?? '',
            ...this.#contents,
            ...[...this.#fonts.values()].map(({ key }) => key),
          ].join('\n'),
        )
        .digest('hex')
        .slice(0, ID_DIGITS)
    );
  }
}
