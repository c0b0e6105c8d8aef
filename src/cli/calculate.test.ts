import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'insaf-calculate-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const family = {
  month: '2026-10',
  applicationDate: '2026-03-12',
  kind: 'family',
  head: { id: 'A', birthDate: '1980-05-01', nationality: 'saudi', daysAbroad: 0, inCentre: false },
  dependants: [
    { id: 'B', relation: 'spouse', birthDate: '1984-02-11', daysAbroad: 0, inCentre: false },
    { id: 'C', relation: 'child', birthDate: '2005-09-30', student: true },
  ],
  incomes: [
    { person: 'A', type: 'retirementPension', monthly: 300_000 },
    { person: 'B', type: 'rent', yearly: 600_000 },
  ],
  assets: [{ person: 'A', type: 'car', count: 1 }],
};

function calculate(content: unknown, ...words: readonly string[]) {
  const file = path.join(folder, 'household.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return run(file, ...words);
}

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      path.join(ROOT, 'src/cli/insaf.ts'),
      'calculate',
      ...words,
    ],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const json = (ran: ReturnType<typeof run>): unknown => JSON.parse(ran.stdout);

describe('insaf calculate', () => {
  it('gives the sum with its working as JSON', () => {
    const ran = calculate(family, '--json');
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(json(ran)).toEqual({
      eligible: true,
      minimum: 264_000,
      counted: 200_000,
      pension: 64_000,
      reasons: [],
      rules: '2023-11-01',
      lines: [
        line('head', 'REG 12', 132_000, 'A'),
        line('dependant', 'REG 12', 66_000, 'B'),
        line('dependant', 'REG 12', 66_000, 'C'),
        line('income.retirementPension', 'REG 9', -150_000, 'A'),
        line('income.rent', 'REG 10', -50_000, 'B'),
      ],
    });
  });

  it('takes settings of its own for the sum', () => {
    const settings = { retirementPensionEarned: false };
    expect(json(calculate({ ...family, settings }, '--json'))).toMatchObject({
      eligible: false,
      counted: 350_000,
      pension: 0,
      reasons: ['income'],
    });
  });

  it('is read aloud in either language', () => {
    const english = calculate(family).stdout;
    expect(english).toContain(
      'Retirement pension of 3,000.00 SAR a month: half of it counts [REG 9]',
    );
    expect(english).toContain('Pension of 2026-10: 640.00 SAR, eligible');
    const arabic = calculate(family, '--lang', 'ar').stdout;
    expect(arabic).toContain('معاش تقاعد 3,000.00 ريال في الشهر، يُحتسب نصفه');
    expect(arabic).toContain('معاش شهر 2026-10: 640.00 ريال، مستحق');
  });

  it('names the field that contradicts the rest, and computes nothing', () => {
    const incomes = [...family.incomes, { person: 'Z', type: 'wage', monthly: 1 }];
    const refused = calculate({ ...family, incomes }, '--json');
    expect(refused).toMatchObject({ status: 2, stderr: '' });
    expect(json(refused)).toEqual({
      error: {
        code: 'CALCULATION_PERSON_UNKNOWN',
        field: 'incomes[2].person',
        person: 'Z',
        message: '"incomes[2].person" names Z, who is not in the household.',
      },
    });
    expect(calculate({ ...family, month: '2026-1' })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'insaf: "month" must be a month of the form YYYY-MM. [CALCULATION_MONTH]\n',
    });
  });

  it('computes a month still to come, and no date beyond today', () => {
    expect(json(calculate({ ...family, month: '2099-01' }, '--json'))).toMatchObject({
      pension: 64_000,
    });
    expect(json(calculate({ ...family, applicationDate: '2099-01-01' }, '--json'))).toMatchObject({
      error: { code: 'CALCULATION_DATE_FUTURE', field: 'applicationDate' },
    });
  });

  it('says that a file is missing or no JSON', () => {
    expect(json(run(path.join(folder, 'none.json'), '--json'))).toMatchObject({
      error: { code: 'FILE_UNREADABLE', reason: 'ENOENT' },
    });
    const broken = calculate('{"month":\n "2026-10",\n kind', '--json');
    expect(broken.status).toBe(2);
    expect(json(broken)).toMatchObject({ error: { code: 'CALCULATION_NOT_JSON', line: 3 } });
  });
});

const line = (code: string, article: string, amount: number, person: string) => ({
  code,
  article,
  amount,
  person,
  text: { ar: expect.any(String) as string, en: expect.any(String) as string },
});
