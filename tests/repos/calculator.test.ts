import Sqlite from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { TestBranch, value } from './branch.ts';

let branch: TestBranch;

beforeEach(async () => {
  branch = await TestBranch.start('2026-11-22');
});
afterEach(() => branch.end());

const household = {
  month: '2027-01',
  kind: 'family',
  head: { id: 'head', birthDate: '1980-05-01' },
  dependants: [{ id: '1', relation: 'spouse', birthDate: '1984-02-11' }],
  incomes: [{ person: 'head', type: 'wage', monthly: 200_000 }],
};

/** Every row of the branch, counted by table. */
function rows(): Readonly<Record<string, number>> {
  const database = new Sqlite(path.join(branch.folder, 'insaf.db'), { readonly: true });
  const tables = database
    .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table'`)
    .all();
  const count = (name: string): number =>
    database.prepare<[], { n: number }>(`select count(*) as n from "${name}"`).get()?.n ?? 0;
  const counted = tables.map(({ name }) => [name, count(name)] as const);
  database.close();
  return Object.fromEntries<number>(counted);
}

describe('the calculator', () => {
  it('computes a household that is on no record, prints it as an estimate, and keeps nothing', async () => {
    const api = await branch.as('sara');
    const before = rows();
    const { calculation, month } = value(await api.calculator.compute({ household }));
    expect(month).toBe('2027-01');
    expect(calculation).toMatchObject({ minimum: 198_000, counted: 100_000, pension: 98_000 });
    const { bytes, pages } = value(await api.calculator.sheet({ household }));
    expect(pages).toBe(1);
    const file = path.join(branch.folder, 'estimate.pdf');
    writeFileSync(file, bytes);
    const printed = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(printed).toContain('980.00');
    expect(rows()).toEqual(before);
  });

  it('computes by the settings of the month, once a second officer has approved them', async () => {
    const admin = await branch.as('admin');
    const raised = { head: halalas(150_000), dependant: halalas(75_000) };
    const changed = value(
      await admin.settings.change({
        key: 'pensionRates',
        value: raised,
        from: isoDate('2027-01-01'),
        reason: 'أمر ملكي',
      }),
    );
    const pensionOf = async (month: string) => {
      const asked = { household: { ...household, month } };
      return value(await (await branch.as('sara')).calculator.compute(asked)).calculation;
    };
    expect(changed.waits).toBe(true);
    expect(await pensionOf('2027-01')).toMatchObject({ minimum: 198_000, rules: '2023-11-01' });
    value(await (await branch.as('khalid')).settings.decide({ no: changed.no, approve: true }));
    expect(await pensionOf('2027-01')).toMatchObject({ minimum: 225_000, rules: '2027-01-01' });
    expect(await pensionOf('2026-12')).toMatchObject({ minimum: 198_000, rules: '2023-11-01' });
    expect(await pensionOf('2023-10')).toMatchObject({ minimum: 165_000, rules: '2022-01-01' });
  });

  it('names what contradicts itself', async () => {
    const incomes = [{ person: 'Z', type: 'wage', monthly: 1 }];
    const api = await branch.as('sara');
    const refusal = {
      ok: false,
      error: { code: 'CALCULATION_PERSON_UNKNOWN', details: { field: 'incomes[0].person' } },
    };
    expect(await api.calculator.compute({ household: { ...household, incomes } })).toMatchObject(
      refusal,
    );
    expect(await api.calculator.sheet({ household: { ...household, incomes } })).toMatchObject(
      refusal,
    );
  });
});
