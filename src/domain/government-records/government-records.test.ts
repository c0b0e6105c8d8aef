import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChange } from '../registry/correct-household.ts';
import { householdOn } from '../registry/household-at.ts';
import type { AnyFact, FactData, FactKind } from '../registry/household-fact.ts';
import { halalas } from '../shared/halalas.ts';
import { isoDate } from '../shared/iso-date.ts';
import { acceptedFacts } from './accept-difference.ts';
import { compareWithHousehold, missingDependant } from './compare-record.ts';
import type { Difference } from './difference.ts';
import { layoutProblems, suggestRecordLayout, type RecordLayout } from './record-layout.ts';
import type { RecordKind } from './record-kinds.ts';
import { readRecordRow, type RecordRow } from './record-row.ts';
import { reportDue, updateDates, updateStanding } from './update-request.ts';

const TODAY = isoDate('2026-11-22');
const ID = '1000000008';

let seq = 0;
const fact = <Kind extends FactKind>(kind: Kind, data: FactData[Kind], subject = 0): AnyFact => {
  seq += 1;
  const since = isoDate('2024-01-01');
  return {
    seq,
    record: seq,
    subject,
    validFrom: since,
    validTo: null,
    recordedIn: 1,
    supersededIn: null,
    kind,
    data,
  } as AnyFact;
};
const person = (name: string, nationalId: string | null): FactData['person'] => ({
  name,
  nationalId,
  sex: 'male',
  birthDate: isoDate('1970-03-05'),
  birthTyped: null,
  nationality: 'saudi',
  relation: null,
  dependantKind: null,
  student: false,
  disabled: false,
  deceasedOn: null,
});
const wage: FactData['income'] = {
  type: 'wage',
  amount: halalas(300_000),
  per: 'month',
  from: '',
};
const facts = (): AnyFact[] => [
  fact('household', { kind: 'family', applicationDate: isoDate('2024-01-01'), families: 1 }),
  fact('person', person('سعد محمد القحطاني', ID)),
  fact('contact', { phone: '0551234567', email: null, address: null, addressLine: '' }),
  fact('person', { ...person('علي سعد', '1010101010'), relation: 'child' }, 1),
  fact('income', wage),
  fact('asset', { type: 'car', value: null, count: 1, description: '' }),
];

const HEADS: Readonly<Record<RecordKind, readonly string[]>> = {
  civil: ['رقم الهوية', 'الاسم', 'تاريخ الميلاد', 'الجنس', 'تاريخ الوفاة', 'رقم الجوال'],
  income: ['رقم الهوية', 'نوع الدخل', 'المبلغ', 'الدورية', 'صاحب العمل', 'من تاريخ', 'إلى تاريخ'],
  property: ['رقم الهوية', 'نوع الملكية', 'القيمة', 'العدد'],
};

function layoutOf(kind: RecordKind, ...rows: readonly (readonly string[])[]): RecordLayout {
  const draft = suggestRecordLayout(kind, [HEADS[kind], ...rows], null);
  return {
    ...draft,
    decimalSign: draft.decimalSign ?? '.',
    thousandsSign: draft.thousandsSign ?? 'none',
    dateOrder: draft.dateOrder ?? 'ymd',
  };
}

function read(kind: RecordKind, ...rows: readonly (readonly string[])[]): RecordRow[] {
  const layout = layoutOf(kind, ...rows);
  return rows.map((cells, index) => {
    const result = readRecordRow(kind, layout, { line: index + 2, cells }, TODAY);
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    return result.row;
  });
}

const compared = (kind: RecordKind, known: readonly AnyFact[], ...rows: readonly string[][]) =>
  compareWithHousehold(kind, read(kind, ...rows), householdOn(known, TODAY), 0);

describe('a civil record', () => {
  it('agrees in any spelling of a name, in either calendar and any form of a phone', () => {
    const row = [ID, 'سَعد بن محمد القحطانى', '1389/12/26', 'ذكر', '', '+966551234567'];
    expect(compared('civil', facts(), row)).toMatchObject({ agreed: 4, differences: [] });
  });

  it('differs field by field, and what is accepted is what the registry then knows', () => {
    const known = facts();
    const row = [ID, 'سعد محمد الغامدي', '1970-03-06', 'ذكر', '2026-10-01', '0557654321'];
    const { differences, agreed } = compared('civil', known, row);
    expect(agreed).toBe(1);
    expect(differences.map(({ field, outcome }) => [field, outcome])).toEqual([
      ['name', 'differs'],
      ['birthDate', 'differs'],
      ['deceasedOn', 'missingHere'],
      ['phone', 'differs'],
    ]);
    for (const difference of differences) {
      const wanted = acceptedFacts({ ...difference, nationalId: ID }, known, TODAY);
      if (!wanted.ok) throw new Error(wanted.error.code);
      expect(planChange(known, wanted.value, TODAY)).toMatchObject({ ok: true });
    }
  });

  it('names somebody of the family whom the branch does not count', () => {
    const [row] = read('civil', ['1123456780', 'نورة سعد', '2015-01-01', 'أنثى', '', '']);
    if (!row) throw new Error('no row');
    const known = facts();
    const difference = { ...missingDependant(row), nationalId: row.nationalId };
    const wanted = acceptedFacts(difference, known, isoDate('2026-01-01'));
    if (!wanted.ok) throw new Error(wanted.error.code);
    const planned = planChange(known, wanted.value, TODAY);
    expect(planned).toMatchObject({ ok: true, value: { add: [{ kind: 'person', subject: 2 }] } });
  });
});

describe('a record of incomes', () => {
  it('agrees where the year comes to the same, and where what ended is unknown here', () => {
    const rows = [
      [ID, 'راتب', '36000', 'سنوي', '', '', ''],
      [ID, 'إيجار', '900', 'شهري', '', '', '2025-01-01'],
    ];
    expect(compared('income', facts(), ...rows)).toEqual({ agreed: 2, differences: [] });
  });

  it.each([
    [[ID, 'راتب', '3500', 'شهري', 'شركة', '2026-05-01', ''], 'differs', 'revise', '2026-05-01'],
    [[ID, 'راتب', '3000', 'شهري', '', '', '2026-08-31'], 'differs', 'end', '2026-09-01'],
    [[ID, 'إيجار', '900', 'شهري', '', '2026-05-01', ''], 'missingHere', 'begin', '2026-05-01'],
  ])('that says %j %s and is accepted as %s from %s', (row, outcome, action, from) => {
    const known = facts();
    const { differences } = compared('income', known, row);
    expect(differences).toMatchObject([{ outcome, validFrom: from }]);
    const [difference] = differences as [Difference];
    const wanted = acceptedFacts({ ...difference, nationalId: ID }, known, isoDate(from));
    expect(wanted).toMatchObject({ ok: true, value: [{ action }] });
    if (wanted.ok) expect(planChange(known, wanted.value, TODAY).ok).toBe(true);
  });
});

it('cars on lines of their own are compared by their number', () => {
  const car = [ID, 'سيارة', '', ''];
  expect(compared('property', facts(), car)).toMatchObject({ agreed: 1 });
  expect(compared('property', facts(), car, car).differences).toMatchObject([
    { outcome: 'differs', theirs: { count: 2 }, ours: { count: 1 } },
  ]);
});

describe('a row', () => {
  it.each([
    ['civil', ['123', 'سعد', '', '', '', ''], [['nationalId', 'NATIONAL_ID_INVALID']]],
    ['civil', [ID, '=cmd()', '', '', '', ''], [['name', 'CELL_FORMULA']]],
    ['civil', [ID, 'سعد', '1447/13/01', '', '', ''], [['birthDate', 'DATE_UNREADABLE']]],
    ['civil', [ID, 'سعد', '1447/02/30', '', '', ''], [['birthDate', 'DATE_UNREADABLE']]],
    [
      'civil',
      [ID, 'سعد', '2027-01-01', '', '', '12'],
      [
        ['birthDate', 'DATE_TO_COME'],
        ['phone', 'PHONE_UNREADABLE'],
      ],
    ],
    ['income', [ID, 'قرض', '1', '', '', '', ''], [['incomeType', 'WORD_UNKNOWN']]],
    ['income', [ID, 'راتب', '-5', '', '', '', ''], [['amount', 'AMOUNT_UNREADABLE']]],
    ['income', [ID, 'راتب', '99999999999', '', '', '', ''], [['amount', 'AMOUNT_ABSURD']]],
    ['income', [ID, 'راتب', '', '', '', '', ''], [['amount', 'CELL_EMPTY']]],
    [
      'income',
      [ID, 'راتب', '5', '', '', '2026-05-01', '2026-04-01'],
      [['until', 'ENDS_BEFORE_IT_BEGINS']],
    ],
  ] as const)('of %s that says %j is refused, each cell named', (kind, cells, expected) => {
    const result = readRecordRow(kind, layoutOf(kind, cells), { line: 2, cells }, TODAY);
    const found = 'problems' in result ? result.problems : [];
    expect(found.map(({ column, code }) => [column, code])).toEqual(expected);
  });

  it('never throws, whatever its cells say', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom('civil', 'income', 'property'), cells, (kind, row) => {
        const layout = layoutOf(kind, row);
        const result = readRecordRow(kind, layout, { line: 2, cells: row }, TODAY);
        const nobody =
          'row' in result
            ? compareWithHousehold(kind, [result.row], householdOn([], TODAY), 0)
            : null;
        expect(nobody?.agreed ?? 0).toBe(0);
      }),
    );
  });
});

it('a list without the column of ids or with dates that may be either is not read on a guess', () => {
  const head = ['الاسم', 'تاريخ الميلاد'];
  const draft = suggestRecordLayout('civil', [head, ['سعد', '05/06/1970']], null);
  expect(layoutProblems('civil', draft)).toEqual(['COLUMN_MISSING', 'DATES_OPEN']);
});

describe('an update that was asked for', () => {
  const calendar = { weekend: [5, 6], holidays: new Set<string>() };
  const late = { days: 30, count: 'calendar' } as const;
  const report = { days: 15, count: 'calendar' } as const;

  it('is a ground to stop after more than thirty days, and no day before (LAW 17)', () => {
    const dates = updateDates(isoDate('2026-11-01'), late, calendar, isoDate('2026-11-15'));
    if (!dates.ok) throw new Error(dates.error.code);
    const standing = (day: string) =>
      updateStanding({ ...dates.value, status: 'open' }, isoDate(day));
    expect(['2026-11-15', '2026-11-16', '2026-12-01', '2026-12-02'].map(standing)).toEqual([
      'due',
      'late',
      'late',
      'stopGround',
    ]);
  });

  it('is due neither in the past nor after the law has run out', () => {
    const dueOn = (wanted: string) =>
      updateDates(isoDate('2026-11-01'), late, calendar, isoDate(wanted));
    expect(dueOn('2026-11-01')).toMatchObject({ error: { code: 'UPDATE_DUE_PAST' } });
    expect(dueOn('2026-12-02')).toMatchObject({ error: { code: 'UPDATE_DUE_TOO_LATE' } });
  });

  it('a change is to be reported within fifteen days (LAW 7, REG 27)', () => {
    expect(reportDue(isoDate('2026-11-01'), report, calendar)).toBe('2026-11-16');
    const working = { ...report, count: 'working' } as const;
    expect(reportDue(isoDate('2026-11-01'), working, calendar)).toBe('2026-11-22');
  });
});
