import fc from 'fast-check';
import { ANSWER, message, sheet, STATEMENT, TABLE, utf8, WAGES, workbook } from './sample-files.ts';
import { sampleWorkbook } from './sample-workbook.ts';

/** Small files of every format, to be damaged. */
export const FUZZ_SEEDS: readonly Buffer[] = [
  utf8(message(ANSWER.repeat(3))),
  Buffer.from(`\uFEFF${message(ANSWER)}`, 'utf16le'),
  Buffer.from(`\uFEFF${message(ANSWER)}`, 'utf16le').swap16(),
  utf8(STATEMENT),
  utf8(WAGES),
  utf8(TABLE),
  Buffer.from(`\uFEFF${TABLE}`, 'utf16le'),
  utf8(`كشف\nالمرجع;المبلغ;الحالة\n${'SSB1;1.320,50;مدفوع\n'.repeat(5)}`),
  workbook({ name: 'xl/worksheets/sheet1.xml', content: sheet(20) }),
  sampleWorkbook([
    {
      name: 'ردود',
      rows: [
        ['reference', 'amount', 'status', 'date'],
        [{ shared: 'SSB1' }, 1320.5, { shared: 'PAID' }, { day: 46341 }],
        ['SSB2', { formula: 'B2*2', value: '2641' }, 'FAILED', null],
      ],
    },
  ]),
];

// Unbiased: most doubles, and the first values that are tried, are near 0, and damage there finds nothing else.
const MILLION = 1_000_000;
const place = fc.noBias(fc.integer({ min: 0, max: MILLION })).map((value) => value / MILLION);
const token = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc
    .constantFrom(
      '<',
      '</',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<!DOCTYPE x>',
      '&#x0;',
      '&amp',
      '"',
      '\r',
      '\u0000',
      ':61:',
      ':62F:',
      '\t',
      '-\n',
      '-}',
      'xmlns:a=""',
      '=1+1',
      ';;;',
      'PK\u0003\u0004',
    )
    .map((text) => Uint8Array.from(Buffer.from(text))),
);

/** Damage of one kind, at a place between 0 and 1 of the file. */
export type Mutation =
  | {
      readonly kind: 'replace';
      readonly at: number;
      readonly length: number;
      readonly by: Uint8Array;
    }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly to: number; readonly times: number }
  | { readonly kind: 'swap'; readonly at: number; readonly to: number }
  | { readonly kind: 'recode'; readonly as: 'utf16le' | 'latin1' | 'utf8' };

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('replace' as const),
      at: place,
      length: fc.nat(40),
      by: token,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('repeat' as const),
      at: place,
      to: place,
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('swap' as const), at: place, to: place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('recode' as const),
      as: fc.constantFrom('utf16le' as const, 'latin1' as const, 'utf8' as const),
    }),
  },
);

export const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });

export const damaged = (file: Buffer, damage: readonly Mutation[]): Buffer =>
  damage.reduce((bytes, one) => applied(bytes, one), file);

function applied(bytes: Buffer, one: Mutation): Buffer {
  switch (one.kind) {
    case 'replace': {
      const from = placeIn(bytes, one.at);
      return Buffer.concat([bytes.subarray(0, from), one.by, bytes.subarray(from + one.length)]);
    }
    case 'flip': {
      const flipped = Buffer.from(bytes);
      const at = placeIn(bytes, one.at);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << one.bit);
      return flipped;
    }
    case 'cut':
      return bytes.subarray(0, placeIn(bytes, one.at));
    case 'repeat': {
      const [from, to] = [placeIn(bytes, one.at), placeIn(bytes, one.to)].sort((a, b) => a - b);
      const part = bytes.subarray(from, Math.min(to ?? 0, (from ?? 0) + 20_000));
      const again = Array.from({ length: one.times }, () => part);
      return Buffer.concat([bytes.subarray(0, to), ...again, bytes.subarray(to)]);
    }
    case 'swap':
      return swapped(bytes, one);
    case 'recode':
      return Buffer.from(bytes.toString('utf8'), one.as);
  }
}

/** Two elements, or lines, in each other's place. */
function swapped(bytes: Buffer, { at, to }: { at: number; to: number }): Buffer {
  const text = bytes.toString('latin1');
  const pieces = text.includes('</') ? text.split(/(?<=<\/[^>]{1,40}>)/) : text.split(/(?<=\n)/);
  const one = placeIn(pieces, at);
  const other = placeIn(pieces, to);
  const [left, right] = [pieces[one] ?? '', pieces[other] ?? ''];
  pieces[one] = right;
  pieces[other] = left;
  return Buffer.from(pieces.join(''), 'latin1');
}

const placeIn = ({ length }: { readonly length: number }, at: number): number =>
  Math.max(0, Math.min(length - 1, Math.floor(at * length)));
