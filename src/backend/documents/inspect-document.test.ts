import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentDesk } from './document-desk.ts';
import { EVIDENCE_LIMITS, type EvidenceLimits } from './evidence-limits.ts';
import { createInspectDocument } from './inspect-document.ts';
import type { StartDocumentProcess } from './process/document-jobs.ts';
import { forkDocumentProcess } from './process/fork-document-process.ts';
import * as evidence from './testing/evidence-files.ts';

const desk = new DocumentDesk(forkDocumentProcess, EVIDENCE_LIMITS);
const inspectDocument = createInspectDocument(desk);
let pdf: Uint8Array;

beforeAll(async () => {
  pdf = await evidence.statement();
});
afterAll(() => {
  desk.close();
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
    expect(await inspectDocument(await evidence.pagesOf(3))).toEqual({
      ok: true,
      value: { mime: 'application/pdf', pages: 3, contents: [] },
    });
  });

  it('that is a picture is taken by its content', async () => {
    expect(await inspectDocument(png(20, 30))).toMatchObject({ value: { mime: 'image/png' } });
    expect(await inspectDocument(jpeg(20, 30))).toMatchObject({ value: { mime: 'image/jpeg' } });
  });

  it.each([
    ['a script of the document', evidence.documentScript, ['javaScript']],
    ['a script of a page, its name spelled in disguise', evidence.pageScript, ['javaScript']],
    ['a link that starts a program', evidence.launchLink, ['launch']],
    ['a button that sends its form', evidence.submittingForm, ['submitForm']],
    ['a link that fetches data', evidence.importDataLink, ['importData']],
    ['a link into another file', evidence.otherFileLink, ['otherFile']],
    ['a program attached', evidence.attachedFile, ['embeddedFile']],
    ['a form of XFA', evidence.xfaForm, ['xfa']],
    ['a film', evidence.richMedia, ['richMedia']],
    ['a link to the web, which only leads somewhere', evidence.webLink, []],
    ['a filled form', evidence.filledForm, []],
    ['a stamp', evidence.stampedStatement, []],
    ['a page turned on its side', evidence.turnedPage, []],
    ['the wish of its owner that nobody change it', () => evidence.encrypted(''), []],
    ['a page far down its tree', () => Promise.resolve(evidence.deepPages(40)), []],
  ])('with %s is taken, and what it holds is named', async (_name, make, contents) => {
    expect(await inspectDocument(await make())).toEqual({
      ok: true,
      value: { mime: 'application/pdf', pages: 1, contents },
    });
  });

  it.each([
    ['empty', () => Buffer.alloc(0), 'DOCUMENT_EMPTY'],
    [
      'a Windows program named .pdf',
      () => Buffer.from(`MZ\u0090\0${' '.repeat(40)}%PDF-1.4`, 'latin1'),
      'DOCUMENT_TYPE',
    ],
    [
      'a Linux program named .pdf',
      () => Buffer.from('\u007fELF\u0002\u0001\u0001', 'latin1'),
      'DOCUMENT_TYPE',
    ],
    ['a page of the web', () => Buffer.from('<html><script>'), 'DOCUMENT_TYPE'],
    ['a PDF in name and first line only', () => Buffer.from('%PDF-1.7\nhello'), 'DOCUMENT_DAMAGED'],
    ['a picture cut in the middle', () => png(20, 30).subarray(0, 40), 'DOCUMENT_DAMAGED'],
    ['a photograph cut in the middle', () => jpeg(20, 30).subarray(0, 20), 'DOCUMENT_DAMAGED'],
    ['a small file that claims a huge picture', () => png(60_000, 60_000), 'DOCUMENT_TOO_COMPLEX'],
    [
      'a small file that claims a huge photograph',
      () => jpeg(60_000, 60_000),
      'DOCUMENT_TOO_COMPLEX',
    ],
    ['locked by a password', () => evidence.encrypted('secret'), 'DOCUMENT_ENCRYPTED'],
    ['cut', () => evidence.truncated(pdf), 'DOCUMENT_DAMAGED'],
    ['garbled between head and end', () => evidence.garbled(pdf), 'DOCUMENT_DAMAGED'],
    ['without the pages that it counts', () => evidence.noPages(), 'DOCUMENT_DAMAGED'],
    ['without end in its page tree', () => evidence.loopingPages(), 'DOCUMENT_TOO_COMPLEX'],
    ['a tower of page trees', () => evidence.deepPages(30_000), 'DOCUMENT_TOO_COMPLEX'],
    ['a tower of brackets', () => evidence.deepBrackets(50_000), 'DOCUMENT_DAMAGED'],
    ['a page that unpacks to 400 MB', () => evidence.drawingBomb(400), 'DOCUMENT_TOO_COMPLEX'],
    ['a page folded twice', () => evidence.foldedBomb(400), 'DOCUMENT_TOO_COMPLEX'],
    ['objects that unpack to 900 MB', () => evidence.objectBomb(900), 'DOCUMENT_TOO_COMPLEX'],
    ['a huge picture on a page', () => evidence.pictureBomb(), 'DOCUMENT_TOO_COMPLEX'],
    ['of more pages than anybody reads', () => evidence.pagesOf(1001), 'DOCUMENT_TOO_COMPLEX'],
  ])('that is %s is refused, and the next one is taken', async (_name, make, code) => {
    expect(await inspectDocument(await make())).toMatchObject({ ok: false, error: { code } });
    expect(await inspectDocument(pdf)).toMatchObject({ ok: true });
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
});

describe('the process that reads documents', () => {
  /** A desk of its own whose processes are counted. */
  function counted(limits: Partial<EvidenceLimits>) {
    let started = 0;
    const start: StartDocumentProcess = (...args) => {
      started += 1;
      return forkDocumentProcess(...args);
    };
    const own = new DocumentDesk(start, { ...EVIDENCE_LIMITS, ...limits });
    return { own, started: () => started };
  }

  it('is ended when a document takes too long, and another one reads the next', async () => {
    const { own, started } = counted({ milliseconds: 400 });
    const inspect = createInspectDocument(own);
    const since = performance.now();
    expect(await inspect(await evidence.foldedBomb(400))).toMatchObject({
      error: { code: 'DOCUMENT_TOO_COMPLEX' },
    });
    expect(performance.now() - since).toBeLessThan(15_000);
    expect(started()).toBe(1);
    expect(await own.run('inspect', evidence.noPages())).toMatchObject({ ok: false });
    expect(started()).toBe(2);
    own.close();
  });

  it('ends itself beyond its memory', async () => {
    const { own } = counted({ memoryMegabytes: 300, milliseconds: 60_000 });
    const bomb = evidence.objectBomb(900);
    const before = process.memoryUsage.rss();
    expect(await own.run('inspect', bomb)).toMatchObject({
      error: { code: 'DOCUMENT_TOO_COMPLEX' },
    });
    // What it took, it took from itself.
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 2 ** 20);
    own.close();
  });

  it('is kept for the next document of a series', async () => {
    const { own, started } = counted({});
    for (let index = 0; index < 5; index += 1) await own.run('inspect', pdf);
    expect(started()).toBe(1);
    own.close();
  });

  it('is ended when the officer stops, and the next document is not stopped with it', async () => {
    const { own } = counted({});
    const abort = new AbortController();
    const stopped = own.run('inspect', evidence.objectBomb(900), { signal: abort.signal });
    const next = own.run('inspect', pdf);
    setTimeout(() => abort.abort(), 900);
    await expect(stopped).rejects.toThrow('cancelled');
    expect(await next).toMatchObject({ ok: true });
    own.close();
  });

  it('leaves its owner free for others all the while', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const bomb = evidence.objectBomb(300);
    await desk.run('inspect', pdf);
    delay.enable();
    await inspectDocument(bomb);
    delay.disable();
    expect(delay.percentile(99) / 1e6).toBeLessThan(100);
  });

  it('that cannot be started is nobody’s document’s fault', async () => {
    const lost = new DocumentDesk((_, { onEnd }) => {
      setImmediate(onEnd);
      return { post: () => undefined, kill: () => undefined };
    }, EVIDENCE_LIMITS);
    await expect(lost.run('inspect', pdf)).rejects.toThrow('did not start');
  });
});
