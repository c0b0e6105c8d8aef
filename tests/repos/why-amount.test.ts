import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import type { TestBranch } from './branch.ts';
import { value, type Person } from './branch.ts';
import { child, HEAD_AND_ONE, HEAD_AND_TWO, paidHousehold, record } from './settlement-branch.ts';

const OCTOBER = isoMonth('2026-10');

let branch: TestBranch;
let person: Person;

beforeEach(async () => {
  ({ branch, person } = await paidHousehold());
});
afterEach(() => branch.end());

const why = async (month = OCTOBER) =>
  value(await (await branch.as('sara')).whyAmount.ofMonth({ beneficiaryId: person.id, month }));

describe('why a month was paid what it was', () => {
  it('a month that arrived as it was due has nothing to explain', async () => {
    const explained = await why();
    expect(explained).toMatchObject({
      used: { source: 'known', sum: { pension: HEAD_AND_ONE } },
      now: { sum: { pension: HEAD_AND_ONE } },
      causes: [],
      walk: [],
      arrived: HEAD_AND_ONE,
      underWay: 0,
      remaining: 0,
    });
    expect(explained.payments).toHaveLength(1);
  });

  it('a dependant who was missing is the cause, named, and what he would have brought is owed', async () => {
    await record(branch, person, 'correction', [child(isoDate('2026-09-01'))]);
    const explained = await why();
    expect(explained.used?.sum.pension).toBe(HEAD_AND_ONE);
    expect(explained.now?.sum.pension).toBe(HEAD_AND_TWO);
    expect(explained.causes).toHaveLength(1);
    expect(explained.causes[0]).toMatchObject({ amount: HEAD_AND_TWO - HEAD_AND_ONE });
    expect(explained.causes[0]?.text.ar).toContain('نورة بنت سعد');
    expect(explained.remaining).toBe(HEAD_AND_TWO - HEAD_AND_ONE);
    const lines = explained.now?.sum.lines ?? [];
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(HEAD_AND_TWO);
  });

  it('lists the months that can be asked about, newest first', async () => {
    const months = value(
      await (await branch.as('sara')).whyAmount.months({ beneficiaryId: person.id }),
    );
    expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-10', '2026-09']);
    expect(months[0]).toMatchObject({ due: HEAD_AND_ONE, arrived: HEAD_AND_ONE });
  });

  it('prints the explanation as a sheet that is on no register', async () => {
    await record(branch, person, 'correction', [child(isoDate('2026-09-01'))]);
    const sheet = value(
      await (await branch.as('sara')).whyAmount.sheet({ beneficiaryId: person.id, month: OCTOBER }),
    );
    expect(sheet.pages).toBe(1);
    expect(Buffer.from(sheet.bytes.slice(0, 5)).toString()).toBe('%PDF-');
    expect(value(await (await branch.as('sara')).letters.list({})).total).toBe(0);
  });

  it('is refused for somebody whom the registry does not know', async () => {
    const unknown = await (
      await branch.as('sara')
    ).whyAmount.ofMonth({
      beneficiaryId: '00000000-0000-7000-8000-000000000000',
      month: OCTOBER,
    });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
