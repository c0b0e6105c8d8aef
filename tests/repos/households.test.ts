import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import type { OutputOf } from '../../src/contract/api.ts';
import type { StatedFact, WantedStep } from '../../src/contract/households.ts';
import { planChange } from '../../src/domain/registry/correct-household.ts';
import { HEAD, type FactData } from '../../src/domain/registry/household-fact.ts';
import type { WantedFact } from '../../src/domain/registry/household-change.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate, type IsoInstant } from '../../src/domain/shared/iso-date.ts';
import { ok, type Refusal } from '../../src/domain/shared/result.ts';
import { writeRepos } from '../../src/backend/db/repos/repos.ts';
import { value } from './branch.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';

const SINCE = isoDate('2024-01-01');
const WAGE = { type: 'wage', amount: halalas(400_000), per: 'month', from: 'مؤسسة' } as const;

let branch: TestBranch;
let sara: Client;
/** Two families; the first has a daughter of 2015 and a wage. */
let saad: string;
let omar: string;

beforeEach(async () => {
  branch = await openBranch('2026-09-02T08:00:00.000Z');
  sara = await branch.as('officer');
  saad = await family(1, 'سعد بن فهد القحطاني', '1010101010');
  omar = await family(2, 'عمر بن علي الشهري', '1123456780');
  branch.setNow('2026-11-02T08:00:00.000Z');
});
afterEach(() => branch.close());

const person = (more: Partial<FactData['person']>): FactData['person'] => ({
  name: '',
  nationalId: null,
  sex: 'male',
  birthDate: isoDate('1980-05-01'),
  birthTyped: null,
  nationality: 'saudi',
  relation: null,
  dependantKind: null,
  student: false,
  disabled: false,
  deceasedOn: null,
  ...more,
});

/** A household as an application records it, on the day that the branch has. */
async function family(no: number, name: string, nationalId: string): Promise<string> {
  const id = `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`;
  const daughter = `ابنة ${name}`;
  const begin = { action: 'begin', subject: HEAD, from: SINCE, to: null } as const;
  const wanted: WantedFact[] = [
    { ...begin, kind: 'household', data: { kind: 'family', applicationDate: SINCE, families: 1 } },
    { ...begin, kind: 'person', data: person({ name, nationalId }) },
    {
      ...begin,
      kind: 'person',
      subject: { newDependant: 'daughter' },
      data: person({
        name: daughter,
        nationalId: no === 1 ? '1000000008' : '1080000019',
        sex: 'female',
        birthDate: isoDate('2015-03-02'),
        relation: 'child',
        dependantKind: 'ward',
      }),
    },
    { ...begin, kind: 'income', data: WAGE },
    {
      ...begin,
      kind: 'contact',
      data: { phone: '0551234567', email: null, address: null, addressLine: 'الرياض' },
    },
  ];
  const recorded = await branch.backend.database.transact<null, Refusal>(async (tx) => {
    const repos = writeRepos(tx);
    const at = '2026-09-02T08:00:00.000Z' as IsoInstant;
    await repos.registry.register([{ id, nationalId, name, nameKey: name }], at);
    const plan = planChange([], wanted, isoDate('2026-09-02'));
    if (!plan.ok) return plan;
    const change = { at, officerId: null, source: 'founding', reason: '' } as const;
    await repos.households.record(id, { ...change, caseType: null, caseId: null }, plan.value);
    return ok(null);
  });
  value(recorded);
  return id;
}

type View = OutputOf<'households.show'>;

const show = async (more: { on?: string; knownAt?: string } = {}, of = saad): Promise<View> =>
  valueOf(
    await sara.households.show({
      beneficiaryId: of,
      ...(more.on === undefined ? {} : { on: isoDate(more.on) }),
      ...(more.knownAt === undefined ? {} : { knownAt: more.knownAt as IsoInstant }),
    }),
  );

const wageIn = (view: View) =>
  view.facts.flatMap((fact) =>
    fact.kind === 'income' ? [[fact.data.amount, fact.mark, fact.validTo]] : [],
  );

async function recordOf(kind: StatedFact['kind'], subject = 0, of = saad): Promise<number> {
  const { facts } = await show({}, of);
  return facts.find((fact) => fact.kind === kind && fact.subject === subject)?.record ?? 0;
}

const income = (amount: number): StatedFact => ({
  kind: 'income',
  data: { ...WAGE, amount: halalas(amount) },
});

async function correct(
  steps: WantedStep[],
  { by = sara, expected }: { by?: Client; expected?: number } = {},
) {
  const expectedChange = expected ?? (await show()).lastChange;
  return by.households.change({
    beneficiaryId: saad,
    expectedChange,
    reason: 'أحضر تعريفاً بالراتب',
    steps,
  });
}

/** The wage was 3,500 from July. */
const july = async (): Promise<WantedStep> => ({
  action: 'revise',
  record: await recordOf('income'),
  fact: income(350_000),
  from: isoDate('2026-07-01'),
  to: null,
});

describe('a household of a past month', () => {
  it('is shown as it is known now and as it was known then', async () => {
    const recorded = valueOf(await correct([await july()]));
    expect(recorded.affected).toEqual({ from: '2026-07', to: '2026-11' });
    expect(wageIn(await show())).toEqual([[350_000, 'same', null]]);
    expect(wageIn(await show({ on: '2026-08-01' }))).toEqual([[350_000, 'same', null]]);
    expect(wageIn(await show({ on: '2026-06-01' }))).toEqual([[400_000, 'changed', '2026-07-01']]);
    const then = await show({ on: '2026-08-01', knownAt: '2026-10-01T00:00:00.000Z' });
    expect(wageIn(then)).toEqual([[400_000, 'changed', null]]);
    expect(then).toMatchObject({ isPresent: false, comparedWith: 'knownNow' });
    const [wage] = then.facts.filter(({ kind }) => kind === 'income');
    expect(wage).toMatchObject({
      instead: { data: { amount: 350_000 } },
      corrected: { officerName: 'موظف officer', reason: 'أحضر تعريفاً بالراتب' },
    });
  });

  it('shows a gap where somebody was learnt of later', async () => {
    const son: WantedStep = {
      action: 'begin',
      subject: { newDependant: 'son' },
      fact: {
        kind: 'person',
        data: {
          ...person({ name: 'ابن سعد', relation: 'child', dependantKind: 'ward' }),
          nationalId: '2345678904',
          birthDate: isoDate('2020-02-02'),
        },
      },
      from: isoDate('2026-03-01'),
      to: null,
    };
    const pension: WantedStep = {
      action: 'begin',
      subject: { newDependant: 'son' },
      fact: income(10_000),
      from: isoDate('2026-05-01'),
      to: null,
    };
    const recorded = valueOf(await correct([son, pension]));
    expect(recorded.affected).toEqual({ from: '2026-03', to: '2026-11' });
    expect(recorded.warnings).toEqual([
      { code: 'NATIONALITY_DIFFERS_FROM_ID', step: 0, field: 'nationality' },
    ]);
    const then = await show({ on: '2026-10-01', knownAt: '2026-10-01T00:00:00.000Z' });
    const marks = then.facts.flatMap((fact) =>
      fact.kind === 'person' ? [[fact.subject, fact.mark]] : [],
    );
    expect(marks).toEqual([
      [0, 'same'],
      [1, 'same'],
      [2, 'missing'],
    ]);
    const { facts } = await show();
    expect(facts.find(({ kind, subject }) => kind === 'income' && subject === 2)).toBeDefined();
  });

  it('does not touch what is due where only the address was corrected', async () => {
    const step: WantedStep = {
      action: 'revise',
      record: await recordOf('contact'),
      fact: { kind: 'contact', data: { address: null, addressLine: 'جدة' } },
      from: isoDate('2026-01-01'),
      to: null,
    };
    expect(valueOf(await correct([step])).affected).toBeNull();
    const [contact] = (await show()).facts.filter(({ kind }) => kind === 'contact');
    // The number was left out, and stays.
    expect(contact).toMatchObject({ data: { maskedPhone: '*******567', addressLine: 'جدة' } });
  });
});

describe('the numbers of people', () => {
  it('are masked, and revealed one by one with a reason', async () => {
    const { facts } = await show();
    const daughter = facts.find(({ kind, subject }) => kind === 'person' && subject === 1);
    expect(daughter).toMatchObject({ data: { maskedNationalId: '******0008' } });
    expect(JSON.stringify(facts)).not.toContain('1000000008');
    const shown = await sara.registry.reveal({
      beneficiaryId: saad,
      field: 'nationalId',
      fact: daughter?.seq ?? 0,
      reason: 'التحقق',
    });
    expect(valueOf(shown).value).toBe('1000000008');
    const other = await sara.registry.reveal({
      beneficiaryId: saad,
      field: 'phone',
      fact: daughter?.seq ?? 0,
      reason: 'التحقق',
    });
    expect(other).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('the history', () => {
  it('tells of each change what it put in the place of what, the newest first', async () => {
    valueOf(await correct([await july()]));
    const record = await recordOf('income');
    const { changes } = valueOf(await sara.households.history({ beneficiaryId: saad, record }));
    expect(changes).toMatchObject([
      {
        officerName: 'موظف officer',
        source: 'correction',
        reason: 'أحضر تعريفاً بالراتب',
        entries: [
          {
            deed: 'revised',
            before: [{ data: { amount: 400_000 } }],
            after: [{ validFrom: '2026-07-01', data: { amount: 350_000 } }],
          },
        ],
      },
      { officerName: null, source: 'founding', entries: [{ deed: 'begun' }] },
    ]);
    const whole = valueOf(await sara.households.history({ beneficiaryId: saad }));
    expect(whole.changes.map(({ entries }) => entries.length)).toEqual([1, 5]);
  });

  it('tells an end from a mistake that never held', async () => {
    const record = await recordOf('income');
    valueOf(await correct([{ action: 'end', record, on: isoDate('2026-10-01') }]));
    valueOf(await correct([{ action: 'remove', record }]));
    const { changes } = valueOf(await sara.households.history({ beneficiaryId: saad, record }));
    expect(changes.map(({ entries }) => entries[0]?.deed)).toEqual(['removed', 'ended', 'begun']);
  });
});

describe('two officers at one household', () => {
  it('do not overwrite each other, and the second learns who was first', async () => {
    const step = await july();
    const { lastChange } = await show();
    const supervisor = await branch.as('supervisor');
    valueOf(await correct([step], { by: supervisor }));
    const before = await branch.digest({ audit: true });
    const late = await correct(
      [{ action: 'remove', record: step.action === 'revise' ? step.record : 0 }],
      {
        expected: lastChange,
      },
    );
    expect(late).toMatchObject({
      error: { code: 'CONFLICT', details: { by: 'موظف supervisor' } },
    });
    expect(await branch.digest({ audit: true })).toBe(before);
    expect(wageIn(await show())).toEqual([[350_000, 'same', null]]);
  });
});

describe('what cannot be', () => {
  const child = (nationalId: string): WantedStep => ({
    action: 'begin',
    subject: { newDependant: 'child' },
    fact: {
      kind: 'person',
      data: {
        ...person({ name: 'نورة القحطاني', relation: 'child', dependantKind: 'ward' }),
        birthDate: isoDate('2016-01-01'),
        nationalId,
      },
    },
    from: isoDate('2026-03-01'),
    to: null,
  });
  const revised = async (fact: StatedFact): Promise<WantedStep> => ({
    action: 'revise',
    record: await recordOf(fact.kind),
    fact,
    from: isoDate('2026-03-01'),
    to: null,
  });

  it.each([
    [
      'a dependant of another family (LAW 11)',
      () => child('1080000019'),
      'LIVES_ELSEWHERE',
      'nationalId',
    ],
    [
      'a head of another family (LAW 11)',
      () => child('1123456780'),
      'LIVES_ELSEWHERE',
      'nationalId',
    ],
    [
      'somebody who is there already',
      () => child('1000000008'),
      'DEPENDANT_REPEATED',
      'nationalId',
    ],
    ['an ID of nine digits', () => child('123456789'), 'NATIONAL_ID_FORMAT', 'nationalId'],
    ['a negative wage', () => revised(income(-1)), 'AMOUNT_NEGATIVE', 'amount'],
    ['an absurd wage', () => revised(income(9_000_000_000)), 'AMOUNT_ABSURD', 'amount'],
    [
      'a Hijri day that the calendar has not',
      () =>
        revised({
          kind: 'person',
          data: {
            ...person({ name: 'سعد بن فهد القحطاني' }),
            birthTyped: { calendar: 'hijri', text: '1400-01-31' },
          },
        }),
      'DATE_IMPOSSIBLE',
      'birthDate',
    ],
  ] as const)(
    '%s is refused at its field, and nothing changes',
    async (_what, step, code, field) => {
      const good = await july();
      const wrong = await step();
      const before = await branch.digest({ audit: true });
      const refused = await correct([good, wrong]);
      expect(refused).toMatchObject({ error: { code, details: { field, item: 1 } } });
      expect(await branch.digest({ audit: true })).toBe(before);
    },
  );

  it('names the head of the other family, and no whole number', async () => {
    const refused = await correct([child('1080000019')]);
    if (refused.ok) throw new Error('It was taken');
    expect(refused.error.details).toMatchObject({
      head: 'عمر بن علي الشهري',
      maskedHeadId: '******6780',
      maskedNationalId: '******0019',
    });
    expect((await show({}, omar)).facts.filter(({ kind }) => kind === 'person')).toHaveLength(2);
  });

  it('is refused to whoever may only read', async () => {
    const auditor = await branch.as('auditor');
    const refused = await correct([await july()], { by: auditor });
    expect(refused).toMatchObject({ error: { code: 'NOT_PERMITTED' } });
  });
});

describe('a correction that is undone', () => {
  it('is recorded as a new change, and stays in the history', async () => {
    const { change } = valueOf(await correct([await july()]));
    branch.setNow('2026-11-02T09:00:00.000Z');
    const undone = valueOf(
      await sara.households.undo({ beneficiaryId: saad, change, reason: 'كان لشخص آخر' }),
    );
    expect(undone.affected).toEqual({ from: '2026-07', to: '2026-11' });
    expect(wageIn(await show())).toEqual([[400_000, 'same', null]]);
    const at = '2026-11-02T08:30:00.000Z';
    expect(wageIn(await show({ on: '2026-11-02', knownAt: at }))[0]?.[0]).toBe(350_000);
    const record = await recordOf('income');
    const { changes } = valueOf(await sara.households.history({ beneficiaryId: saad, record }));
    expect(changes).toHaveLength(3);
  });

  it('is the last one and no other, and no founding', async () => {
    const { lastChange } = await show();
    const founding = await sara.households.undo({
      beneficiaryId: saad,
      change: lastChange,
      reason: 'لا',
    });
    expect(founding).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    const refused = await sara.households.undo({
      beneficiaryId: saad,
      change: lastChange,
      reason: 'تجربة',
    });
    expect(refused).toMatchObject({ error: { code: 'CHANGE_NOT_CORRECTION' } });
    const first = valueOf(await correct([await july()]));
    const record = await recordOf('income');
    valueOf(await correct([{ action: 'end', record, on: isoDate('2026-10-01') }]));
    const late = await sara.households.undo({
      beneficiaryId: saad,
      change: first.change,
      reason: 'تجربة',
    });
    expect(late).toMatchObject({ error: { code: 'CHANGE_NOT_LAST' } });
  });

  it('does not bring back who lives in another family by now (LAW 11)', async () => {
    const record = await recordOf('person', 1);
    const gone = valueOf(await correct([{ action: 'end', record, on: isoDate('2026-06-01') }]));
    const { lastChange } = await show({}, omar);
    valueOf(
      await sara.households.change({
        beneficiaryId: omar,
        expectedChange: lastChange,
        reason: 'انتقلت إليهم',
        steps: [
          {
            action: 'begin',
            subject: { newDependant: 'niece' },
            fact: {
              kind: 'person',
              data: {
                ...person({ name: 'ابنة سعد', relation: 'other', dependantKind: 'cohabitant' }),
                birthDate: isoDate('2015-03-02'),
                nationalId: '1000000008',
              },
            },
            from: isoDate('2026-06-01'),
            to: null,
          },
        ],
      }),
    );
    const before = await branch.digest();
    const refused = await sara.households.undo({
      beneficiaryId: saad,
      change: gone.change,
      reason: 'عادت',
    });
    expect(refused).toMatchObject({ error: { code: 'LIVES_ELSEWHERE' } });
    expect(await branch.digest()).toBe(before);
  });
});

describe('bank accounts', () => {
  const IBAN = 'SA03 8000 0000 6080 1016 7519';
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  async function proof(of = saad): Promise<string> {
    const path = branch.write('proof.png', png);
    const attached = await sara.documents.attach({
      ownerType: 'beneficiary',
      ownerId: of,
      path,
      title: 'شهادة آيبان',
    });
    return valueOf(attached).id;
  }
  const add = (iban: string, proofDocumentId: string, of = saad) =>
    sara.households.addAccount({
      beneficiaryId: of,
      iban,
      from: isoDate('2026-11-02'),
      proofKind: 'ibanCertificate',
      proofDocumentId,
      verified: { on: isoDate('2026-11-01'), how: 'document' },
      reason: 'غيّر بنكه',
    });

  it('are added with what proves them, in the place of the one before, and ended', async () => {
    const document = await proof();
    valueOf(await add(IBAN, document));
    branch.setNow('2026-11-03T08:00:00.000Z');
    const second = await sara.households.addAccount({
      beneficiaryId: saad,
      iban: 'SA3915000999103143430001',
      from: isoDate('2026-11-03'),
      proofKind: 'bankLetter',
      proofDocumentId: document,
      verified: null,
      reason: 'غيّر بنكه',
    });
    const { accounts } = await show();
    expect(accounts).toMatchObject([
      { maskedIban: 'SA******0001', validTo: null, verifiedOn: null, proofKind: 'bankLetter' },
      {
        maskedIban: 'SA******7519',
        validTo: '2026-11-03',
        verifiedHow: 'document',
        verifiedBy: 'موظف officer',
        proof: { title: 'شهادة آيبان' },
      },
    ]);
    const ended = await sara.households.endAccount({
      beneficiaryId: saad,
      accountId: valueOf(second).id,
      on: isoDate('2026-11-08'),
      reason: 'أغلقه البنك',
    });
    expect(ended.ok).toBe(true);
    expect((await show()).accounts[0]).toMatchObject({ validTo: '2026-11-08' });
  });

  it.each([
    ['GB29NWBK60161331926819', 'IBAN_COUNTRY'],
    ['SA0380000000608010167591', 'IBAN_CHECKSUM'],
    ['SA038000000060801016751', 'IBAN_LENGTH'],
  ])('%s is refused as %s, and nothing changes', async (iban, code) => {
    const document = await proof();
    const before = await branch.digest({ audit: true });
    expect(await add(iban, document)).toMatchObject({
      error: { code, details: { field: 'iban' } },
    });
    expect(await branch.digest({ audit: true })).toBe(before);
  });

  it('are not those of another person, and their proof is his own', async () => {
    valueOf(await add(IBAN, await proof()));
    const theirs = await proof(omar);
    expect(await add(IBAN, theirs, omar)).toMatchObject({
      error: { code: 'ACCOUNT_HELD_BY_ANOTHER' },
    });
    expect(await add('SA3915000999103143430001', theirs)).toMatchObject({
      error: { code: 'PROOF_NOT_ATTACHED' },
    });
  });

  it('are changed on the days set for it only', async () => {
    const document = await proof();
    branch.setNow('2026-11-20T08:00:00.000Z');
    const desk = valueOf(await sara.households.accountDesk({ beneficiaryId: saad }));
    expect(desk).toMatchObject({ isOpen: false, opensOn: '2026-12-01', closesOn: '2026-12-08' });
    expect(await add(IBAN, document)).toMatchObject({
      error: { code: 'EDIT_DAYS_CLOSED', details: { opensOn: '2026-12-01' } },
    });
  });
});
