import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calculate } from '../../src/domain/entitlement/calculate.ts';
import { entitlementRulesOn } from '../../src/domain/entitlement/entitlement-rules.ts';
import { planChange } from '../../src/domain/registry/correct-household.ts';
import type { WantedFact } from '../../src/domain/registry/household-change.ts';
import { knownAt } from '../../src/domain/registry/household-at.ts';
import { HEAD, type FactData } from '../../src/domain/registry/household-fact.ts';
import { calculationInputOf } from '../../src/domain/registry/household-input.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate, isoMonth, type IsoInstant } from '../../src/domain/shared/iso-date.ts';
import { ok, type Refusal } from '../../src/domain/shared/result.ts';
import { verifyHouseholds } from '../../src/backend/app/registry/verify-households.ts';
import type { NewChange } from '../../src/backend/app/registry/household-ports.ts';
import { readRepos, writeRepos } from '../../src/backend/db/repos/repos.ts';
import { TestBranch, type Person } from './branch.ts';

const TODAY = isoDate('2026-11-21');
const SINCE = isoDate('2022-05-01');
const MONTH = isoMonth('2026-09');
const PAID = isoDate('2026-09-01');

let branch: TestBranch;
let saad: Person;
beforeEach(async () => {
  branch = await TestBranch.start('2026-11-21');
  saad = await branch.person('سعد بن فهد القحطاني');
});
afterEach(() => branch.close());

const head = (person: Person, more: Partial<FactData['person']> = {}): FactData['person'] => ({
  name: person.name,
  nationalId: person.nationalId,
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
const noura = (more: Partial<FactData['person']> = {}): FactData['person'] => ({
  ...head(saad),
  name: 'نورة بنت سعد القحطاني',
  nationalId: '1010101010',
  sex: 'female',
  birthDate: isoDate('2015-03-02'),
  birthTyped: { calendar: 'hijri', text: '1436-05-11' },
  relation: 'child',
  dependantKind: 'ward',
  ...more,
});

function family(person: Person): WantedFact[] {
  const begin = { action: 'begin', subject: HEAD, from: SINCE, to: null } as const;
  return [
    { ...begin, kind: 'household', data: { kind: 'family', applicationDate: SINCE, families: 1 } },
    { ...begin, kind: 'person', data: head(person) },
    { ...begin, kind: 'person', data: noura(), subject: { newDependant: 'noura' } },
    {
      ...begin,
      kind: 'contact',
      data: { phone: '+966551234567', email: null, address: null, addressLine: 'الرياض' },
    },
    {
      ...begin,
      kind: 'income',
      data: { type: 'wage', amount: halalas(200_000), per: 'month', from: '' },
    },
  ];
}

const change = (at: string, source: NewChange['source'] = 'correction'): NewChange => ({
  at: at as IsoInstant,
  officerId: branch.idOf('sara'),
  source,
  reason: 'أحضر سجل الأسرة',
  caseType: null,
  caseId: null,
});

async function record(person: Person, wanted: readonly WantedFact[], at: string): Promise<number> {
  const recorded = await branch.backend.database.transact<number, Refusal>(async (tx) => {
    const { households } = writeRepos(tx);
    const plan = planChange(await households.facts(person.id), wanted, TODAY);
    return plan.ok ? ok(await households.record(person.id, change(at), plan.value)) : plan;
  });
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  return recorded.value;
}

const repos = () => readRepos(branch.backend.database.reader);

async function run(statement: string): Promise<string> {
  try {
    const { sql } = await import('kysely');
    await branch.backend.database.transact(async (tx) => {
      await sql.raw(statement).execute(tx.db);
      return ok(null);
    });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function pension(person: Person, knownAtChange: number | null): Promise<number | null> {
  const known = knownAt(await repos().households.facts(person.id), knownAtChange);
  const input = calculationInputOf(known, MONTH, PAID);
  return input === null ? null : calculate(input, entitlementRulesOn(MONTH, [])).pension;
}

describe('a household', () => {
  it('comes back as it was recorded, with what was typed', async () => {
    const no = await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    const facts = await repos().households.facts(saad.id);
    expect(facts.map(({ seq, record: of, kind, subject }) => [seq, of, kind, subject])).toEqual([
      [1, 1, 'household', 0],
      [2, 2, 'person', 0],
      [3, 3, 'person', 1],
      [4, 4, 'contact', 0],
      [5, 5, 'income', 0],
    ]);
    expect(facts[2]).toEqual({
      seq: 3,
      record: 3,
      kind: 'person',
      subject: 1,
      data: noura(),
      validFrom: SINCE,
      validTo: null,
      recordedIn: no,
      supersededIn: null,
    });
  });

  it('of nobody is empty, and a change of nobody is none', async () => {
    expect(await repos().households.facts('nobody')).toEqual([]);
    expect(await repos().households.change(7)).toBeUndefined();
    expect(await repos().households.changeAt('2030-01-01T00:00:00.000Z' as IsoInstant)).toBe(0);
  });

  it('shows what its head is called, and how he is reached, where lists and letters look', async () => {
    await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    expect(await repos().registry.person(saad.id)).toMatchObject({
      name: saad.name,
      phone: '0551234567',
      address: 'الرياض',
      kind: 'family',
      birthDate: '1980-05-01',
    });
    expect(await repos().casePeople.household(saad.id, TODAY)).toEqual([
      { name: 'نورة بنت سعد القحطاني', relation: 'child', birthDate: '2015-03-02' },
    ]);
  });
});

describe('a month of the past', () => {
  it('is what was known then, and what is known now', async () => {
    const first = await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    expect(await pension(saad, null)).toBe(98_000);
    const second = await record(
      saad,
      [{ action: 'end', record: 5, on: isoDate('2026-08-01') }],
      '2026-10-04T08:00:00.000Z',
    );
    expect(await pension(saad, first)).toBe(98_000);
    expect(await pension(saad, null)).toBe(198_000);
    const third = await record(saad, [{ action: 'remove', record: 3 }], '2026-11-01T08:00:00.000Z');
    expect(await pension(saad, null)).toBe(132_000);
    const { households } = repos();
    const at = (instant: string) => households.changeAt(instant as IsoInstant);
    expect(await at('2026-01-05T07:59:59.999Z')).toBe(0);
    expect(await at('2026-01-05T08:00:00.000Z')).toBe(first);
    expect(await at('2026-10-31T00:00:00.000Z')).toBe(second);
    expect(await at('2026-11-02T00:00:00.000Z')).toBe(third);
    expect(await pension(saad, await at('2026-10-31T00:00:00.000Z'))).toBe(198_000);
    expect(await pension(saad, 0)).toBeNull();
    const changes = await households.changes(saad.id);
    expect(changes.map(({ no }) => no)).toEqual([third, second, first]);
    expect(changes[0]).toMatchObject({
      officerId: branch.idOf('sara'),
      source: 'correction',
      reason: 'أحضر سجل الأسرة',
    });
  });

  it('reads the same for one household and for a stretch of the branch', async () => {
    const first = await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    const khalid = await branch.person('خالد بن علي الدوسري');
    await branch.person('ليس له أسرة');
    await record(
      khalid,
      family(khalid).filter((fact) => !('subject' in fact && typeof fact.subject === 'object')),
      '2026-02-05T08:00:00.000Z',
    );
    await record(saad, [{ action: 'remove', record: 3 }], '2026-10-04T08:00:00.000Z');
    for (const known of [null, first]) {
      const range = await repos().households.ofRange({
        fromNo: 1,
        toNo: await repos().households.lastNo(),
        on: isoDate(`${MONTH}-01`),
        knownAt: known,
      });
      expect(range.map(({ no }) => no)).toEqual(known === null ? [1, 2] : [1]);
      for (const [place, person] of [saad, khalid].entries()) {
        const facts = range.find(({ no }) => no === place + 1)?.facts ?? [];
        const all = knownAt(await repos().households.facts(person.id), known);
        expect(calculationInputOf(facts, MONTH, PAID)).toEqual(
          calculationInputOf(all, MONTH, PAID),
        );
      }
    }
  });
});

describe('what was known', () => {
  it('is neither changed nor deleted, whoever tries', async () => {
    await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    await record(saad, [{ action: 'remove', record: 3 }], '2026-10-04T08:00:00.000Z');
    const facts = await repos().households.facts(saad.id);
    for (const statement of [
      `update household_fact set data = '{}' where seq = 5`,
      `update household_fact set superseded_in = null where seq = 3`,
      `update household_fact set superseded_in = 2, valid_to = '2026-01-01' where seq = 5`,
      `update household_fact set superseded_in = 2, subject = 4 where seq = 5`,
      'delete from household_fact',
      `update registry_change set reason = ''`,
      'delete from registry_change',
    ]) {
      expect(await run(statement)).toMatch(/stays|append-only/);
    }
    expect(await repos().households.facts(saad.id)).toEqual(facts);
  });

  it('is superseded once: a plan made of older facts changes nothing', async () => {
    await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    const facts = await repos().households.facts(saad.id);
    const stale = planChange(facts, [{ action: 'remove', record: 3 }], TODAY);
    if (!stale.ok) throw new Error(stale.error.code);
    await record(saad, [{ action: 'remove', record: 3 }], '2026-10-04T08:00:00.000Z');
    const write = branch.backend.database.transact(async (tx) =>
      ok(
        await writeRepos(tx).households.record(
          saad.id,
          change('2026-10-05T08:00:00.000Z'),
          stale.value,
        ),
      ),
    );
    await expect(write).rejects.toThrow('superseded');
    expect(await repos().households.changes(saad.id)).toHaveLength(2);
  });
});

describe('nobody lives in two families (LAW 11)', () => {
  it('so that the registry says where somebody is known already', async () => {
    await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    const khalid = await branch.person('خالد بن علي الدوسري');
    const { households } = repos();
    const ids = ['1010101010', saad.nationalId, khalid.nationalId];
    expect(await households.livingElsewhere(khalid.id, ids)).toEqual([
      {
        nationalId: '1010101010',
        beneficiaryId: saad.id,
        headName: saad.name,
        as: 'dependant',
        validFrom: SINCE,
        validTo: null,
      },
      expect.objectContaining({ nationalId: saad.nationalId, as: 'head' }),
    ]);
    expect(await households.livingElsewhere(saad.id, ids)).toEqual([]);
    await record(saad, [{ action: 'remove', record: 3 }], '2026-10-04T08:00:00.000Z');
    expect(await households.livingElsewhere(khalid.id, ['1010101010'])).toEqual([]);
  });
});

describe('the search box', () => {
  it('finds a household by its dependants, with their names and ids', async () => {
    await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    const officer = await branch.as('sara');
    for (const text of ['نورة بنت سعد', 'نوره القحطانى', '1010101010', '1010101']) {
      const found = await officer.registry.search({ text, limit: 5 });
      expect(found.ok && found.value.map(({ refId }) => refId)).toEqual([saad.id]);
    }
  });
});

describe('verification', () => {
  const verify = () => verifyHouseholds(repos().households, () => Promise.resolve());

  it('finds nothing where all is as it was recorded', async () => {
    await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    await branch.person('ليس له أسرة');
    expect(await verify()).toEqual({ checked: 1, differences: [] });
  });

  it('says which column of whom does not say what his household does', async () => {
    await record(saad, family(saad), '2026-01-05T08:00:00.000Z');
    await run(`update beneficiary set phone = '0550000000', kind = 'independent'`);
    const about = {
      area: 'households',
      id: saad.id,
      number: `******${saad.nationalId.slice(-4)}`,
    };
    expect((await verify()).differences).toEqual([
      { ...about, field: 'phone' },
      { ...about, field: 'kind' },
    ]);
  });
});
