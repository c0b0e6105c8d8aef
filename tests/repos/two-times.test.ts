import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recompute } from '../../src/backend/app/entitlement/recompute.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { addFamily, changeFamily, dependant, idOf, wage } from './eligibility-branch.ts';
import { openBranch, valueOf } from './open-branch.ts';

const MONTHS = ['2024-12', '2025-01', '2025-06', '2026-01', '2026-10'].map(isoMonth);
const DAYS = ['2025-01-01', '2025-05-15', '2025-06-01', '2026-01-01', '2026-09-20'].map(isoDate);
/** Of the wage among the facts of a family with one child. */
const WAGE = 4;

describe('a household that is corrected backwards and forwards in any order', () => {
  const step = fc.record({
    from: fc.constantFrom(...DAYS),
    to: fc.option(fc.constantFrom(...DAYS), { nil: null }),
    amount: fc.constantFrom(0, 50_000, 200_000, 390_000, 900_000),
  });

  it('is computed for each month as it was known after each change, for ever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const branch = await openBranch('2026-11-02T08:00:00.000Z');
        try {
          await addFamily(branch, 1, [dependant('نورة الأولى'), wage(100_000)]);
          const repos = readRepos(branch.backend.database.reader);
          const at = async (change: number | null) => {
            const sums = [];
            for (const month of MONTHS)
              sums.push((await recompute({ repos }, idOf(1), month, change))?.calculation ?? null);
            return JSON.stringify(sums);
          };
          const then = new Map([[1, await at(null)]]);
          for (const { from, to, amount } of steps) {
            if (to !== null && to <= from) continue;
            const { kind, data } = wage(amount) as Extract<
              ReturnType<typeof wage>,
              { kind: 'income' }
            >;
            const revised = { action: 'revise', record: WAGE, kind, data, from, to } as const;
            const change = await changeFamily(branch, idOf(1), [revised as never]).catch(
              () => null,
            );
            if (change !== null) then.set(change, await at(null));
          }
          for (const [change, said] of then) expect(await at(change)).toBe(said);
          expect(await at(null)).toBe(then.get(Math.max(...then.keys())));
        } finally {
          await branch.close();
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('has no sum before anything was known of it, and that of the month’s own rates', async () => {
    const branch = await openBranch('2026-11-02T08:00:00.000Z');
    try {
      await addFamily(branch, 1, [dependant('نورة الأولى')]);
      const api = await branch.as('officer');
      const why = async (month: string) =>
        valueOf(await api.whyAmount.ofMonth({ beneficiaryId: idOf(1), month: isoMonth(month) }));
      expect((await why('2024-12')).now).toBeNull();
      expect((await why('2025-01')).now?.sum.pension).toBe(198_000);
      await changeFamily(branch, idOf(1), [
        {
          action: 'revise',
          record: 1,
          kind: 'household',
          from: isoDate('2022-05-01'),
          to: null,
          data: { kind: 'family', applicationDate: isoDate('2022-04-01'), families: 1 },
        } as never,
        {
          action: 'revise',
          record: 2,
          kind: 'person',
          from: isoDate('2022-05-01'),
          to: isoDate('2025-01-01'),
          data: {
            name: 'سعد',
            nationalId: null,
            sex: null,
            birthDate: isoDate('1980-05-01'),
            birthTyped: null,
            nationality: 'saudi',
            relation: null,
            dependantKind: null,
            student: false,
            disabled: false,
            deceasedOn: null,
          },
        } as never,
      ]);
      expect((await why('2023-10')).now?.sum.pension).toBe(110_000);
      expect((await why('2023-11')).now?.sum.pension).toBe(132_000);
      expect((await why('2022-04')).now).toBeNull();
    } finally {
      await branch.close();
    }
  });
});
