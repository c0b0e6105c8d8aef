import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import { birthDay, birthLikeness } from './birth-likeness.ts';
import { comparable, compareFiles, groundsOf, type ComparedFile } from './compare-files.ts';
import { DuplicateSearch } from './duplicate-search.ts';
import { mayMerge, mayUndoMerge, paidTwice, whyNotDecided } from './merge.ts';
import { nameLikeness, nameParts } from './name-likeness.ts';
import { idLikeness, meantIds, nationalIdKey, phoneKey, phoneLikeness } from './number-likeness.ts';
import { isOneSlip } from './one-slip.ts';

const file = (changes: Partial<ComparedFile> = {}): ComparedFile => ({
  no: 1,
  nationalId: '1000000008',
  name: 'سعد محمد علي القحطاني',
  sex: 'male',
  birthDate: isoDate('1970-03-05'),
  phone: '0551234567',
  ibans: [],
  ...changes,
});
const compare = (one: ComparedFile, other: ComparedFile) =>
  compareFiles(comparable(one), comparable(other));
const someone = { nationalId: '1010101010', phone: null, ibans: [] } as const;

describe('two names', () => {
  it.each([
    ['سعد محمد القحطاني', 'سعد بن محمد آل القحطاني', 'same'],
    ['أحمد عبد الله فاطمة', 'احمد عبدالله فاطمه', 'same'],
    ['سعد محمد القحطاني', 'سعد محمد قحطاني', 'same'],
    ['سعد محمد القحطاني', 'القحطاني سعد محمد', 'otherOrder'],
    ['سعد محمد القحطاني', 'سعد محمد القحطلني', 'slip'],
    ['سعد محمد القحطاني', 'سعد محمد القطحاني', 'slip'],
    ['سعد محمد علي القحطاني', 'سعد القحطاني', 'shorter'],
    ['سعد محمد علي القحطاني', 'سعد فهد ناصر القحطاني', 'partial'],
    ['سعد محمد القحطاني', 'نورة محمد القحطاني', 'differs'],
    ['', '', 'differs'],
  ])('«%s» and «%s» are %s', (one, other, expected) => {
    expect(nameLikeness(nameParts(one), nameParts(other))).toBe(expected);
    expect(nameLikeness(nameParts(other), nameParts(one))).toBe(expected);
  });

  it('one slip is a letter more, less, another or two swapped, whichever text is named first', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.constantFrom('ب', 'ت'),
        (text, seed, letter) => {
          const at = seed % text.length;
          const longer = text.slice(0, at) + letter + text.slice(at);
          expect(isOneSlip(text, longer)).toBe(true);
          expect(isOneSlip(longer, text)).toBe(true);
          expect(isOneSlip(text, text)).toBe(false);
          expect(isOneSlip(text, `${letter}${longer}${letter}${letter}`)).toBe(false);
        },
      ),
    );
  });
});

it.each([
  ['1970-03-05', '1970-03-05', 'same'],
  ['1970-03-05', '1970-05-03', 'swapped'],
  // 1/7/1390 and 7/1/1390 of the Umm al-Qura calendar.
  ['1970-09-03', '1970-03-15', 'swapped'],
  ['1970-02-28', '1970-03-01', 'neighbour'],
  ['1970-03-05', '1971-03-05', 'partly'],
  ['1970-03-05', '1985-12-24', 'differs'],
])('born %s and born %s: %s', (one, other, expected) => {
  expect(birthLikeness(birthDay(isoDate(one)), birthDay(isoDate(other)))).toBe(expected);
  expect(birthLikeness(birthDay(isoDate(other)), birthDay(isoDate(one)))).toBe(expected);
});

it('numbers agree in any form of typing, and a wrong check digit says that a slip was made', () => {
  expect(phoneLikeness(phoneKey('0551234567'), phoneKey('+966 55 123 4567'))).toBe('same');
  expect(phoneLikeness(phoneKey('00966551234567'), phoneKey('٠٥٥١٢٣٤٥٧٦'))).toBe('slip');
  expect(idLikeness('1000000008', nationalIdKey(' ١٠٠٠٠٠٠٠٠٨ '))).toBe('same');
  expect(idLikeness('1000000008', '1000000009')).toBe('mistyped');
  expect(meantIds('1000000009')).toContain('1000000008');
  expect(meantIds('1000000008')).toEqual([]);
});

const ids = fc.constantFrom('1000000008', '1000000009', '1010101010', '2000000006');
const names = fc
  .array(fc.constantFrom('سعد', 'محمد', 'علي', 'القحطاني', 'القحطلني', 'عبد الله', 'بن'), {
    maxLength: 5,
  })
  .map((parts) => parts.join(' '));
const births = fc.option(
  fc.constantFrom('1970-03-05', '1970-05-03', '1970-03-06', '1980-12-01').map(isoDate),
);
const phones = fc.option(fc.constantFrom('0551234567', '+966551234567', '0551234576', '12'));
const ibans = fc.array(
  fc.record({ iban: fc.constantFrom('SA03', 'SA04'), current: fc.boolean() }),
  { maxLength: 2 },
);
const files = fc.record<ComparedFile>({
  no: fc.nat(),
  nationalId: ids,
  name: names,
  sex: fc.constantFrom('male', 'female', null),
  birthDate: births,
  phone: phones,
  ibans,
});

describe('the comparison of two files', () => {
  it('is the same whichever is named first', () => {
    fc.assert(
      fc.property(files, files, (one, other) => {
        expect(compare(one, other)).toEqual(compare(other, one));
      }),
    );
  });

  it('never falls when a field agrees more', () => {
    const fields = fc.constantFrom('nationalId', 'name', 'sex', 'birthDate', 'phone', 'ibans');
    fc.assert(
      fc.property(files, files, fields, (one, other, field) => {
        const agreeing = { ...other, [field]: one[field] };
        expect(compare(one, agreeing).score).toBeGreaterThanOrEqual(compare(one, other).score);
      }),
      { numRuns: 2000 },
    );
  });

  it('of the same name and day of birth is worth a look, of brothers it is not', () => {
    const twin = compare(file(), file({ ...someone, name: 'سعد بن محمد القحطاني' }));
    expect(groundsOf(twin, 43)).toEqual(['likeness']);
    const brother = compare(file(), file({ ...someone, name: 'فهد محمد علي القحطاني' }));
    expect(groundsOf(brother, 43)).toEqual([]);
  });

  it('with one account is always worth a look', () => {
    const held = [{ iban: 'SA0380000000608010167519', current: true }];
    const birthDate = isoDate('1975-11-20');
    const name = 'نورة صالح العتيبي';
    const spouse = file({ ...someone, name, birthDate, sex: 'female', ibans: held });
    expect(groundsOf(compare(file({ ibans: held }), spouse), 45)).toEqual(['iban']);
  });
});

describe('the search through a branch', () => {
  const found = (...all: readonly ComparedFile[]): number[][] => {
    const search = new DuplicateSearch();
    for (const one of all) search.add(one);
    return [...search.candidates()].flat().map((pair) => pair.map(({ file: { no } }) => no));
  };

  it.each([
    ['the same day', {}],
    ['the day before', { birthDate: isoDate('1970-03-04') }],
    ['the day after', { birthDate: isoDate('1970-03-06') }],
    ['day and month swapped', { birthDate: isoDate('1970-05-03') }],
    ['Hijri day and month swapped', { birthDate: isoDate('1970-11-25') }],
    ['a slip in the family name', { name: 'سعد محمد علي القحطلني' }],
    ['the family name first', { name: 'القحطاني سعد محمد علي' }],
    ['only the phone', { name: 'نورة', birthDate: null, phone: '+966551234567' }],
    ['only the whole name', { birthDate: null }],
  ])('brings two files together by %s, once', (_how, changes) => {
    const stranger = file({ ...someone, no: 3, name: 'خالد العتيبي', birthDate: null });
    const other = file({ no: 2, nationalId: '2345678904', phone: null, ...changes });
    expect(found(file(), stranger, other)).toEqual([[1, 2]]);
  });

  it('brings a file with a wrong check digit to the one whose number was meant', () => {
    const mistyped = file({
      ...someone,
      no: 2,
      nationalId: '1000000080',
      name: 'آخر',
      birthDate: null,
    });
    expect(found(file(), mistyped)).toEqual([[1, 2]]);
  });

  it('leaves a phone out that half the branch has, and says so', () => {
    const search = new DuplicateSearch();
    for (let no = 1; no <= 60; no += 1) {
      search.add(file({ no, nationalId: String(2_000_000_000 + no), name: '', birthDate: null }));
    }
    expect([...search.candidates()].flat().filter(([one]) => one.file.no === 60)).toEqual([]);
    expect(search.crowded).toBeGreaterThan(0);
  });
});

describe('a merge', () => {
  const alone = { mergedInto: null, plannedPayments: 0, carries: 0 };
  const kept = { ...alone, id: 'kept' };

  it.each([
    [{ ...alone, id: 'kept' }, 'MERGE_WITH_ITSELF'],
    [{ ...alone, id: 'left', mergedInto: 'other' }, 'MERGED_ALREADY'],
    [{ ...alone, id: 'left', carries: 1 }, 'MERGE_CARRIES_OTHERS'],
    [{ ...alone, id: 'left', plannedPayments: 2 }, 'MERGE_PAYMENTS_PLANNED'],
  ])('of %j is refused as %s', (left, code) => {
    expect(mayMerge(kept, left)).toMatchObject({ ok: false, error: { code } });
  });

  it('is approved by another officer, and undone only while nothing rests on it', () => {
    expect(mayMerge(kept, { ...alone, id: 'left' }).ok).toBe(true);
    expect(whyNotDecided({ status: 'proposed', proposedById: 'a' }, 'a')).toBe('PROPOSED_BY_YOU');
    expect(whyNotDecided({ status: 'proposed', proposedById: 'a' }, 'b')).toBeNull();
    expect(mayUndoMerge('merged', { payments: 0, changes: 0 }).ok).toBe(true);
    expect(mayUndoMerge('merged', { payments: 1, changes: 0 })).toMatchObject({
      error: { code: 'MERGE_RESTED_ON', details: { payments: 1 } },
    });
  });

  it('points out the months in which both files were paid', () => {
    const payment = { programme: 'PENSION', kind: 'regular', amount: halalas(132_000) } as const;
    const [july, june] = [isoMonth('2026-07'), isoMonth('2026-06')];
    expect(
      paidTwice([
        { ...payment, file: 'kept', month: july, status: 'credited' },
        { ...payment, file: 'left', month: july, status: 'sent' },
        { ...payment, file: 'kept', month: june, status: 'credited' },
        { ...payment, file: 'left', month: june, status: 'rejected' },
      ]),
    ).toEqual([{ month: july, programme: 'PENSION', kept: 132_000, left: 132_000 }]);
  });
});
