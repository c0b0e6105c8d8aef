import { createHash } from 'node:crypto';
import type { PDFRef } from 'pdf-lib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import type { LetterLogo } from '../../../domain/letters/letter-model.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { LetterFont } from '../fonts/letter-font.ts';
import { EmbeddedFont } from './embedded-font.ts';

const PRODUCER = 'Insaf';

export interface DocumentFacts {
  readonly title: string;
  readonly date: IsoDate | null;
  readonly pageWidth: number;
  readonly pageHeight: number;
}

/** An image that pages paint by name. */
export interface EmbeddedImage {
  readonly resourceName: string;
  /** Width over height. */
  readonly ratio: number;
}

/** One PDF under construction: fonts on demand, pages in order, nothing that depends on the clock. */
export class LetterPdf {
  readonly #document: PDFDocument;
  readonly #facts: DocumentFacts;
  readonly #fonts = new Map<LetterFont, EmbeddedFont>();
  readonly #images = new Map<string, PDFRef>();
  readonly #contents: string[] = [];

  private constructor(document: PDFDocument, facts: DocumentFacts) {
    this.#document = document;
    this.#facts = facts;
  }

  static async create(facts: DocumentFacts): Promise<LetterPdf> {
    return new LetterPdf(await PDFDocument.create({ updateMetadata: false }), facts);
  }

  readonly embedded = (face: LetterFont): EmbeddedFont => {
    let font = this.#fonts.get(face);
    if (!font) {
      font = new EmbeddedFont(this.#document.context, face, `F${this.#fonts.size + 1}`);
      this.#fonts.set(face, font);
    }
    return font;
  };

  /** Rejects when the bytes are no image of that format. */
  async embedImage({ format, base64 }: LetterLogo): Promise<EmbeddedImage> {
    const image =
      format === 'png'
        ? await this.#document.embedPng(base64)
        : await this.#document.embedJpg(base64);
    const resourceName = `Im${this.#images.size + 1}`;
    this.#images.set(resourceName, image.ref);
    return { resourceName, ratio: image.width / image.height };
  }

  addPage(content: string): void {
    this.#contents.push(content);
  }

  /** The finished file; the same letter gives the same bytes on every machine. */
  async finish(): Promise<Uint8Array> {
    const { context } = this.#document;
    const { pageWidth, pageHeight } = this.#facts;
    for (const content of this.#contents) {
      const page = this.#document.addPage([pageWidth, pageHeight]);
      for (const font of this.#fonts.values()) {
        page.node.setFontDictionary(PDFName.of(font.resourceName), font.ref);
      }
      for (const [name, ref] of this.#images) page.node.setXObject(PDFName.of(name), ref);
      page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
    }
    for (const font of this.#fonts.values()) font.embed();
    this.#describe();
    return this.#document.save({ addDefaultPage: false, updateFieldAppearances: false });
  }

  #describe(): void {
    const { title, date } = this.#facts;
    const { catalog, context } = this.#document;
    this.#document.setTitle(title);
    this.#document.setProducer(PRODUCER);
    this.#document.setCreator(PRODUCER);
    if (date !== null) {
      const day = new Date(`${date}T00:00:00Z`);
      this.#document.setCreationDate(day);
      this.#document.setModificationDate(day);
    }
    catalog.set(PDFName.of('Lang'), PDFString.of('ar-SA'));
    catalog.set(
      PDFName.of('ViewerPreferences'),
      context.obj({ DisplayDocTitle: true, Direction: 'R2L' }),
    );
    const digest = createHash('sha256')
      .update([title, date ?? '', ...this.#contents].join('\n'))
      .digest('hex');
    const id = PDFHexString.of(digest.slice(0, 32));
    context.trailerInfo.ID = context.obj([id, id]);
  }
}
