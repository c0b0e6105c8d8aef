import { describe, expect, it } from 'vitest';
import { suggestMapping } from './suggest-mapping.ts';
import { mappingProblems, type TableMapping } from './table-mapping.ts';
import { headerKey } from '../tables/table-layout.ts';

const table = (...lines: string[]): string[][] => lines.map((line) => line.split('|'));

describe('the mapping that is suggested for a bank’s table', () => {
  it('comes from Arabic titles, below a title page, with the bank’s words', () => {
    const rows = table(
      'مصرف الإنماء',
      'كشف التحويلات|نوفمبر ٢٠٢٦',
      'رقم المرجع|اسم المستفيد|رقم الآيبان|المبلغ|الحالة|سبب الرفض|التاريخ',
      'SSB1|سعد|SA03|1,320.00|تم الصرف||15/11/2026',
      'SSB2|نورة|SA04|660.00|مرفوض|الحساب مغلق|15/11/2026',
      'SSB3|هدى|SA05|660.00|قيد الدراسة||15/11/2026',
    );
    expect(suggestMapping(rows, null)).toMatchObject({
      headerRow: 3,
      columns: {
        endToEndId: 0,
        name: 1,
        account: 2,
        amount: 3,
        status: 4,
        reasonText: 5,
        bookedOn: 6,
      },
      decimalSign: '.',
      thousandsSign: ',',
      dateOrder: 'dmy',
      meaning: 'answers',
      statusWords: [
        { word: 'تم الصرف', reported: 'settled' },
        { word: 'مرفوض', reported: 'rejected' },
        { word: 'قيد الدراسة', reported: 'unclear' },
      ],
    });
  });

  it('comes from English titles; debit and credit columns are entries', () => {
    const rows = table(
      'Date|Description|Debit|Credit',
      '2026-11-05|SSB1|1320,00|',
      '2026-11-06|x||5,50',
    );
    expect(suggestMapping(rows, 'S')).toMatchObject({
      sheet: 'S',
      headerRow: 1,
      columns: { bookedOn: 0, narrative: 1, debit: 2, credit: 3 },
      decimalSign: ',',
      thousandsSign: 'none',
      dateOrder: 'ymd',
      meaning: 'entries',
    });
  });

  it.each([
    ['1,320', null, null],
    ['1.320', null, null],
    ['1,320|1.320', null, null],
    ['1,320|660.50', '.', ','],
    ['1.320.000', ',', '.'],
    ['1 320,50', ',', ' '],
    ['1320', '.', 'none'],
    ['1,50|1.50', null, null],
  ])(
    'leaves the signs of %s open where they could be read two ways',
    (texts, decimal, thousands) => {
      const rows = [['المرجع', 'المبلغ'], ...texts.split('|').map((text) => ['X1', text])];
      expect(suggestMapping(rows, null)).toMatchObject({
        decimalSign: decimal,
        thousandsSign: thousands,
      });
    },
  );

  it('leaves the order of dates open where no day is above twelve', () => {
    const rows = table('reference|amount|date', 'X|1|05/11/2026', 'Y|1|06/11/2026');
    expect(suggestMapping(rows, null).dateOrder).toBeNull();
  });
});

describe('a mapping', () => {
  const good: TableMapping = {
    meaning: 'answers',
    encoding: null,
    sheet: null,
    headerRow: 1,
    columns: { endToEndId: 0, amount: 1, status: 2 },
    decimalSign: '.',
    thousandsSign: ',',
    dateOrder: 'ymd',
    statusWords: [{ word: 'مرفوض', reported: 'rejected' }],
    everyRow: null,
    directionWords: [],
    reasonWords: [],
  };
  it.each([
    [{}, []],
    [{ columns: { endToEndId: 0, status: 2 } }, ['AMOUNT_MISSING']],
    [{ columns: { account: 0, amount: 1, status: 2 } }, ['KEY_MISSING']],
    [{ columns: { endToEndId: 0, amount: 1 } }, ['STATUS_MISSING']],
    [{ columns: { endToEndId: 0, amount: 1 }, everyRow: 'rejected' as const }, []],
    [{ columns: { endToEndId: 0, amount: 1 }, meaning: 'entries' as const }, []],
    [{ thousandsSign: '.' as const }, ['SIGNS_EQUAL']],
    [{ columns: { endToEndId: 0, amount: 0, status: 2 } }, ['COLUMN_TWICE']],
    [{ columns: { endToEndId: 0, amount: 1, status: 3 } }, ['COLUMN_BEYOND']],
    [
      { columns: { ...good.columns, direction: 2, status: 1, amount: 0, endToEndId: 3 } },
      ['DIRECTION_MISSING', 'COLUMN_BEYOND'],
    ],
    [
      {
        statusWords: [
          { word: 'Paid', reported: 'settled' as const },
          { word: 'paid ', reported: 'rejected' as const },
        ],
      },
      ['WORD_TWICE'],
    ],
  ])('%j has the problems %j', (more, problems) => {
    expect(mappingProblems({ ...good, ...more }, 3)).toEqual(problems);
  });

  it('is recognised by its titles, whatever their case, blanks and direction marks', () => {
    expect(headerKey([' Amount', 'المبلغ\u200F', '', ''])).toBe(headerKey(['amount ', 'المبلغ']));
    expect(headerKey(['amount', 'status'])).not.toBe(headerKey(['status', 'amount']));
  });
});
