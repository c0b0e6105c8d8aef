import { writeRepos } from '../../src/backend/db/repos/repos.ts';
import type { WantedFact } from '../../src/domain/registry/household-change.ts';
import { planChange } from '../../src/domain/registry/correct-household.ts';
import { bankCodeOfIban, makeIban } from '../../src/domain/registry/iban.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate, isoMonth, type IsoInstant } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { searchKey } from '../../src/domain/shared/search-key.ts';
import type { TestBranch } from './open-branch.ts';
import { nationalId } from './payment-lists.ts';

const NAMES = ['سعد الشهري', 'أحمد القحطاني', 'بدر العتيبي', 'جابر الحربي', 'خالد الزهراني'];
const AT = '2026-10-01T08:00:00.000Z' as IsoInstant;
const SINCE = isoDate('2025-01-01');
const TODAY = isoDate('2026-11-02');

export const idOf = (index: number): string =>
  `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** A wage of the head, halalas a month. */
export function wage(monthly: number, from = '2025-01-01'): WantedFact {
  const data = { type: 'wage', amount: halalas(monthly), per: 'month', from: '' } as const;
  return { action: 'begin', kind: 'income', subject: 0, from: isoDate(from), to: null, data };
}

export function dependant(name: string, birthDate = '2015-03-01', from = '2025-01-01'): WantedFact {
  return {
    action: 'begin',
    kind: 'person',
    subject: { newDependant: name },
    from: isoDate(from),
    to: null,
    data: person(name, birthDate, 'child'),
  };
}

const person = (name: string, birthDate: string, relation: 'child' | null) => ({
  name,
  nationalId: null,
  sex: null,
  birthDate: isoDate(birthDate),
  birthTyped: null,
  nationality: 'saudi' as const,
  relation,
  dependantKind: relation === null ? null : ('ward' as const),
  student: false,
  disabled: false,
  deceasedOn: null,
});

/** A family with an account, known since 2025; answers its beneficiary's id. */
export async function addFamily(
  branch: TestBranch,
  index: number,
  more: readonly WantedFact[],
  { account = true } = {},
): Promise<string> {
  const id = idOf(index);
  const name = NAMES[index % NAMES.length] ?? '';
  await branch.backend.database.transact(async (tx) => {
    const { registry } = writeRepos(tx);
    const national = nationalId(index);
    await registry.register([{ id, nationalId: national, name, nameKey: searchKey(name) }], AT);
    if (account) {
      const number = makeIban('80', `000099${String(index).padStart(12, '0')}`);
      await registry.keepAccounts(
        [
          {
            id: id.replace('-8000-', '-8aaa-'),
            nationalId: national,
            iban: number,
            bankCode: bankCodeOfIban(number),
          },
        ],
        isoMonth('2025-01'),
      );
    }
    return ok(null);
  });
  await changeFamily(branch, id, [
    {
      action: 'begin',
      kind: 'household',
      subject: 0,
      from: SINCE,
      to: null,
      data: { kind: 'family', applicationDate: isoDate('2024-12-01'), families: 1 },
    },
    {
      action: 'begin',
      kind: 'person',
      subject: 0,
      from: SINCE,
      to: null,
      data: { ...person(name, '1980-05-01', null), nationalId: nationalId(index) },
    },
    ...more,
  ]);
  return id;
}

/** Records a change of a household; answers its number. */
export async function changeFamily(
  branch: TestBranch,
  id: string,
  wanted: readonly WantedFact[],
): Promise<number> {
  const result = await branch.backend.database.transact(async (tx) => {
    const { households } = writeRepos(tx);
    const plan = planChange(await households.facts(id), wanted, TODAY);
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    const change = {
      at: AT,
      officerId: null,
      source: 'correction',
      reason: 'تصحيح',
      caseType: null,
      caseId: null,
    } as const;
    return ok(await households.record(id, change, plan.value));
  });
  if (!result.ok) throw new Error('Not recorded');
  return result.value;
}
