import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import { RecordStager } from '../../../domain/reconciliation/stage-records.ts';
import { type TableMapping } from '../../../domain/reconciliation/table-mapping.ts';
import { headerKey } from '../../../domain/tables/table-layout.ts';
import { halalas, halalasToDecimal } from '../../../domain/shared/halalas.ts';
import { readRawLine } from '../read-raw-line.ts';
import { sniffBankFile } from '../sniff-bank-file.ts';
import type { TextEncoding } from '../source/text-encoding.ts';
import { encodeText } from '../testing/encode-text.ts';
import { sampleWorkbook, type SampleCell } from '../testing/sample-workbook.ts';
import { inspectTableFile, readWorkbookRow } from './inspect-table-file.ts';
import { readMappedTable } from './read-mapped-table.ts';

const TITLES = ['المرجع', 'المبلغ', 'الحالة', 'السبب', 'الاسم', 'التاريخ'];
const MAPPING: TableMapping = {
  meaning: 'answers',
  encoding: null,
  sheet: null,
  headerRow: 1,
  columns: { endToEndId: 0, amount: 1, status: 2, reasonText: 3, name: 4, bookedOn: 5 },
  decimalSign: '.',
  thousandsSign: ',',
  dateOrder: 'dmy',
  statusWords: [
    { word: 'مدفوع', reported: 'settled' },
    { word: 'مرفوض', reported: 'rejected' },
    { word: 'مرتجع', reported: 'returned' },
    { word: 'رسوم', reported: 'noted' },
  ],
  everyRow: null,
  directionWords: [],
  reasonWords: [{ word: 'الحساب مغلق', list: 'status', code: 'AC04' }],
};

async function read(
  bytes: Uint8Array,
  mapping: TableMapping = MAPPING,
  titles: readonly string[] = TITLES,
  encoding?: TextEncoding,
): Promise<BankRecord[]> {
  const sniffed = await sniffBankFile(bytes);
  const records: BankRecord[] = [];
  const table = { mapping, header: headerKey(titles), bankCode: '80' };
  const known = encoding === undefined ? sniffed : { ...sniffed, encoding };
  for await (const batch of readMappedTable(bytes, known, table, 100)) records.push(...batch);
  return records;
}

const csv = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

function staged(records: readonly BankRecord[]) {
  const stager = new RecordStager();
  return [...records.flatMap((record) => stager.add(record)), ...stager.end()];
}

const warnings = (records: readonly BankRecord[]) =>
  records.flatMap((record) => (record.type === 'warning' ? [[record.code, record.line]] : []));

describe('a bank’s table', () => {
  it('says what its rows say, in the words of the mapping', async () => {
    const records = await read(
      utf8(
        csv(
          TITLES,
          ['SSB1', '1,320.00', 'مدفوع', 'تم', 'سعد', '15/11/2026'],
          ['SSB2', '660', 'مرفوض', 'الحساب مغلق', 'نورة', '15/11/2026'],
          ['SSB3', '660.00', 'مرفوض', 'خطأ داخلي', 'هدى', '15/11/2026'],
          ['SSB4', '660.00', 'مرتجع', 'الحساب مغلق', 'سارة', '15/11/2026'],
          ['SSB5', '660.00', 'قيد الدراسة', '', 'خالد', '15/11/2026'],
          ['SSB6', '6,60.00', 'مدفوع', '', 'خالد', '31/11/2026'],
          ['', '4,560.00', '', '', 'المجموع', ''],
        ),
      ),
    );
    expect(staged(records)).toMatchObject([
      { endToEndId: 'SSB1', amount: 132_000, reported: 'settled', reasonCode: null, name: 'سعد' },
      { endToEndId: 'SSB2', reported: 'rejected', reasonList: 'status', reasonCode: 'AC04' },
      { endToEndId: 'SSB3', reported: 'rejected', reasonList: 'bank:80', reasonCode: 'خطأ داخلي' },
      { endToEndId: 'SSB4', reported: 'returned', reasonCode: 'AC04', bookedOn: '2026-11-15' },
      { endToEndId: 'SSB5', reported: 'unclear', isoStatus: 'قيد الدراسة' },
      { endToEndId: 'SSB6', amount: null, amountText: '?' },
    ]);
    expect(warnings(records)).toEqual([
      ['STATUS_UNKNOWN', 6],
      ['AMOUNT_UNREADABLE', 7],
      ['DATE_IMPOSSIBLE', 7],
      ['SUM_DIFFERS', 8],
    ]);
  });

  it('is entries of our account where the mapping says so, by sign, by word or by column', async () => {
    const entries: TableMapping = { ...MAPPING, meaning: 'entries' };
    const cases: readonly (readonly [TableMapping, string[], string[][]])[] = [
      [
        { ...entries, columns: { endToEndId: 0, amount: 1 } },
        ['ref', 'amount'],
        [
          ['SSB1', '-1,320.00'],
          ['SSB2', '660.00'],
        ],
      ],
      [
        {
          ...entries,
          columns: { endToEndId: 0, amount: 1, direction: 2 },
          directionWords: [
            { word: 'مدين', direction: 'debit' },
            { word: 'دائن', direction: 'credit' },
          ],
        },
        ['ref', 'amount', 'd/c'],
        [
          ['SSB1', '1,320.00', 'مدين'],
          ['SSB2', '660.00', 'دائن'],
        ],
      ],
      [
        { ...entries, columns: { endToEndId: 0, debit: 1, credit: 2 } },
        ['ref', 'debit', 'credit'],
        [
          ['SSB1', '1,320.00', '0.00'],
          ['SSB2', '', '660.00'],
        ],
      ],
    ];
    for (const [mapping, titles, rows] of cases) {
      expect(staged(await read(utf8(csv(titles, ...rows)), mapping, titles))).toMatchObject([
        { reported: 'settled', direction: 'debit', amount: 132_000 },
        { reported: 'returned', direction: 'credit', amount: 66_000 },
      ]);
    }
  });

  it('lists only rejections where every row is one', async () => {
    const mapping = {
      ...MAPPING,
      columns: { endToEndId: 0, amount: 1 },
      everyRow: 'rejected' as const,
    };
    const titles = ['ref', 'amount'];
    const records = await read(utf8(csv(titles, ['SSB1', '5'])), mapping, titles);
    expect(staged(records)).toMatchObject([{ reported: 'rejected', isoStatus: 'RJCT' }]);
  });

  it('with other titles than the mapping’s is refused: its columns may have moved', async () => {
    const moved = [TITLES[1] ?? '', TITLES[0] ?? '', ...TITLES.slice(2)];
    await expect(read(utf8(csv(moved, ['1', 'SSB1', 'مدفوع', '', '', ''])))).rejects.toMatchObject({
      code: 'BANK_FILE_MAPPING_DIFFERS',
      line: 1,
    });
  });

  it('with a thousands sign that nobody quoted is refused at that line', async () => {
    const text = `${TITLES.join(',')}\nSSB1,660.00,مدفوع,,,\nSSB2,1,320.00,مدفوع,,,\n`;
    await expect(read(utf8(text))).rejects.toMatchObject({ code: 'BANK_FILE_LAYOUT', line: 3 });
  });

  it.each(['=1+1', '+SSB1', '-SSB1', '@SUM(A1)', '＝1'])(
    'with the formula %s for a reference is refused at that line',
    async (formula) => {
      const text = csv(
        TITLES,
        ['SSB1', '5', 'مدفوع', '', '', ''],
        [formula, '5', 'مدفوع', '', '', ''],
      );
      await expect(read(utf8(text))).rejects.toMatchObject({
        code: 'BANK_FILE_FORMULA',
        line: 3,
        detail: 'A',
      });
    },
  );

  it('with a formula in free text keeps it as text, and with one for an amount has no amount', async () => {
    const text = csv(TITLES, ['SSB1', '=5+5', 'مدفوع', '', '=HYPERLINK("x")', '']);
    const records = await read(utf8(text));
    expect(staged(records)).toMatchObject([{ name: '=HYPERLINK("x")', amount: null }]);
    expect(warnings(records)).toEqual([['AMOUNT_UNREADABLE', 2]]);
  });
});

describe('the rows of a table', () => {
  const cell = fc.string({
    unit: fc.constantFrom(...'ابتثجحخدسعدنورةلمويab 12,;"\n'),
    maxLength: 12,
  });
  const row = fc.record({
    reference: fc.stringMatching(/^[A-Z0-9]{1,16}$/),
    amount: fc.integer({ min: 0, max: 10_000_000 }).map(halalas),
    status: fc.constantFrom('مدفوع', 'مرفوض', 'مرتجع'),
    name: cell,
  });
  const ENCODINGS: readonly (readonly [TextEncoding, readonly number[]])[] = [
    ['utf-8', []],
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['windows-1256', []],
    ['iso-8859-6', []],
  ];

  it('are the same whatever the encoding, with a byte order mark or without, and each raw line is the bank’s own', async () => {
    const rows = fc.array(row, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const lines = written.map(({ reference, amount, status, name }) => [
          reference,
          halalasToDecimal(amount),
          status,
          '',
          name,
          '01/11/2026',
        ]);
        const text = `${csv(TITLES, ...lines)}\r\n`;
        const plain = JSON.stringify(staged(await read(utf8(text))).map(withoutPlace));
        expect(JSON.parse(plain)).toHaveLength(written.length);
        for (const [encoding, mark] of ENCODINGS) {
          const encoded = encodeText(text, encoding);
          if (encoded === null) throw new Error(`Not in ${encoding}`);
          const bytes = Buffer.concat([Buffer.from(mark), encoded]);
          // A code page can only be guessed; which one is for the officer to say.
          const records = await read(bytes, MAPPING, TITLES, encoding);
          expect(JSON.stringify(staged(records).map(withoutPlace))).toBe(plain);
          const shown = records.filter(
            (record) => record.type === 'transaction' || record.type === 'entry',
          );
          for (const [index, record] of shown.entries()) {
            const raw = await readRawLine(bytes, record, encoding);
            expect(raw.trim()).toBe(csv(lines[index] ?? []).trim());
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('in Western code pages are the same too', async () => {
    const titles = ['reference', 'amount', 'name'];
    const mapping: TableMapping = {
      ...MAPPING,
      columns: { endToEndId: 0, amount: 1, name: 2 },
      everyRow: 'settled',
    };
    const text = csv(titles, ['SSB1', '5.00', 'Hervé Ürün ÅØ'], ['SSB2', '6.00', 'é']);
    const plain = staged(await read(utf8(text), mapping, titles)).map(withoutPlace);
    for (const encoding of ['windows-1252', 'iso-8859-1'] as const) {
      const bytes = encodeText(text, encoding) ?? Buffer.alloc(0);
      expect(staged(await read(bytes, mapping, titles)).map(withoutPlace)).toEqual(plain);
    }
  });
});

const withoutPlace = ({
  rawStart: _start,
  rawEnd: _end,
  ...line
}: ReturnType<typeof staged>[number]) => line;

describe('a bank’s workbook', () => {
  const ROWS: readonly (readonly (SampleCell | null)[])[] = [
    [{ shared: 'مصرف' }],
    TITLES.map((shared) => ({ shared })),
    [{ shared: 'SSB1' }, 1320.1, { shared: 'مدفوع' }, null, { shared: 'سعد' }, { day: 46341 }],
    ['SSB2', '1,320.00', { shared: 'مرفوض' }, 'الحساب مغلق', null, '15/11/2026'],
    ['SSB3', 1320.0999999999999, 'مدفوع', null, null, null],
  ];
  const mapping = { ...MAPPING, headerRow: 2, sheet: 'نوفمبر' };
  const book = (rows: typeof ROWS) =>
    sampleWorkbook([
      { name: 'غلاف', rows: [['x']] },
      { name: 'نوفمبر', rows },
    ]);

  it('is read from the sheet that the mapping names: shared texts, stored numbers, days', async () => {
    const bytes = book(ROWS);
    const records = await read(bytes, mapping);
    expect(staged(records)).toMatchObject([
      { endToEndId: 'SSB1', amount: 132_010, reported: 'settled', name: 'سعد' },
      { endToEndId: 'SSB2', amount: 132_000, reported: 'rejected', reasonCode: 'AC04' },
      { endToEndId: 'SSB3', amount: 132_010, reported: 'settled' },
    ]);
    const [first] = staged(records);
    expect(await readWorkbookRow(bytes, first?.rawStart ?? 0)).toBe(
      ['SSB1', '1320.1', 'مدفوع', '', 'سعد', '2026-11-15'].join('\t'),
    );
    const { sheets } = await inspectTableFile(bytes);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['غلاف', 1],
      ['نوفمبر', 5],
    ]);
  });

  it.each([
    [
      'a formula for a reference',
      [{ formula: '"SSB"&1', value: 'SSB1' }, 5, 'مدفوع'],
      'BANK_FILE_FORMULA',
      'نوفمبر!A3',
    ],
    [
      'a formula for an amount',
      ['SSB1', { formula: 'A1*2', value: '5' }, 'مدفوع'],
      'BANK_FILE_FORMULA',
      'نوفمبر!B3',
    ],
    [
      'a formula without a result',
      [{ formula: 'A1', value: '' }, 5, 'مدفوع'],
      'BANK_FILE_FORMULA',
      'نوفمبر!A3',
    ],
    ['an error', ['SSB1', { error: '#N/A' }, 'مدفوع'], 'BANK_FILE_CELL_UNREADABLE', 'نوفمبر!B3'],
    [
      'a number too long to keep',
      [12345678901234567000, 5, 'مدفوع'],
      'BANK_FILE_CELL_UNREADABLE',
      'نوفمبر!A3',
    ],
  ] as const)('is refused for %s, with sheet and cell', async (_what, row, code, detail) => {
    const bytes = book([...ROWS.slice(0, 2), row]);
    await expect(read(bytes, mapping)).rejects.toMatchObject({ code, detail, line: 3 });
  });

  it('without the sheet of the mapping is refused', async () => {
    const bytes = sampleWorkbook([{ name: 'ديسمبر', rows: ROWS }]);
    await expect(read(bytes, mapping)).rejects.toMatchObject({ code: 'BANK_FILE_SHEET_MISSING' });
  });

  it('is not made to unpack pictures or archives within it', async () => {
    const inner = sampleWorkbook([{ name: 'x', rows: [] }]);
    const bytes = sampleWorkbook(
      [{ name: 'نوفمبر', rows: ROWS }],
      [{ name: 'xl/embeddings/inner.zip', content: inner }],
    );
    expect(staged(await read(bytes, mapping))).toHaveLength(3);
  });
});
