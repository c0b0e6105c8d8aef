import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { addDays, isoDate, type IsoDate } from '../shared/iso-date.ts';
import { planChange } from './correct-household.ts';
import type { LivingElsewhere, PlannedChange, SubjectRef, WantedFact } from './household-change.ts';
import { holdsOn, knownAt } from './household-at.ts';
import { HEAD, type AnyFact, type FactData } from './household-fact.ts';

const TODAY = isoDate('2026-11-21');
const SINCE = isoDate('2022-05-01');
const head: FactData['person'] = {
  name: 'سعد بن فهد القحطاني',
  nationalId: '1000000008',
  sex: 'male',
  birthDate: isoDate('1980-05-01'),
  birthTyped: null,
  nationality: 'saudi',
  relation: null,
  dependantKind: null,
  student: false,
  disabled: false,
  deceasedOn: null,
};
const child: FactData['person'] = {
  ...head,
  name: 'نورة بنت سعد القحطاني',
  nationalId: '1010101010',
  sex: 'female',
  birthDate: isoDate('2015-03-02'),
  relation: 'child',
  dependantKind: 'ward',
};
const family = { kind: 'family', applicationDate: SINCE, families: 1 } as const;
const wage = { type: 'wage', amount: halalas(400_000), per: 'month', from: '' } as const;

function begin<Kind extends keyof FactData>(
  kind: Kind,
  subject: SubjectRef,
  data: FactData[Kind],
  from: IsoDate = SINCE,
  to: IsoDate | null = null,
): WantedFact {
  return { action: 'begin', kind, subject, data, from, to } as WantedFact;
}

const FOUNDING: readonly WantedFact[] = [
  begin('household', HEAD, family),
  begin('person', HEAD, head),
  begin('person', { newDependant: 'noura' }, child),
  begin('income', HEAD, wage),
];

/** What the branch knows after a change was recorded with that number. */
function recorded(facts: readonly AnyFact[], plan: PlannedChange, no: number): AnyFact[] {
  return [
    ...facts.map((fact) =>
      plan.supersede.includes(fact.seq) ? { ...fact, supersededIn: no } : fact,
    ),
    ...plan.add.map((fact) => ({ ...fact, recordedIn: no, supersededIn: null })),
  ];
}

function planned(
  facts: readonly AnyFact[],
  wanted: readonly WantedFact[],
  elsewhere: readonly LivingElsewhere[] = [],
): PlannedChange {
  const plan = planChange(facts, wanted, TODAY, elsewhere);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const founded = recorded([], planned([], FOUNDING), 1);
const refusalOf = (
  wanted: readonly WantedFact[],
  facts: readonly AnyFact[] = founded,
  elsewhere: readonly LivingElsewhere[] = [],
) => {
  const plan = planChange(facts, wanted, TODAY, elsewhere);
  return plan.ok ? null : { code: plan.error.code, ...plan.error.details };
};

describe('a new household', () => {
  it('gets its facts numbered, and its dependants numbers for ever', () => {
    const { add, supersede, newDependants, warnings } = planned([], FOUNDING);
    expect(supersede).toEqual([]);
    expect(newDependants).toEqual({ noura: 1 });
    expect(warnings).toEqual([]);
    expect(add.map(({ seq, record, kind, subject }) => [seq, record, kind, subject])).toEqual([
      [1, 1, 'household', 0],
      [2, 2, 'person', 0],
      [3, 3, 'person', 1],
      [4, 4, 'income', 0],
    ]);
  });

  it('gives no number twice, also not that of somebody who never was there', () => {
    const gone = recorded(founded, planned(founded, [{ action: 'remove', record: 3 }]), 2);
    const son = { ...child, nationalId: '1123456780', name: 'فهد بن سعد القحطاني' };
    expect(planned(gone, [begin('person', { newDependant: 'a' }, son)]).newDependants).toEqual({
      a: 2,
    });
  });
});

describe('a correction', () => {
  it('of some past months leaves the days before and after as they were known', () => {
    const less = { ...wage, amount: halalas(200_000) };
    const { supersede, add } = planned(founded, [
      {
        action: 'revise',
        record: 4,
        kind: 'income',
        data: less,
        from: isoDate('2026-03-01'),
        to: isoDate('2026-06-01'),
      },
    ]);
    expect(supersede).toEqual([4]);
    expect(
      add.map(({ record, data, validFrom, validTo }) => [record, data, validFrom, validTo]),
    ).toEqual([
      [4, wage, '2022-05-01', '2026-03-01'],
      [4, less, '2026-03-01', '2026-06-01'],
      [4, wage, '2026-06-01', null],
    ]);
  });

  it('that says what is known already changes nothing', () => {
    expect(
      refusalOf([
        {
          action: 'revise',
          record: 4,
          kind: 'income',
          data: { ...wage },
          from: isoDate('2026-01-01'),
          to: null,
        },
      ]),
    ).toEqual({ code: 'NOTHING_CHANGES', field: 'facts' });
  });

  it('of the household revises the one there is', () => {
    const { add } = planned(founded, [
      begin('household', HEAD, { ...family, families: 2 }, isoDate('2026-12-01')),
    ]);
    expect(add.map(({ record, validFrom, validTo }) => [record, validFrom, validTo])).toEqual([
      [1, '2022-05-01', '2026-12-01'],
      [1, '2026-12-01', null],
    ]);
  });

  it('writes numbers and names in one spelling', () => {
    const contact = {
      phone: '+966 55 123 4567',
      email: null,
      address: null,
      addressLine: 'الرياض',
    };
    const { add } = planned(founded, [
      begin('contact', HEAD, contact),
      begin(
        'person',
        { newDependant: 'a' },
        { ...child, name: '  هند   القحطاني ', nationalId: '١١٢٣٤٥٦٧٨٠' },
      ),
    ]);
    expect(add).toMatchObject([
      { data: { phone: '0551234567' } },
      { data: { name: 'هند القحطاني', nationalId: '1123456780' } },
    ]);
  });
});

const person = (change: Partial<FactData['person']>, from = SINCE): WantedFact =>
  begin('person', { newDependant: 'a' }, { ...child, nationalId: '1123456780', ...change }, from);
const income = (change: Partial<FactData['income']>): WantedFact =>
  begin('income', HEAD, { ...wage, type: 'rent', ...change });
const asset = (change: Partial<FactData['asset']>): WantedFact =>
  begin('asset', HEAD, { type: 'car', value: null, count: 1, description: '', ...change });
const contact = (change: Partial<FactData['contact']>): WantedFact =>
  begin('contact', HEAD, { phone: null, email: null, address: null, addressLine: '', ...change });
const address = {
  buildingNo: '2929',
  street: 'شارع النخيل',
  district: 'حي العليا',
  city: 'الرياض',
  postalCode: '13312',
  additionalNo: '4567',
  short: 'RRRD2929',
};
const stay = (from: string, to: string | null): WantedFact =>
  begin('stay', 1, { place: 'abroad', where: '' }, isoDate(from), to === null ? null : isoDate(to));

describe('what cannot be is refused with the field named', () => {
  it.each<[string, WantedFact, string, string]>([
    ['a negative income', income({ amount: halalas(-1) }), 'AMOUNT_NEGATIVE', 'amount'],
    ['an absurd income', income({ amount: halalas(99_000_000_000) }), 'AMOUNT_ABSURD', 'amount'],
    [
      'a birth after today',
      person({ birthDate: isoDate('2027-01-01') }),
      'DATE_IN_FUTURE',
      'birthDate',
    ],
    [
      'a birth in another century',
      person({ birthDate: isoDate('1900-05-01') }),
      'DATE_ABSURD',
      'birthDate',
    ],
    [
      'the 30th of a month of 29 days',
      person({ birthTyped: { calendar: 'hijri', text: '1436-01-30' } }),
      'DATE_IMPOSSIBLE',
      'birthDate',
    ],
    [
      'a 13th month',
      person({ birthTyped: { calendar: 'hijri', text: '1436-13-01' } }),
      'DATE_IMPOSSIBLE',
      'birthDate',
    ],
    [
      'two dates of birth',
      person({ birthTyped: { calendar: 'hijri', text: '1430-01-01' } }),
      'BIRTH_DATES_DIFFER',
      'birthDate',
    ],
    [
      'somebody before his birth',
      person({ birthDate: isoDate('2024-01-01') }),
      'BEGIN_BEFORE_BIRTH',
      'from',
    ],
    [
      'a death before the birth',
      person({ deceasedOn: isoDate('2014-01-01') }),
      'DEATH_BEFORE_BIRTH',
      'deceasedOn',
    ],
    [
      'nine digits of an id',
      person({ nationalId: '112345678' }),
      'NATIONAL_ID_FORMAT',
      'nationalId',
    ],
    ['an id of nobody', person({ nationalId: '3123456780' }), 'NATIONAL_ID_TYPE', 'nationalId'],
    ['a name of digits', person({ name: 'سعد 123' }), 'NAME_ABSURD', 'name'],
    ['nobody', person({ name: '  ' }), 'FIELD_MISSING', 'name'],
    ['a dependant without relation', person({ relation: null }), 'FIELD_MISSING', 'relation'],
    [
      'the head as dependant',
      person({ nationalId: head.nationalId }),
      'DEPENDANT_IS_HEAD',
      'nationalId',
    ],
    [
      'a dependant twice',
      person({ nationalId: child.nationalId }),
      'DEPENDANT_REPEATED',
      'nationalId',
    ],
    [
      'a second head',
      begin('person', HEAD, { ...head, nationalId: '2345678904' }),
      'TWO_HEADS',
      'head',
    ],
    [
      'a head who is somebody’s child',
      begin('person', HEAD, { ...head, relation: 'child' }),
      'TWO_HEADS',
      'relation',
    ],
    ['an end before the begin', { ...stay('2026-03-01', '2026-02-01') }, 'END_BEFORE_BEGIN', 'to'],
    [
      'an end before the record began',
      { action: 'end', record: 4, on: SINCE },
      'END_BEFORE_BEGIN',
      'on',
    ],
    ['a stay that has not begun', stay('2026-12-01', null), 'DATE_IN_FUTURE', 'from'],
    ['a stay of a lifetime', stay('1990-01-01', '2026-01-01'), 'STAY_TOO_LONG', 'to'],
    ['an income of somebody unknown', begin('income', 7, wage), 'PERSON_UNKNOWN', 'subject'],
    ['a record that nobody has', { action: 'remove', record: 9 }, 'RECORD_UNKNOWN', 'record'],
    [
      'five families',
      begin('household', HEAD, { ...family, families: 5 }),
      'FAMILIES_ABSURD',
      'families',
    ],
    [
      'an application of tomorrow',
      begin('household', HEAD, { ...family, applicationDate: isoDate('2026-12-01') }),
      'DATE_IN_FUTURE',
      'applicationDate',
    ],
    [
      'an independent with a dependant',
      begin('household', HEAD, { ...family, kind: 'independent' }),
      'INDEPENDENT_WITH_DEPENDANTS',
      'kind',
    ],
    ['a car without number', asset({ count: null }), 'FIELD_MISSING', 'count'],
    ['a thousand cars', asset({ count: 1000 }), 'COUNT_ABSURD', 'count'],
    ['savings without value', asset({ type: 'liquid', count: null }), 'FIELD_MISSING', 'value'],
    ['a telephone in an office', contact({ phone: '0112345678' }), 'PHONE_FORMAT', 'phone'],
    ['mail to nowhere', contact({ email: 'nobody' }), 'EMAIL_FORMAT', 'email'],
    [
      'a postal code of four digits',
      contact({ address: { ...address, postalCode: '1331' } }),
      'ADDRESS_DIGITS',
      'address.postalCode',
    ],
    ['a household without its head', { action: 'remove', record: 2 }, 'HEAD_MISSING', 'head'],
  ])('%s', (_what, wanted, code, field) => {
    expect(refusalOf([wanted])).toMatchObject({ code, field });
  });

  it('in whichever of the wanted facts it stands', () => {
    expect(refusalOf([income({}), asset({ count: -1 })])).toMatchObject({
      item: 1,
      field: 'count',
    });
  });

  it('two stays of the same days', () => {
    const away = recorded(founded, planned(founded, [stay('2026-01-01', '2026-03-01')]), 2);
    expect(refusalOf([stay('2026-02-01', '2026-04-01')], away)).toMatchObject({
      code: 'STAY_OVERLAPS',
      field: 'from',
    });
    expect(refusalOf([stay('2026-03-01', '2026-04-01')], away)).toBeNull();
  });
});

describe('who lives in another family (LAW 11)', () => {
  const there = (as: LivingElsewhere['as'], nationalId: string, validTo: string | null = null) => [
    {
      nationalId,
      beneficiaryId: 'other',
      headName: 'خالد',
      as,
      validFrom: isoDate('2023-01-01'),
      validTo: validTo === null ? null : isoDate(validTo),
    },
  ];

  it('is no dependant of a second one, neither as dependant nor as its head', () => {
    for (const as of ['dependant', 'head'] as const) {
      expect(refusalOf([person({})], founded, there(as, '1123456780'))).toEqual({
        code: 'LIVES_ELSEWHERE',
        field: 'nationalId',
        item: 0,
        head: 'خالد',
        maskedNationalId: '******6780',
      });
    }
  });

  it('may move: where he left before he comes', () => {
    const left = there('dependant', '1123456780', '2026-10-01');
    expect(refusalOf([person({}, isoDate('2026-10-01'))], founded, left)).toBeNull();
    expect(refusalOf([person({}, isoDate('2026-09-30'))], founded, left)).toMatchObject({
      code: 'LIVES_ELSEWHERE',
    });
  });

  it('does not come back unseen by a record of his that goes on', () => {
    const ended = recorded(
      founded,
      planned(founded, [{ action: 'end', record: 3, on: isoDate('2026-01-01') }]),
      2,
    );
    const back: WantedFact = {
      action: 'revise',
      record: 3,
      kind: 'person',
      data: child,
      from: isoDate('2026-01-01'),
      to: null,
    };
    expect(refusalOf([back], ended, there('dependant', '1010101010'))).toMatchObject({
      code: 'LIVES_ELSEWHERE',
    });
  });

  it('may be head of several families', () => {
    const again = begin('person', HEAD, { ...head, disabled: true });
    expect(refusalOf([again], founded, there('head', '1000000008'))).toBeNull();
  });
});

describe('what is odd and may be right is a warning', () => {
  it.each<[string, readonly WantedFact[], string, string]>([
    ['a check digit', [person({ nationalId: '1123456781' })], 'NATIONAL_ID_CHECKSUM', 'nationalId'],
    [
      'an id of another nationality',
      [person({ nationality: 'other' })],
      'NATIONALITY_DIFFERS_FROM_ID',
      'nationality',
    ],
    [
      'a child as old as its father',
      [person({ birthDate: head.birthDate })],
      'CHILD_OLDER_THAN_HEAD',
      'birthDate',
    ],
    [
      'a family of nobody',
      [
        { action: 'end', record: 3, on: SINCE.replace('05', '06') as IsoDate },
        { action: 'remove', record: 3 },
      ],
      'FAMILY_WITHOUT_DEPENDANTS',
      'kind',
    ],
  ])('%s', (_what, wanted, code, field) => {
    expect(planned(founded, wanted).warnings).toMatchObject([{ code, field }]);
  });

  it('and a day between the calendars is none', () => {
    const typed = { calendar: 'hijri', text: '1436-05-12' } as const;
    expect(refusalOf([person({ birthDate: isoDate('2015-03-02'), birthTyped: typed })])).toBeNull();
  });
});

describe('what is known', () => {
  const DAYS = 12;
  const day = (offset: number): IsoDate => addDays(isoDate('2026-01-01'), offset);
  const amounts = [100_000, 200_000, 300_000].map((amount) => halalas(amount));
  const span = fc
    .tuple(fc.nat(DAYS - 1), fc.option(fc.integer({ min: 1, max: DAYS }), { nil: null }))
    .map(([from, length]) => ({ from, to: length === null ? null : from + length }));
  const step = fc.record({
    record: fc.constantFrom(4, 5),
    span,
    what: fc.oneof(fc.constantFrom(...amounts), fc.constantFrom('end' as const, 'remove' as const)),
  });

  it('on every day and after every change is what was said of that day last', () => {
    const base = recorded(
      founded,
      planned(founded, [
        begin('income', 1, { ...wage, type: 'rent', amount: halalas(100_000) }, day(0)),
        { action: 'remove', record: 4 },
      ]),
      2,
    );
    const first = recorded(base, planned(base, [begin('income', HEAD, wage, day(0))]), 3);
    const records = [5, 6];
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        (changes) => {
          let facts: AnyFact[] = first;
          const model = new Map<number, (number | null)[]>([
            [5, Array.from({ length: 2 * DAYS }, () => 100_000)],
            [6, Array.from({ length: 2 * DAYS }, () => 400_000)],
          ]);
          const then = new Map<number, string>([[3, JSON.stringify([...model])]]);
          let no = 3;
          for (const steps of changes) {
            const wanted: WantedFact[] = [];
            const next = structuredClone(model);
            for (const {
              record: place,
              span: { from, to },
              what,
            } of steps) {
              const record = place + 1;
              const days = next.get(record) ?? [];
              const known = days.findIndex((amount) => amount !== null);
              if (known === -1) continue;
              if (what === 'remove') {
                wanted.push({ action: 'remove', record });
                days.fill(null);
              } else if (what === 'end') {
                if (from <= known) continue;
                wanted.push({ action: 'end', record, on: day(from) });
                days.fill(null, from);
              } else {
                const data = {
                  ...wage,
                  type: record === 5 ? 'rent' : 'wage',
                  amount: what,
                } as const;
                wanted.push({
                  action: 'revise',
                  record,
                  kind: 'income',
                  data,
                  from: day(from),
                  to: to === null ? null : day(to),
                });
                days.fill(what, from, to ?? undefined);
              }
            }
            const plan = planChange(facts, wanted, TODAY);
            if (!plan.ok) {
              expect(plan.error.code).toBe('NOTHING_CHANGES');
              expect(JSON.stringify([...next])).toBe(JSON.stringify([...model]));
              continue;
            }
            no += 1;
            facts = recorded(facts, plan.value, no);
            for (const [record, days] of next) model.set(record, days);
            then.set(no, JSON.stringify([...model]));
          }
          for (const [change, said] of then) {
            const known = knownAt(facts, change);
            const seen = records.map((record) => [
              record,
              Array.from({ length: 2 * DAYS }, (_, offset) => {
                const held = known.filter(
                  (fact) => fact.record === record && holdsOn(fact, day(offset)),
                );
                expect(held.length).toBeLessThan(2);
                const [fact] = held;
                return fact?.kind === 'income' ? fact.data.amount : null;
              }),
            ]);
            expect(JSON.stringify(seen)).toBe(said);
          }
          expect(JSON.stringify(knownAt(facts, null))).toBe(JSON.stringify(knownAt(facts, no)));
        },
      ),
      { numRuns: 400 },
    );
  });
});
