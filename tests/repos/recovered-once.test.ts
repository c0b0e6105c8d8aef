import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate, isoMonth, type IsoMonth } from '../../src/domain/shared/iso-date.ts';
import { value, type Person, type TestBranch } from './branch.ts';
import { HEAD_AND_ONE, paidHousehold, record, wage } from './settlement-branch.ts';

const BASIS = { ground: 'changeNotReported', cause: 'دخل لم يُبلّغ عنه', visitOn: null } as const;
const OCTOBER = isoMonth('2026-10');

let branch: TestBranch;
let person: Person;

beforeEach(async () => {
  ({ branch, person } = await paidHousehold());
  await record(branch, person, 'correction', [wage(isoDate('2026-10-01'), 200_000)]);
});
afterEach(() => branch.end());

const overpaid = (month: IsoMonth, amount: number) => ({
  beneficiaryId: person.id,
  basis: BASIS,
  months: [{ month, due: halalas(98_000), paid: halalas(HEAD_AND_ONE), amount: halalas(amount) }],
});

const demand = async (month = OCTOBER, amount = 100_000) =>
  (await branch.as('sara')).recoveries.propose(overpaid(month, amount));

describe('a demand by hand', () => {
  it('is not made twice of one month', async () => {
    const { number } = value(await demand());
    expect(await demand()).toMatchObject({
      error: { code: 'RECOVERY_OPEN', details: { month: OCTOBER, number } },
    });
  });

  it('asks no more back than the ledger says was paid, whatever was typed', async () => {
    const { months } = overpaid(OCTOBER, HEAD_AND_ONE + 1);
    const typed = months.map((month) => ({ ...month, paid: halalas(9_000_000) }));
    const sara = await branch.as('sara');
    const of = { beneficiaryId: person.id, basis: BASIS };
    expect(await sara.recoveries.propose({ ...of, months: typed })).toMatchObject({
      error: { code: 'NOT_OVERPAID', details: { month: OCTOBER } },
    });
    expect(await demand(isoMonth('2026-08'), 1)).toMatchObject({
      error: { code: 'NOT_OVERPAID', details: { month: '2026-08' } },
    });
  });
});
