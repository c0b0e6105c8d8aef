import { deflateSync } from 'node:zlib';
import {
  degrees,
  PDFDocument,
  PDFName,
  PDFString,
  StandardFonts,
  type PDFPage,
} from '@cantoo/pdf-lib';

/** Files as strangers bring them, good and bad, each made anew. */

const plainly = { useObjectStreams: false } as const;

async function onePage(
  change: (document: PDFDocument, page: PDFPage) => Promise<void> | void = () => undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 300]);
  page.drawText('Statement of account');
  await change(document, page);
  return document.save(plainly);
}

/** An action behind a link over the whole page. */
function withLink(action: Record<string, string | PDFString>): Promise<Uint8Array> {
  return onePage(({ context }, page) => {
    const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 300, 300], A: action });
    page.node.set(PDFName.of('Annots'), context.obj([context.register(link)]));
  });
}

export const statement = (): Promise<Uint8Array> => onePage();

export async function pagesOf(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 1; page <= count; page += 1)
    document.addPage([200, 200]).drawText(`page ${page}`);
  return document.save();
}

export const documentScript = (): Promise<Uint8Array> =>
  onePage((document) => {
    document.addJavaScript('greeting', 'app.alert(1)');
  });

/** The name of the action is spelled with an escape, as somebody would who hides it. */
export const pageScript = (): Promise<Uint8Array> =>
  onePage(async ({ context }, page) => {
    const action = context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(3)//') });
    page.node.set(PDFName.of('AA'), context.obj({ O: action }));
  }).then((bytes) =>
    // Two bytes longer here, two shorter there: nothing else moves.
    Buffer.from(
      Buffer.from(bytes)
        .toString('latin1')
        .replace('/JavaScript', '/JavaScrip#74')
        .replace('//)', ')'),
      'latin1',
    ),
  );

export const launchLink = (): Promise<Uint8Array> =>
  withLink({ S: 'Launch', F: PDFString.of('calc.exe') });
export const webLink = (): Promise<Uint8Array> =>
  withLink({ S: 'URI', URI: PDFString.of('https://example.test/') });
export const importDataLink = (): Promise<Uint8Array> =>
  withLink({ S: 'ImportData', F: PDFString.of('data.fdf') });
export const otherFileLink = (): Promise<Uint8Array> =>
  withLink({ S: 'GoToR', F: PDFString.of('other.pdf') });

export const submittingForm = (): Promise<Uint8Array> =>
  onePage((document, page) => {
    const button = document.getForm().createButton('send');
    button.addToPage('Send', page, { x: 20, y: 20, width: 80, height: 24 });
    const [widget] = button.acroField.getWidgets();
    const action = { S: 'SubmitForm', F: PDFString.of('https://example.test/in') };
    widget?.dict.set(PDFName.of('A'), document.context.obj(action));
  });

export const filledForm = (): Promise<Uint8Array> =>
  onePage((document, page) => {
    const field = document.getForm().createTextField('name');
    field.setText('Written in a field');
    field.addToPage(page, { x: 50, y: 100, width: 200, height: 24 });
  });

export const attachedFile = (): Promise<Uint8Array> =>
  onePage(async (document) => {
    await document.attach(Buffer.from('a program'), 'setup.exe', {
      mimeType: 'application/x-msdownload',
    });
  });

export const xfaForm = (): Promise<Uint8Array> =>
  onePage(({ catalog, context }) => {
    const template = context.register(context.stream('<xdp:xdp/>'));
    catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [], XFA: template }));
  });

export const richMedia = (): Promise<Uint8Array> =>
  onePage(({ context }, page) => {
    const media = context.obj({
      Type: 'Annot',
      Subtype: 'RichMedia',
      Rect: [0, 0, 100, 100],
      RichMediaContent: {},
    });
    page.node.set(PDFName.of('Annots'), context.obj([context.register(media)]));
  });

/** A stamp: an annotation with a look, as a bank's officer puts one on a statement. */
export const stampedStatement = (): Promise<Uint8Array> =>
  onePage(async (document, page) => {
    const { context } = document;
    const font = await document.embedFont(StandardFonts.Helvetica);
    const look = context.flateStream('BT /F1 12 Tf 5 10 Td (APPROVED) Tj ET', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 30],
      Resources: { Font: { F1: font.ref } },
    });
    const stamp = context.obj({
      Type: 'Annot',
      Subtype: 'Stamp',
      Rect: [100, 200, 200, 230],
      AP: { N: context.register(look) },
    });
    page.node.set(PDFName.of('Annots'), context.obj([context.register(stamp)]));
  });

export const turnedPage = (): Promise<Uint8Array> =>
  onePage((_, page) => {
    page.setSize(300, 500);
    page.setRotation(degrees(90));
  });

/** @param userPassword '' for a file that anybody reads and only its owner changes */
export const encrypted = (userPassword: string): Promise<Uint8Array> =>
  onePage((document) => {
    document.encrypt({
      userPassword,
      ownerPassword: 'owner',
      permissions: { printing: false },
    });
  });

/** A page whose drawing unpacks to so many megabytes of white space. */
export const drawingBomb = (megabytes: number): Promise<Uint8Array> =>
  onePage(({ context }, page) => {
    const packed = packedSpaces(megabytes);
    const drawing = context.register(context.stream(packed, { Filter: 'FlateDecode' }));
    page.node.set(PDFName.of('Contents'), drawing);
  });

/** The same behind two filters, the second of which unpacks again. */
export const foldedBomb = (megabytes: number): Promise<Uint8Array> =>
  onePage(({ context }, page) => {
    const folded = deflateSync(packedSpaces(megabytes), { level: 9 });
    const filters = { Filter: ['FlateDecode', 'FlateDecode'] };
    page.node.set(PDFName.of('Contents'), context.register(context.stream(folded, filters)));
  });

/** Packed objects that unpack to so many megabytes: a reader meets them before any page. */
export function objectBomb(megabytes: number): Uint8Array {
  const packed = packedSpaces(megabytes);
  const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  const end = `\nendstream\nendobj\nstartxref\n9\n%%EOF\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from(end, 'latin1')]);
}

/** A picture inside a page that claims more dots than a machine can hold. */
export const pictureBomb = (): Promise<Uint8Array> =>
  onePage(({ context }, page) => {
    const picture = context.stream(deflateSync(Buffer.alloc(64)), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 60_000,
      Height: 60_000,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
    });
    page.node.setXObject(PDFName.of('Im'), context.register(picture));
  });

/** Its page tree holds itself. */
export const loopingPages = (): Uint8Array =>
  written([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
  ]);

/** Its only page stands so many branches down. */
export function deepPages(depth: number): Uint8Array {
  const branches = Array.from({ length: depth }, (_, index) => {
    const parent = index === 0 ? '' : `/Parent ${index + 1} 0 R`;
    return `<</Type/Pages${parent}/Kids[${index + 3} 0 R]/Count 1>>`;
  });
  return written([
    '<</Type/Catalog/Pages 2 0 R>>',
    ...branches,
    `<</Type/Page/Parent ${depth + 1} 0 R/MediaBox[0 0 200 200]>>`,
  ]);
}

/** Brackets in brackets, as no program writes them. */
export const deepBrackets = (depth: number): Uint8Array =>
  written([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/X ${'['.repeat(depth)}${']'.repeat(depth)}>>`,
  ]);

/** Says that it has pages and has none. */
export const noPages = (): Uint8Array =>
  written(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 3>>']);

export function truncated(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * 0.7));
}

/** A good head and a good end, and nothing between them that anybody could read. */
export function garbled(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const from = Math.floor(copy.length * 0.05);
  const end = Buffer.from(bytes).lastIndexOf('xref\n', copy.length - 40) - 20;
  for (let at = from; at < end; at += 1) copy[at] = (at * 2_654_435_761) % 251;
  return copy;
}

function packedSpaces(megabytes: number): Buffer {
  return deflateSync(Buffer.alloc(megabytes * 2 ** 20, 0x20), { level: 9 });
}

/** Objects 1, 2, 3… with a cross-reference to each. */
function written(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const size = objects.length + 1;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + end, 'latin1');
}
