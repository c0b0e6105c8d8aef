import { writeRepos } from '../../src/backend/db/repos/repos.ts';
import { planChange } from '../../src/domain/registry/correct-household.ts';
import type { WantedFact } from '../../src/domain/registry/household-change.ts';
import type { FactData, FactSource } from '../../src/domain/registry/household-fact.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate, isoInstant, type IsoDate } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value, type Person } from './branch.ts';

/** Months that were paid before anything was found wrong, with their cycles' numbers. */
export const PAID_MONTHS = [
  [57, '2026-09', '2026-09-01'],
  [58, '2026-10', '2026-10-01'],
  [59, '2026-11', '2026-11-01'],
] as const;

export const HEAD_AND_ONE = 198_000;
export const HEAD_AND_TWO = 264_000;

const person = (name: string, birthDate: string): FactData['person'] => ({
  name,
  nationalId: null,
  sex: 'female',
  birthDate: isoDate(birthDate),
  birthTyped: null,
  nationality: 'saudi',
  relation: null,
  dependantKind: null,
  student: false,
  disabled: false,
  deceasedOn: null,
});

const dependant = (name: string, birthDate: string, relation: 'spouse' | 'child') => ({
  kind: 'person' as const,
  action: 'begin' as const,
  subject: { newDependant: name },
  data: { ...person(name, birthDate), relation, dependantKind: 'ward' as const },
  to: null,
});

export const child = (from: IsoDate): WantedFact => ({
  ...dependant('نورة بنت سعد', '2015-03-01', 'child'),
  from,
});

export const wage = (from: IsoDate, amount: number): WantedFact => ({
  action: 'begin',
  kind: 'income',
  subject: 0,
  data: { type: 'wage', amount: halalas(amount), per: 'month', from: 'مؤسسة' },
  from,
  to: null,
});

/** Records a change of a household as the registry does. */
export async function record(
  branch: TestBranch,
  of: Person,
  source: FactSource,
  wanted: readonly WantedFact[],
  reason = '',
): Promise<void> {
  const at = isoInstant(branch.now);
  await branch.backend.database.transact(async (tx) => {
    const { households } = writeRepos(tx);
    const planned = planChange(await households.facts(of.id), wanted, isoDate(at.slice(0, 10)));
    if (!planned.ok) throw new Error(JSON.stringify(planned.error));
    const change = { at, officerId: null, source, reason, caseType: null, caseId: null };
    await households.record(of.id, change, planned.value);
    return ok(null);
  });
}

/**
 * A head and his wife since 2025, paid for three months what they were due by what was known: a branch in November 2026.
 */
export async function paidHousehold(): Promise<{ branch: TestBranch; person: Person }> {
  const branch = await TestBranch.start('2026-01-05');
  const head = await branch.person('سعد بن ناصر القحطاني');
  const from = isoDate('2025-02-01');
  await record(branch, head, 'founding', [
    {
      action: 'begin',
      kind: 'household',
      subject: 0,
      data: { kind: 'family', applicationDate: isoDate('2025-01-10'), families: 1 },
      from,
      to: null,
    },
    {
      action: 'begin',
      kind: 'person',
      subject: 0,
      data: { ...person(head.name, '1980-05-01'), nationalId: null, sex: 'male' },
      from,
      to: null,
    },
    { ...dependant('هند بنت فهد', '1984-02-11', 'spouse'), from },
  ]);
  for (const [number, month, payDate] of PAID_MONTHS) {
    const cycle = { id: await branch.cycle(number, month, payDate), month };
    await branch.payment(head, cycle, HEAD_AND_ONE, 'credited');
  }
  await branch.account(head);
  branch.on('2026-11-12');
  return { branch, person: head };
}

/** A signed yes of the person, on his file; answers its id. */
export async function consent(branch: TestBranch, of: Person): Promise<string> {
  const id = '00000000-0000-7000-8ddd-000000000001';
  await branch.backend.database.transact(async (tx) => {
    await writeRepos(tx).documents.add({
      id,
      ownerType: 'beneficiary',
      ownerId: of.id,
      title: 'إقرار بالموافقة على المقاصة',
      fileName: 'consent.pdf',
      mime: 'application/pdf',
      sizeBytes: 10,
      pages: 1,
      contents: [],
      sha256: 'a'.repeat(64),
      addedAt: isoInstant(branch.now),
      addedBy: branch.idOf('sara'),
    });
    return ok(null);
  });
  return id;
}

export const months = async (branch: TestBranch, of: Person) =>
  value(await (await branch.as('sara')).settlements.person({ beneficiaryId: of.id }));
