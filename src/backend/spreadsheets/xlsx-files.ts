import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { SheetPathError, type Cell, type Sheet, type SheetFiles } from '../app/exports/ports.ts';
import { bodyRow, escaped, headRow, sheetEnd, sheetStart, STYLES, widthOf } from './sheet-xml.ts';

const NS = 'http://schemas.openxmlformats.org';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const TYPES = `${HEAD}<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;

const ROOT = `${HEAD}<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const PARTS = `${HEAD}<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${NS}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

/** XLSX files of one sheet, written row by row: memory does not grow with the list. */
export const xlsxFiles: SheetFiles = {
  maxRows: 1_048_575,
  async write(path, sheet) {
    const temporary = `${path}.${randomUUID()}.partial`;
    try {
      await writeArchive(temporary, sheet);
      await syncFile(temporary);
      await rename(temporary, path).catch(refusePath);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  },
};

async function writeArchive(file: string, sheet: Sheet): Promise<void> {
  const zip = new ZipFile();
  const output = createWriteStream(file, { flags: 'wx' });
  await new Promise<void>((resolve, reject) => {
    output.once('open', () => resolve()).once('error', reject);
  }).catch(refusePath);
  // NOTE: the archive does not hear of a fault in the rows, and would wait for their end.
  const rows = Readable.from(sheetText(sheet), { objectMode: false });
  rows.once('error', (error) => output.destroy(error));
  const add = (text: string, name: string): void => zip.addBuffer(Buffer.from(text), name);
  add(TYPES, '[Content_Types].xml');
  add(ROOT, '_rels/.rels');
  add(workbook(sheet.title), 'xl/workbook.xml');
  add(PARTS, 'xl/_rels/workbook.xml.rels');
  add(STYLES, 'xl/styles.xml');
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
  zip.end();
  await pipeline(zip.outputStream, output);
}

async function* sheetText(sheet: Sheet): AsyncGenerator<Buffer> {
  let row = 1;
  for await (const rows of sheet.rows) {
    const start = row === 1 ? startOf(sheet, rows) : '';
    const text = rows.map((cells) => bodyRow((row += 1), cells)).join('');
    yield Buffer.from(start + text);
  }
  const start = row === 1 ? startOf(sheet, []) : '';
  yield Buffer.from(start + sheetEnd(row, sheet.headers.length));
}

/** The widths follow the first rows: those to come are not known yet. */
function startOf({ rightToLeft, headers }: Sheet, rows: readonly (readonly Cell[])[]): string {
  const sample = rows.slice(0, 100);
  const widths = headers.map((header, index) =>
    widthOf(
      header,
      sample.map((cells) => cells[index] ?? null),
    ),
  );
  return sheetStart(rightToLeft, widths) + headRow(headers);
}

function workbook(title: string): string {
  const name = escaped(title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  return `${HEAD}<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A full disk stays one; whatever else the system says is about the place. */
function refusePath(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error;
  throw new SheetPathError(error);
}
