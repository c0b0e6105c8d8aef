import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, ZERO } from './decimal-amount.ts';
import { chainOf, markOf, type ChainStatement } from './statement-chain.ts';
import { parseStatementNumber } from './statement-number.ts';

const amount = (text: string) => parseDecimal(text) ?? ZERO;

interface Given {
  readonly sequence?: string | null;
  readonly date?: string;
  readonly opening?: string | null;
  readonly booked?: string;
  readonly closing?: string | null;
  readonly opensWithin?: boolean;
  readonly closesWithin?: boolean;
  readonly provenByPage?: boolean;
}

let made = 0;
function statement(given: Given): ChainStatement {
  made += 1;
  const { sequence = null, date = '2026-11-01', opening = '0', closing = '0' } = given;
  return {
    id: String(made),
    sequence,
    number: parseStatementNumber(sequence),
    date,
    opening: opening === null ? null : amount(opening),
    closing: closing === null ? null : amount(closing),
    booked: amount(given.booked ?? '0'),
    opensWithin: given.opensWithin ?? false,
    closesWithin: given.closesWithin ?? false,
    provenByPage: given.provenByPage ?? true,
  };
}

const problems = (...given: readonly Given[]): string[][] =>
  chainOf(given.map(statement)).map((link) => link.problems.map(({ code }) => code));

const first: Given = { sequence: '117', opening: '100', booked: '-40', closing: '60' };
const second: Given = {
  sequence: '118',
  date: '2026-11-02',
  opening: '60',
  booked: '5',
  closing: '65',
};

/** Pages of one statement as camt.053 gives them: 100 at first, -40 and +5 and +3 booked, 68 in the end. */
const page = (given: Given): Given => ({
  date: '2026-11-01',
  opening: null,
  closing: null,
  provenByPage: false,
  ...given,
});
const page1 = page({ sequence: '117/1', opening: '100', booked: '-40', closesWithin: true });
const page2 = page({ sequence: '117/2', booked: '5', opensWithin: true, closesWithin: true });
const page3 = page({ sequence: '117/3', booked: '3', closing: '68', opensWithin: true });
const next = page({ sequence: '118', date: '2026-11-02', opening: '68', closing: '68' });
const whole = { opening: '100', closing: '68' };

describe('a statement in pages that have no balances of their own', () => {
  it.each<[string, readonly Given[], string[][]]>([
    ['is one statement', [page1, page2, page3, next], [[], [], [], []]],
    ['is one in whatever order its pages came', [page3, page1, next, page2], [[], [], [], []]],
    [
      'is one where each page repeats the balances of the whole',
      [
        { ...page1, ...whole },
        { ...page2, ...whole },
        { ...page3, ...whole },
      ],
      [[], [], []],
    ],
    [
      'is one where balances stand between its pages',
      [
        { ...page1, closing: '60' },
        { ...page2, opening: '60', closing: '65' },
        { ...page3, opening: '65' },
      ],
      [[], [], []],
    ],
    ['is added up as a whole', [page1, { ...page2, booked: '6' }, page3], [[], [], ['unbalanced']]],
    ['misses a page in the middle', [page1, page3, next], [[], ['gap'], []]],
    ['misses its first page', [page2, page3, next], [['gap'], [], []]],
    ['misses its last page', [page1, page2, next], [[], [], ['gap']]],
    ['waits for its last page at the end of the series', [page1, page2], [[], ['unproven']]],
    ['has each page once', [page1, page2, page2, page3], [[], [], ['repeated'], []]],
    [
      'needs no number',
      [page1, page2, page3].map((one) => ({ ...one, sequence: null })),
      [[], [], []],
    ],
  ])('%s', (_rule, given, expected) => {
    expect(problems(...given)).toEqual(expected);
  });
});

describe('the statements of an account', () => {
  it.each<[string, readonly Given[], string[][]]>([
    ['follow each other', [first, second], [[], []]],
    ['begin anywhere: what came before the first one is not known', [second], [[]]],
    ['follow each other in whatever order they came', [second, first], [[], []]],
    ['add up by themselves', [{ ...first, closing: '61' }], [['unbalanced']]],
    ['prove nothing without a closing balance', [{ ...first, closing: null }], [['unproven']]],
    ['miss one where a number is left out', [first, { ...second, sequence: '119' }], [[], ['gap']]],
    [
      'miss one where a number is left out, even if the balance continues',
      [first, { ...second, sequence: '120' }],
      [[], ['gap']],
    ],
    [
      'open with what the one before closed with',
      [first, { ...second, opening: '61', closing: '66' }],
      [[], ['openingDiffers']],
    ],
    ['come once', [first, second, second], [[], [], ['repeated']]],
    [
      'come once under a number, whatever they say',
      [first, { ...second, sequence: '117' }],
      [[], ['repeated']],
    ],
    [
      'start again from 1 in a new year',
      [
        { ...first, sequence: '365', date: '2026-12-31' },
        { ...second, sequence: '1', date: '2027-01-01' },
      ],
      [[], []],
    ],
    [
      'or go on counting',
      [
        { ...first, sequence: '365', date: '2026-12-31' },
        { ...second, sequence: '366', date: '2027-01-01' },
      ],
      [[], []],
    ],
    [
      'miss one at the turn of the year where the balance does not continue',
      [
        { ...first, sequence: '364', date: '2026-12-30' },
        { ...second, sequence: '1', date: '2027-01-01', opening: '1', closing: '6' },
      ],
      [[], ['gap']],
    ],
    [
      'have pages, whose balances between them continue',
      [
        { ...first, sequence: '00003/001', closesWithin: true },
        { ...second, sequence: '00003/002', opensWithin: true },
        { sequence: '00004/001', date: '2026-11-03', opening: '65', closing: '65' },
      ],
      [[], [], []],
    ],
    [
      'miss their last page',
      [
        { ...first, sequence: '3/1', closesWithin: true },
        { ...second, sequence: '4/1' },
      ],
      [[], ['gap']],
    ],
    [
      'miss their first page',
      [
        { ...first, sequence: '3/1' },
        { ...second, sequence: '4/2', opensWithin: true },
      ],
      [[], ['gap']],
    ],
    ['miss a page before the very first', [{ ...first, opensWithin: true }], [['gap']]],
    [
      'without numbers continue by their balances',
      [
        { ...second, sequence: null, date: '2026-11-01' },
        { ...first, sequence: '0' },
      ],
      [[], []],
    ],
    [
      'without numbers miss one where the balance does not continue',
      [
        { ...first, sequence: null },
        { ...second, sequence: null, opening: '70', closing: '75' },
      ],
      [[], ['gap']],
    ],
    [
      'without numbers come once, unless nothing happened',
      [
        { ...first, sequence: null },
        { ...first, sequence: null },
        { opening: '60', closing: '60', date: '2026-11-02' },
        { opening: '60', closing: '60', date: '2026-11-02' },
      ],
      [[], ['repeated'], [], []],
    ],
  ])('%s', (_rule, given, expected) => {
    expect(problems(...given)).toEqual(expected);
  });

  it('say which balance was expected, which was found, and after which statement', () => {
    const [, link] = chainOf([first, { ...second, opening: '61', closing: '66' }].map(statement));
    expect(link?.problems).toEqual([
      { code: 'openingDiffers', expected: '60.00', found: '61.00', other: '117' },
    ]);
  });

  it('are marked: a gap is waited for, a break is asked about', () => {
    const given = [
      first,
      { ...second, sequence: '119' },
      { ...first, sequence: '120', date: '2026-11-03' },
    ];
    expect(chainOf(given.map(statement)).map(markOf)).toEqual(['unbroken', 'gap', 'break']);
  });
});

/** A bank's consistent series over the turn of a year: numbered or not, in pages or not; something is booked on each. */
const series = fc
  .record({
    pages: fc.array(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 3 }), {
      minLength: 3,
      maxLength: 12,
    }),
    restarts: fc.boolean(),
    start: fc.integer({ min: -5000, max: 5000 }),
    begin: fc.integer({ min: 2, max: 300 }),
    isNumbered: fc.boolean(),
  })
  .map(({ pages, restarts, start, begin, isNumbered }): ChainStatement[] => {
    let balance = start;
    let number = begin;
    const turn = Math.floor(pages.length / 2);
    return pages.flatMap((bookings, day) => {
      number = restarts && day === turn ? 1 : number + 1;
      const year = day < turn ? 2026 : 2027;
      const date = `${year}-${day < turn ? '12' : '01'}-${String(day + 10).padStart(2, '0')}`;
      const parts = isNumbered ? bookings : bookings.slice(0, 1);
      return parts.map((booked, place) => {
        const opening = balance;
        balance += booked;
        const given: Given = {
          sequence: isNumbered ? `${number}/${place + 1}` : null,
          date,
          opening: String(opening),
          booked: String(booked),
          closing: String(balance),
          opensWithin: place > 0,
          closesWithin: place < parts.length - 1,
        };
        return statement(given);
      });
    });
  });

describe('a consistent series', () => {
  it('is unbroken in whatever order it is imported', () => {
    fc.assert(
      fc.property(
        series.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (shuffled) => {
          expect(chainOf(shuffled).flatMap((link) => link.problems)).toEqual([]);
        },
      ),
    );
  });

  it('without one of its statements has exactly one gap, and it is there', () => {
    fc.assert(
      fc.property(series, fc.nat(), fc.integer(), (all, at, seed) => {
        const missing = 1 + (at % (all.length - 2));
        const left = all.filter((_, index) => index !== missing);
        const turned = left.map((_, index) => left[(index + Math.abs(seed)) % left.length]);
        const links = chainOf(turned.flatMap((one) => (one ? [one] : [])));
        expect(links.flatMap((link) => link.problems.map(({ code }) => code))).toEqual(['gap']);
        const broken = links.find((link) => link.problems.length > 0);
        expect(broken?.statement.id).toBe(all[missing + 1]?.id);
      }),
    );
  });

  it('with one of them twice has exactly one repeat', () => {
    fc.assert(
      fc.property(series, fc.nat(), (all, at) => {
        const again = all[at % all.length];
        const codes = chainOf(again ? [...all, { ...again, id: 'again' }] : all).flatMap((link) =>
          link.problems.map(({ code }) => code),
        );
        expect(codes).toEqual(['repeated']);
      }),
    );
  });
});
