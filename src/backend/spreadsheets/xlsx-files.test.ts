import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import readExcelFile, { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { halalas } from '../../domain/shared/halalas.ts';
import { isoDate, type IsoInstant } from '../../domain/shared/iso-date.ts';
import { SheetPathError, type Cell } from '../app/exports/ports.ts';
import { xlsxFiles } from './xlsx-files.ts';
import { sheetStart } from './sheet-xml.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-xlsx-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* portions(
  rows: readonly (readonly Cell[])[],
  size = 2,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (let start = 0; start < rows.length; start += size) {
    yield await Promise.resolve(rows.slice(start, start + size));
  }
}

async function write(
  rows: readonly (readonly Cell[])[],
  headers: readonly string[],
): Promise<string> {
  const file = path.join(folder, 'list.xlsx');
  await xlsxFiles.write(file, {
    title: 'المدفوعات: نوفمبر/2026',
    rightToLeft: true,
    headers,
    rows: portions(rows),
  });
  return file;
}

const text = (value: string): Cell => ({ kind: 'text', text: value });

describe('a list written as a spreadsheet', () => {
  it('is read back by another reader with its numbers, dates and words', async () => {
    const file = await write(
      [
        [
          text('عبدالله بن أحمد'),
          { kind: 'money', amount: halalas(132_005) },
          { kind: 'date', date: isoDate('2026-11-02') },
          { kind: 'instant', at: '2026-11-02T21:30:00.000Z' as IsoInstant },
          { kind: 'count', value: 12_480 },
          { kind: 'share', value: 0.125 },
        ],
        [null, { kind: 'money', amount: halalas(-15) }, null, null, null, null],
        [text('0012'), null, null, null, null, null],
      ],
      ['المستفيد', 'المبلغ', 'اليوم', 'الوقت', 'العدد', 'النسبة'],
    );
    expect(await readSheet(file)).toEqual([
      ['المستفيد', 'المبلغ', 'اليوم', 'الوقت', 'العدد', 'النسبة'],
      [
        'عبدالله بن أحمد',
        1320.05,
        new Date('2026-11-02T00:00:00.000Z'),
        // The wall clock of Riyadh: past midnight there.
        new Date('2026-11-03T00:30:00.000Z'),
        12_480,
        0.125,
      ],
      [null, -0.15, null, null, null, null],
      ['0012', null, null, null, null, null],
    ]);
    const [sheet] = await readExcelFile(file);
    expect(sheet?.sheet).toBe('المدفوعات  نوفمبر 2026');
  });

  it('runs from the right where it is Arabic', () => {
    expect(sheetStart(true, [10])).toContain('rightToLeft="1"');
    expect(sheetStart(false, [10])).not.toContain('rightToLeft');
  });

  it('keeps as text what begins like a formula', async () => {
    const hostile = ['=1+1', '+966', '-15', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1'];
    const file = await write(
      hostile.map((value) => [text(value)]),
      ['نص'],
    );
    const rows = await readSheet(file, { trim: false });
    expect(rows.slice(1).map(([value]) => value)).toEqual(hostile);
  });

  it('holds any text, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 5 }),
        async (values) => {
          const file = await write(
            values.map((value) => [text(`«${value}»`)]),
            ['نص'],
          );
          const rows = await readSheet(file, { trim: false });
          const storable = (value: string): string =>
            value
              .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
              .toWellFormed()
              .replace(/\r\n?/g, '\n');
          expect(rows.slice(1).map(([value]) => String(value).replace(/\r\n?/g, '\n'))).toEqual(
            values.map((value) => `«${storable(value)}»`),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is whole with its head where the list is empty', async () => {
    expect(await readSheet(await write([], ['أ', 'ب']))).toEqual([['أ', 'ب']]);
  });

  it('leaves the file that was there, and nothing beside it, when it is stopped', async () => {
    const file = path.join(folder, 'list.xlsx');
    writeFileSync(file, 'before');
    async function* stopped(): AsyncGenerator<readonly (readonly Cell[])[]> {
      yield await Promise.resolve([[text('أول')]]);
      throw new Error('stopped');
    }
    await expect(
      xlsxFiles.write(file, { title: 'أ', rightToLeft: true, headers: ['أ'], rows: stopped() }),
    ).rejects.toThrow('stopped');
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['list.xlsx']);
  });

  it('says where it cannot be written', async () => {
    const file = path.join(folder, 'missing', 'list.xlsx');
    await expect(
      xlsxFiles.write(file, { title: 'أ', rightToLeft: true, headers: ['أ'], rows: portions([]) }),
    ).rejects.toBeInstanceOf(SheetPathError);
  });

  it('has every row of a long list', async () => {
    const rows = 40_000;
    async function* many(): AsyncGenerator<readonly (readonly Cell[])[]> {
      for (let start = 0; start < rows; start += 1000) {
        yield await Promise.resolve(
          Array.from({ length: 1000 }, (_, place) => [
            text(`SSB202611R${String(start + place).padStart(7, '0')}`),
            { kind: 'money' as const, amount: halalas(132_000) },
          ]),
        );
      }
    }
    const file = path.join(folder, 'many.xlsx');
    await xlsxFiles.write(file, {
      title: 'كثير',
      rightToLeft: true,
      headers: ['المرجع', 'المبلغ'],
      rows: many(),
    });
    const read = await readSheet(file);
    expect(read).toHaveLength(rows + 1);
    expect(read.at(-1)).toEqual(['SSB202611R0039999', 1320]);
  });
});
