import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { halalas, formatHalalas } from '../../../domain/shared/halalas.ts';
import { makeIban } from '../../../domain/registry/iban.ts';
import { BankFileError } from '../bank-file-error.ts';
import type { PaymentListRow } from './payment-list-row.ts';
import {
  inspectPaymentList,
  readPaymentList,
  type PaymentList,
  type PaymentListOptions,
} from './read-payment-list.ts';

const HEADER = 'رقم الهوية,اسم المستفيد,الآيبان,المبلغ,الشهر,المرجع,نوع الدفعة';
const IBAN = 'SA0380000000608010167519';
const ID = '1000000008';
const GOOD = `${ID},سعد القحطاني,${IBAN},"1,320.00",2026-03,E-1,عادي`;

/** Windows-1256 bytes of Arabic and ASCII text. */
const windows1256 = (text: string): Uint8Array => {
  const page = 'ءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك';
  const tail: Readonly<Record<string, number>> = {
    ل: 0xe1,
    م: 0xe3,
    ن: 0xe4,
    ه: 0xe5,
    و: 0xe6,
    ى: 0xec,
    ي: 0xed,
  };
  return Uint8Array.from(text, (char) => {
    if (char.charCodeAt(0) < 0x80) return char.charCodeAt(0);
    const at = page.indexOf(char);
    return at === -1 ? (tail[char] ?? 0x3f) : 0xc1 + at;
  });
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(
  source: Uint8Array | string,
  options: PaymentListOptions = {},
): Promise<{ list: PaymentList; rows: PaymentListRow[] }> {
  const list = await readPaymentList(source, options);
  const rows: PaymentListRow[] = [];
  for await (const batch of list.rows()) rows.push(...batch);
  return { list, rows };
}

const problemsOf = async (line: string): Promise<unknown[]> => {
  const { list } = await read(utf8(`${HEADER}\n${line}\n`));
  return list.problems.map(({ column, code, reason }) => [column, code, reason]);
};

describe('a payment list', () => {
  it('is read row by row, amounts in halalas and every line numbered', async () => {
    const { list, rows } = await read(
      utf8(`${HEADER}\r\n${GOOD}\r\n\r\n${GOOD.replace('E-1', '')}\r\n`),
    );
    expect(list.problems).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        nationalId: ID,
        name: 'سعد القحطاني',
        iban: IBAN,
        amount: 132000,
        month: '2026-03',
        endToEndId: 'E-1',
        kind: 'regular',
        programme: null,
      },
      {
        line: 4,
        nationalId: ID,
        name: 'سعد القحطاني',
        iban: IBAN,
        amount: 132000,
        month: '2026-03',
        endToEndId: null,
        kind: 'regular',
        programme: null,
      },
    ]);
  });

  it.each([
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${HEADER}\n${GOOD}\n`), 'utf-8', false],
    ['windows-1256', windows1256(`${HEADER}\n${GOOD}\n`), 'windows-1256', true],
    [
      'UTF-16',
      Uint8Array.from(Buffer.from(`\uFEFF${HEADER}\n${GOOD}\n`, 'utf16le')),
      'utf-16le',
      false,
    ],
  ])(
    'in %s gives the same row, and the encoding is shown',
    async (_name, bytes, encoding, guessed) => {
      const { list, rows } = await read(bytes);
      expect(list.layout).toMatchObject({ encoding, encodingGuessed: guessed });
      expect(rows[0]).toMatchObject({ name: 'سعد القحطاني', amount: 132000 });
    },
  );

  it.each([';', '\t', '|'])('separated by %j is understood', async (delimiter) => {
    const text = `${HEADER}\n${ID},سعد,${IBAN},1320.00,2026-03,E-1,فرق`.replaceAll(',', delimiter);
    const { list, rows } = await read(utf8(text));
    expect(list.layout.delimiter).toBe(delimiter);
    expect(rows[0]).toMatchObject({ kind: 'difference', amount: 132000 });
  });

  it('of a spreadsheet may name its separator in the first line', async () => {
    const { rows } = await read(
      utf8(`sep=;\n${HEADER.replaceAll(',', ';')}\n${ID};سعد;${IBAN};5;2026-03;;`),
    );
    expect(rows[0]).toMatchObject({ line: 3, amount: 500 });
  });

  it('with an English header, in any order, with further columns, is mapped by names', async () => {
    const header = 'Month,Branch,Amount,IBAN,Beneficiary Name,National ID';
    const { list, rows } = await read(utf8(`${header}\n٢٠٢٦/٠٣,7,"١٬٣٢٠٫٥٠",${IBAN},سعد,${ID}\n`));
    expect(list.layout.mapping).toEqual({ month: 0, amount: 2, iban: 3, name: 4, nationalId: 5 });
    expect(rows[0]).toMatchObject({ month: '2026-03', amount: 132050, endToEndId: null });
  });

  it('without a needed column is refused by name of the field, and can be mapped by the officer', async () => {
    const text = utf8(`${HEADER.replace('المبلغ', 'قيمة')}\n${GOOD}\n`);
    await expect(readPaymentList(text)).rejects.toMatchObject({
      code: 'PAYMENT_LIST_COLUMNS_MISSING',
      line: 1,
      detail: 'amount',
    });
    expect((await inspectPaymentList(text)).missing).toEqual(['amount']);
    const { rows } = await read(text, { mapping: { amount: 3 } });
    expect(rows[0]?.amount).toBe(132000);
  });

  it('with two columns of one meaning asks which one', async () => {
    const text = utf8(`${HEADER},صافي المبلغ\n${GOOD},5\n`);
    await expect(readPaymentList(text)).rejects.toMatchObject({
      code: 'PAYMENT_LIST_COLUMNS_AMBIGUOUS',
      detail: 'amount',
    });
    const { rows } = await read(text, { mapping: { amount: 7 } });
    expect(rows[0]?.amount).toBe(500);
  });

  it('whose id fails the check digit is good, with a warning: no specification of it is published', async () => {
    const { list, rows } = await read(
      utf8(`${HEADER}\n${GOOD}\n${GOOD.replace(ID, '١٠٠٠٠٠٠٠٠٩')}\n`),
    );
    expect(rows.map(({ nationalId }) => nationalId)).toEqual([ID, '1000000009']);
    expect(list).toMatchObject({ problemCount: 0, badRowCount: 0, warningCount: 1 });
    expect(list.warnings).toEqual([
      {
        line: 3,
        column: 'nationalId',
        code: 'NATIONAL_ID_INVALID',
        value: '1000000009',
        reason: 'NATIONAL_ID_CHECKSUM',
      },
    ]);
  });

  it.each([
    [GOOD.replace(ID, '100000000'), [['nationalId', 'NATIONAL_ID_INVALID', 'NATIONAL_ID_FORMAT']]],
    [GOOD.replace(IBAN, 'SA0380000000608010167518'), [['iban', 'IBAN_INVALID', 'IBAN_CHECKSUM']]],
    [GOOD.replace('"1,320.00"', '1320.005'), [['amount', 'AMOUNT_NOT_IN_HALALAS', null]]],
    [GOOD.replace('"1,320.00"', '"1.320,00"'), [['amount', 'AMOUNT_UNREADABLE', null]]],
    [GOOD.replace('"1,320.00"', '0.00'), [['amount', 'AMOUNT_ZERO', null]]],
    [GOOD.replace('2026-03', 'Mar-26'), [['month', 'MONTH_UNREADABLE', null]]],
    [GOOD.replace('2026-03', '1447-09'), [['month', 'MONTH_UNREADABLE', null]]],
    [GOOD.replace('عادي', 'مكافأة'), [['kind', 'KIND_UNKNOWN', null]]],
    [GOOD.replace('سعد القحطاني', '=cmd()'), [['name', 'CELL_FORMULA', null]]],
    [GOOD.replace('سعد القحطاني', ' '), [['name', 'CELL_EMPTY', null]]],
    [GOOD.replace('E-1', 'مرجع'), [['endToEndId', 'REFERENCE_INVALID', null]]],
    [`${GOOD},9`, [[null, 'CELLS_DIFFER', '7']]],
    [GOOD.replace('سعد', 'س"عد'), [[null, 'ROW_UNREADABLE', 'INVALID_OPENING_QUOTE']]],
    [
      ',,,,,,',
      [
        ['nationalId', 'CELL_EMPTY', null],
        ['name', 'CELL_EMPTY', null],
        ['iban', 'CELL_EMPTY', null],
        ['amount', 'CELL_EMPTY', null],
        ['month', 'CELL_EMPTY', null],
      ],
    ],
  ])('says what is wrong with %j, column by column', async (line, expected) => {
    expect(await problemsOf(line)).toEqual(expected);
  });

  it('counts all bad rows, keeps the first problems with line and value, and still gives the good rows', async () => {
    const bad = GOOD.replace(ID, '123');
    const { list, rows } = await read(utf8([HEADER, bad, GOOD, bad, bad].join('\n')), {
      maxProblems: 2,
    });
    expect(list).toMatchObject({ rowCount: 4, badRowCount: 3, problemCount: 3 });
    expect(list.problems.map(({ line, value }) => [line, value])).toEqual([
      [2, '123'],
      [4, '123'],
    ]);
    expect(rows).toHaveLength(1);
  });

  it('with a quote that is never closed is refused with its line, however long it goes on', async () => {
    const plain = `${GOOD.replace('"1,320.00"', '1320')}\n`;
    const text = utf8(`${HEADER}\n${plain}${plain.replace('سعد', '"سعد')}${plain.repeat(3000)}`);
    await expect(read(text)).rejects.toMatchObject({ code: 'BANK_FILE_LINE_TOO_LONG', line: 3 });
  });

  it.each([
    ['nothing', new Uint8Array(), 'BANK_FILE_EMPTY'],
    ['blank lines', utf8('\n\n \n'), 'BANK_FILE_EMPTY'],
    ['a binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1]), 'BANK_FILE_BINARY'],
    ['prose', utf8('السلام عليكم\nهذا نص'), 'BANK_FILE_LAYOUT'],
  ])('that is %s is refused', async (_name, bytes, code) => {
    await expect(readPaymentList(bytes)).rejects.toMatchObject({ code });
  });

  it('reads back whatever is written, for every name, amount and line', async () => {
    const row = fc.record({
      name: fc
        .string({ unit: fc.constantFrom(...'سعد",;\'ـ أحمد\u200Fab'), minLength: 1, maxLength: 40 })
        .map((name) => `م${name}م`),
      iban: fc.stringMatching(/^\d{18}$/).map((account) => makeIban('80', account)),
      amount: fc.integer({ min: 1, max: 10 ** 9 }).map(halalas),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (written) => {
        const lines = written.map(
          ({ name, iban, amount }) =>
            `${ID},"${name.replaceAll('"', '""')}",${iban},"${formatHalalas(amount)}",2026-03,,`,
        );
        const { rows, list } = await read(utf8([HEADER, ...lines].join('\r\n')), { batchSize: 7 });
        expect(list.problems).toEqual([]);
        expect(rows).toMatchObject(
          written.map(({ name, iban, amount }, index) => ({
            line: index + 2,
            name: name.replace(/\s+/g, ' '),
            iban,
            amount,
          })),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('a large payment list on disk', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'insaf-list-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reports its progress and stops when cancelled', async () => {
    const path = join(folder, 'list.csv');
    await writeFile(path, `${HEADER}\n${`${GOOD}\n`.repeat(20_000)}`);
    const cancel = new AbortController();
    const progress: number[] = [];
    const list = await readPaymentList(path, {
      signal: cancel.signal,
      onProgress: (bytes, total) => {
        progress.push(bytes / total);
        if (bytes / total > 0.5) cancel.abort(new Error('cancelled by the officer'));
      },
    });
    await expect(async () => {
      for await (const batch of list.rows()) expect(batch.length).toBeGreaterThan(0);
    }).rejects.toThrow('cancelled by the officer');
    expect(progress.at(-1)).toBeGreaterThan(0.5);
    expect(progress.at(-1)).toBeLessThan(0.6);
  });

  it('that is not there is refused with the system’s reason', async () => {
    await expect(readPaymentList(join(folder, 'missing.csv'))).rejects.toBeInstanceOf(
      BankFileError,
    );
    await expect(readPaymentList(folder)).rejects.toMatchObject({
      code: 'BANK_FILE_UNREADABLE',
      detail: 'NOT_A_FILE',
    });
  });
});
