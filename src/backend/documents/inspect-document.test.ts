import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectDocument } from './inspect-document.ts';
import { inspectPdf } from './inspect-pdf.ts';

let pdf: Uint8Array;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-inspect-'));
  const document = await PDFDocument.create();
  for (let page = 0; page < 3; page += 1) document.addPage().drawText(`page ${page}`);
  pdf = await document.save({ useObjectStreams: false });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A PNG of a size that its header claims. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(16))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The segments of a JPEG around a frame of a size. */
function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const application = Buffer.from([0xff, 0xe0, 0, 4, 0x4a, 0x46]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    application,
    frame,
    Buffer.from([0, 1, 2, 0xff, 0xd9]),
  ]);
}

describe('a document', () => {
  it('that is a whole PDF is taken with its number of pages', async () => {
    expect(await inspectDocument(pdf)).toEqual({
      ok: true,
      value: { mime: 'application/pdf', pages: 3 },
    });
  });

  it('whose objects are packed is taken too', async () => {
    const packed = await (await PDFDocument.load(pdf)).save({ useObjectStreams: true });
    expect(await inspectDocument(packed)).toMatchObject({ ok: true, value: { pages: 3 } });
  });

  it('that is a picture is taken by its content', async () => {
    expect(await inspectDocument(png(20, 30))).toMatchObject({ value: { mime: 'image/png' } });
    expect(await inspectDocument(jpeg(20, 30))).toMatchObject({ value: { mime: 'image/jpeg' } });
  });

  it.each([
    ['empty', Buffer.alloc(0), 'DOCUMENT_EMPTY'],
    [
      'a Windows program named .pdf',
      Buffer.from(`MZ\u0090\0${' '.repeat(40)}%PDF-1.4`, 'latin1'),
      'DOCUMENT_TYPE',
    ],
    [
      'a Linux program named .pdf',
      Buffer.from('\u007fELF\u0002\u0001\u0001', 'latin1'),
      'DOCUMENT_TYPE',
    ],
    ['a page of the web', Buffer.from('<html><script>'), 'DOCUMENT_TYPE'],
    ['a PDF in name and first line only', Buffer.from('%PDF-1.7\nhello'), 'DOCUMENT_DAMAGED'],
    ['a picture cut in the middle', png(20, 30).subarray(0, 40), 'DOCUMENT_DAMAGED'],
    ['a photograph cut in the middle', jpeg(20, 30).subarray(0, 20), 'DOCUMENT_DAMAGED'],
    ['a small file that claims a huge picture', png(60_000, 60_000), 'DOCUMENT_TOO_COMPLEX'],
    ['a small file that claims a huge photograph', jpeg(60_000, 60_000), 'DOCUMENT_TOO_COMPLEX'],
  ])('that is %s is refused', async (_name, bytes, code) => {
    expect(await inspectDocument(bytes)).toMatchObject({ ok: false, error: { code } });
  });

  it('cut anywhere is never taken for a whole one', async () => {
    const whole = pdf.length - 2;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole - 1 }), async (length) => {
        expect(await inspectDocument(pdf.subarray(0, length))).toMatchObject({ ok: false });
      }),
      { numRuns: 40 },
    );
  });

  it.skipIf(spawnSync('qpdf', ['--version']).status !== 0)(
    'that is encrypted is refused as such (skipped without qpdf)',
    async () => {
      const plain = path.join(folder, 'plain.pdf');
      const locked = path.join(folder, 'locked.pdf');
      writeFileSync(plain, pdf);
      for (const packing of ['--object-streams=disable', '--object-streams=generate']) {
        spawnSync('qpdf', [packing, '--encrypt', 'user', 'owner', '256', '--', plain, locked]);
        expect(await inspectDocument(readFileSync(locked))).toMatchObject({
          error: { code: 'DOCUMENT_ENCRYPTED' },
        });
      }
    },
  );

  it('that keeps its reader busy too long is given up, and the thread with it', async () => {
    expect(
      await inspectPdf(pdf, { milliseconds: 0, heapMegabytes: 64, growthMegabytes: 1024 }),
    ).toEqual({ problem: 'DOCUMENT_TOO_COMPLEX' });
  });

  it('that unpacks to more than the memory allowed is given up', async () => {
    const bomb = await packedZeros(600);
    const inspection = await inspectPdf(bomb, {
      milliseconds: 20_000,
      heapMegabytes: 64,
      growthMegabytes: 200,
    });
    expect(inspection).toEqual({ problem: 'DOCUMENT_TOO_COMPLEX' });
  });
});

/** A PDF whose packed objects unpack to many megabytes of white space. */
async function packedZeros(megabytes: number): Promise<Uint8Array> {
  const packed = deflateSync(Buffer.alloc(megabytes * 2 ** 20, 0x20), { level: 9 });
  const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  const end = `\nendstream\nendobj\nstartxref\n9\n%%EOF\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from(end, 'latin1')]);
}
