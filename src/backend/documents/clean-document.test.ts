import { spawnSync } from 'node:child_process';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkStructure,
  extractPages,
  hasPdftotext,
  hasQpdf,
} from '../letters/testing/pdf-tools.ts';
import { cleanDocument } from './clean-document.ts';
import { EVIDENCE_LIMITS } from './evidence-limits.ts';
import { withoutJpegMetadata, jpegOrientation } from './jpeg-parts.ts';
import { inspectPdf } from './pdf/inspect-pdf.ts';
import * as evidence from './testing/evidence-files.ts';

const clean = async (bytes: Uint8Array) => (await cleanDocument(bytes, EVIDENCE_LIMITS)).bytes;

describe('the copy of a document that leaves the archive', () => {
  const hostile = [
    ['a script', evidence.documentScript],
    ['a script of a page', evidence.pageScript],
    ['a link that starts a program', evidence.launchLink],
    ['a button that sends its form', evidence.submittingForm],
    ['a link that fetches data', evidence.importDataLink],
    ['a link into another file', evidence.otherFileLink],
    ['a link to the web', evidence.webLink],
    ['a program attached', evidence.attachedFile],
    ['a form of XFA', evidence.xfaForm],
    ['a film', evidence.richMedia],
    ['a lock of its owner', () => evidence.encrypted('')],
  ] as const;

  it.each(hostile)('of one with %s shows its page and does nothing', async (_name, make) => {
    const copy = await clean(await make());
    expect(await inspectPdf(copy, EVIDENCE_LIMITS)).toEqual({ pages: 1, contents: [] });
    const raw = Buffer.from(await unpacked(copy)).toString('latin1');
    expect(raw).not.toMatch(
      /JavaScript|\/AA|\/Launch|\/URI|\/Annots|\/AcroForm|\/EmbeddedFile|\/Encrypt/,
    );
    if (hasQpdf) checkStructure(copy);
    if (hasPdftotext) expect(extractPages(copy).join('')).toContain('Statement of account');
  });

  it.skipIf(!hasPdftotext)('keeps what was written in fields and stamped on it', async () => {
    expect(extractPages(await clean(await evidence.filledForm())).join('')).toContain(
      'Written in a field',
    );
    expect(extractPages(await clean(await evidence.stampedStatement())).join('')).toContain(
      'APPROVED',
    );
  });

  it('is turned as its page asks', async () => {
    const copy = await PDFDocument.load(await clean(await evidence.turnedPage()));
    const page = copy.getPage(0);
    expect(page.getSize()).toEqual({ width: 300, height: 500 });
    expect(page.getRotation().angle).toBe(90);
  });

  it('is the same bytes whenever it is made', async () => {
    const bytes = await evidence.submittingForm();
    expect(await clean(bytes)).toEqual(await clean(bytes));
  });

  it.each([
    ['locked', () => evidence.encrypted('secret'), 'DOCUMENT_ENCRYPTED'],
    ['empty of pages', () => evidence.noPages(), 'DOCUMENT_DAMAGED'],
    ['a bomb', () => evidence.drawingBomb(400), 'DOCUMENT_TOO_COMPLEX'],
  ])('is not made of one that is %s', async (_name, make, code) => {
    await expect(cleanDocument(await make(), EVIDENCE_LIMITS)).rejects.toMatchObject({ code });
  });
});

describe('a picture', () => {
  /** The smallest JPEG of one dot, as every reader takes it. */
  const dot = Buffer.from(
    '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
    'base64',
  );
  const exif = (orientation: number): Buffer => {
    const body = Buffer.alloc(26);
    body.write('MM\0*', 0, 'latin1');
    body.writeUInt32BE(8, 4);
    body.writeUInt16BE(1, 8);
    body.writeUInt16BE(0x0112, 10);
    body.writeUInt16BE(3, 12);
    body.writeUInt32BE(1, 14);
    body.writeUInt16BE(orientation, 18);
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(2 + 6 + body.length, 2);
    return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), body]);
  };
  const turned = (orientation: number): Buffer =>
    Buffer.concat([dot.subarray(0, 2), exif(orientation), dot.subarray(2)]);

  it.each([1, 3, 6, 8])('held as EXIF says %i is read so, and told nothing else of', (value) => {
    expect(jpegOrientation(turned(value))).toBe(value);
    expect(Buffer.from(withoutJpegMetadata(turned(value)))).toEqual(dot);
  });

  it('goes upright on one sheet of A4', async () => {
    const made = await cleanDocument(turned(6), EVIDENCE_LIMITS);
    expect(made.pages).toBe(1);
    const page = (await PDFDocument.load(made.bytes)).getPage(0);
    expect(Math.round(page.getWidth())).toBe(595);
    if (hasQpdf) checkStructure(made.bytes);
  });

  it('that no reader can decode is damaged', async () => {
    await expect(
      cleanDocument(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9]), EVIDENCE_LIMITS),
    ).rejects.toBeInstanceOf(Error);
  });
});

let hasUnpacker = false;
beforeAll(() => {
  hasUnpacker = spawnSync('qpdf', ['--version']).status === 0;
});

/** The file with every object in the clear, where qpdf is there to do it. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (!hasUnpacker) return bytes;
  const { stdout } = spawnSync('qpdf', ['--qdf', '--object-streams=disable', '-', '-'], {
    input: bytes,
    maxBuffer: 1 << 28,
  });
  return stdout.length > 0 ? stdout : bytes;
}
