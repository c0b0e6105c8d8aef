import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { verifyBranch } from '../../src/cli/verify-branch.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { value, type Person, type TestBranch } from './branch.ts';
import {
  child,
  consent,
  HEAD_AND_ONE,
  HEAD_AND_TWO,
  months,
  PAID_MONTHS,
  paidHousehold,
  record,
  wage,
} from './settlement-branch.ts';

const MONTHS = PAID_MONTHS.map(([, month]) => isoMonth(month));
const REASON = 'تابعة أُضيفت من سبتمبر بشهادة ميلاد';
const BASIS = { ground: 'changeNotReported', cause: 'دخل لم يُبلّغ عنه', visitOn: null } as const;

let branch: TestBranch;
let person: Person;

beforeEach(async () => {
  ({ branch, person } = await paidHousehold());
});
afterEach(() => branch.end());

const addChild = () =>
  record(branch, person, 'correction', [child(isoDate('2026-09-01'))], 'شهادة ميلاد');

async function propose(more: object = {}): Promise<{ id: string; number: string }> {
  const sara = await branch.as('sara');
  return value(
    await sara.settlements.propose({
      beneficiaryId: person.id,
      months: MONTHS,
      reason: REASON,
      ...more,
    }),
  );
}

const december = async () => {
  const fahad = await branch.as('fahad');
  const cycle = value(await fahad.payments.cycles({})).find(({ month }) => month === '2026-12');
  const cycleId = cycle?.id ?? '00000000-0000-7000-8000-00000000ffff';
  return {
    proposals: value(await fahad.payments.proposals({ cycleId })),
    payments: value(await fahad.payments.list({ cycleId })).rows,
  };
};

const clean = async () =>
  (await verifyBranch(branch.backend.database, branch.folder)).differences.filter(
    ({ area }) => area === 'settlements' || area === 'recoveries' || area === 'payments',
  );

describe('a household that was known rightly', () => {
  it('is owed nothing', async () => {
    const found = await months(branch, person);
    expect(found).toMatchObject({ touchedFrom: null, sums: { owed: 0, overpaid: 0 } });
    expect(found.months.map(({ due, paid }) => [due, paid])).toEqual(
      MONTHS.map(() => [HEAD_AND_ONE, HEAD_AND_ONE]),
    );
  });
});

describe('three past months of a corrected household', () => {
  it('say what was found then, what is due now, what was paid, and why it differs', async () => {
    await addChild();
    const { touchedFrom, months: found, sums } = await months(branch, person);
    expect(touchedFrom).toBe('2026-09');
    expect(found).toHaveLength(3);
    for (const month of found) {
      expect(month).toMatchObject({
        before: HEAD_AND_ONE,
        due: HEAD_AND_TWO,
        paid: HEAD_AND_ONE,
        difference: 66_000,
        standing: 'owed',
      });
      expect(month.causes.reduce((sum, { amount }) => sum + amount, 0)).toBe(66_000);
      expect(month.causes[0]?.text.ar).toBeTruthy();
    }
    expect(sums).toMatchObject({ owed: 198_000, overpaid: 0 });
  });

  it('are proposed, refused to the proposer, approved by another, and prepared in the next cycle', async () => {
    await addChild();
    const { id, number } = await propose();
    const before = await december();
    expect(before.proposals).toHaveLength(3);
    expect(before.proposals[0]).toMatchObject({
      reason: number,
      settlement: { number },
      blocked: 'PART_OF_SETTLEMENT',
    });
    expect(before.payments).toEqual([]);
    const sara = await branch.as('sara');
    expect(await sara.settlements.approve({ id, expectedVersion: 1 })).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    const fahad = await branch.as('fahad');
    const approved = value(await fahad.settlements.approve({ id, expectedVersion: 1 }));
    expect(approved).toEqual({ payments: 3, recoveryId: null });
    const { payments, proposals } = await december();
    expect(
      payments
        .map(({ month, kind, amount, status }) => `${month} ${kind} ${amount} ${status}`)
        .sort(),
    ).toEqual(MONTHS.map((month) => `${month} difference 66000 prepared`));
    expect(proposals.every(({ status }) => status === 'approved')).toBe(true);
    const letter = await sara.caseLetters.issue({
      of: { type: 'payment', id: payments[0]?.id ?? '' },
      kind: 'differencePayment',
    });
    expect(letter).toMatchObject({ value: { draftId: expect.any(String) as string } });
    const { content } = await branch.backend.database.reader.db
      .selectFrom('letter_draft')
      .select('content')
      .executeTakeFirstOrThrow();
    expect(content).toContain(REASON);
    expect(await clean()).toEqual([]);
  });

  it('are nobody’s to approve who proposed them, by the rule and by the database', async () => {
    await addChild();
    const fahad = await branch.as('fahad');
    const { id } = value(
      await fahad.settlements.propose({ beneficiaryId: person.id, months: MONTHS, reason: REASON }),
    );
    expect(await fahad.settlements.approve({ id, expectedVersion: 1 })).toMatchObject({
      error: { code: 'PROPOSED_BY_YOU' },
    });
    const by = branch.idOf('fahad');
    const forced = branch.backend.database.transact(async (tx) => {
      await tx.db
        .insertInto('settlement_event')
        .values({ settlement_id: id, type: 'approved', at: 't', officer_id: by })
        .execute();
      return ok(null);
    });
    await expect(forced).rejects.toThrow('nobody approves what he proposed');
    const updated = branch.backend.database.transact(async (tx) => {
      await tx.db
        .updateTable('settlement')
        .set({ status: 'approved', approved_by: by, decided_on: '2026-11-12' })
        .where('id', '=', id)
        .execute();
      return ok(null);
    });
    await expect(updated).rejects.toThrow(/CHECK/);
  });

  it('asked again give nothing', async () => {
    await addChild();
    const { id, number } = await propose();
    const again = await (
      await branch.as('mona')
    ).settlements.propose({
      beneficiaryId: person.id,
      months: MONTHS,
      reason: REASON,
    });
    expect(again).toMatchObject({ error: { code: 'SETTLEMENT_OPEN', details: { number } } });
    value(await (await branch.as('fahad')).settlements.approve({ id, expectedVersion: 1 }));
    expect((await months(branch, person)).sums).toMatchObject({ owed: 0, overpaid: 0 });
    const third = await (
      await branch.as('mona')
    ).settlements.propose({
      beneficiaryId: person.id,
      months: MONTHS,
      reason: REASON,
    });
    expect(third).toMatchObject({ error: { code: 'MONTH_EVEN' } });
    expect((await december()).payments).toHaveLength(3);
  });

  it('that change while they wait are not approved', async () => {
    await addChild();
    const { id } = await propose();
    await record(branch, person, 'correction', [wage(isoDate('2026-10-01'), 100_000)]);
    expect(
      await (await branch.as('fahad')).settlements.approve({ id, expectedVersion: 1 }),
    ).toMatchObject({ error: { code: 'RECORDS_CHANGED', details: { month: '2026-10' } } });
    expect((await december()).payments).toEqual([]);
  });

  it('that were sent back are proposed anew under the same number', async () => {
    await addChild();
    const { id, number } = await propose();
    const fahad = await branch.as('fahad');
    value(await fahad.settlements.sendBack({ id, expectedVersion: 1, note: 'انظر نوفمبر' }));
    const again = await propose({ months: MONTHS.slice(0, 2), again: { id, expectedVersion: 2 } });
    expect(again).toEqual({ id, number });
    value(await fahad.settlements.approve({ id, expectedVersion: 3 }));
    expect((await december()).payments).toHaveLength(2);
    expect((await months(branch, person)).sums.owed).toBe(66_000);
    expect(await clean()).toEqual([]);
  });

  it('a second time corrected are paid as arrears beside the difference', async () => {
    await addChild();
    const first = await propose();
    const fahad = await branch.as('fahad');
    value(await fahad.settlements.approve({ id: first.id, expectedVersion: 1 }));
    await record(branch, person, 'correction', [
      { ...child(isoDate('2026-11-01')), subject: { newDependant: 'ثانية' } } as never,
    ]);
    const second = await propose({ months: [isoMonth('2026-11')] });
    value(await fahad.settlements.approve({ id: second.id, expectedVersion: 1 }));
    const { payments } = await december();
    expect(
      payments
        .filter(({ month }) => month === '2026-11')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['difference', 'retroactive']);
  });

  it('are paid no further back than the setting allows', async () => {
    await branch.setting('retroactiveLimitMonths', 1);
    await addChild();
    expect((await months(branch, person)).months.map(({ month }) => month)).toEqual([
      '2026-10',
      '2026-11',
    ]);
  });
});

describe('months of which too much was paid', () => {
  it('lead to a recovery, and are not taken from those that are owed', async () => {
    await record(branch, person, 'correction', [child(isoDate('2026-09-01'))]);
    await record(branch, person, 'correction', [wage(isoDate('2026-10-01'), 300_000)]);
    const found = await months(branch, person);
    expect(found.months.map(({ difference }) => difference)).toEqual([66_000, -84_000, -84_000]);
    const sara = await branch.as('sara');
    const without = { beneficiaryId: person.id, months: MONTHS, reason: REASON };
    expect(await sara.settlements.propose(without)).toMatchObject({
      error: { code: 'RECOVERY_GROUND_NEEDED' },
    });
    const { id } = await propose({ recovery: BASIS });
    const fahad = await branch.as('fahad');
    const { recoveryId } = value(await fahad.settlements.approve({ id, expectedVersion: 1 }));
    expect((await december()).payments).toMatchObject([{ month: '2026-09', amount: 66_000 }]);
    const recovery = value(await fahad.recoveries.one({ id: recoveryId ?? '' }));
    expect(recovery).toMatchObject({
      row: { status: 'toNotify', total: 168_000, given: 0 },
      article: 'REG 27/4',
    });
    expect((await months(branch, person)).sums).toMatchObject({ owed: 0, overpaid: 0 });
    expect(await clean()).toEqual([]);
  });

  it('are set against those that are owed only with the recorded consent, and then openly', async () => {
    await record(branch, person, 'correction', [child(isoDate('2026-09-01'))]);
    await record(branch, person, 'correction', [wage(isoDate('2026-10-01'), 300_000)]);
    const sara = await branch.as('sara');
    expect(
      await sara.settlements.propose({
        beneficiaryId: person.id,
        months: MONTHS,
        reason: REASON,
        recovery: BASIS,
        consentDocumentId: '00000000-0000-7000-8ddd-00000000000f',
      }),
    ).toMatchObject({ error: { code: 'CONSENT_NOT_ATTACHED' } });
    const consentDocumentId = await consent(branch, person);
    const { id } = await propose({ recovery: BASIS, consentDocumentId });
    const fahad = await branch.as('fahad');
    const { recoveryId } = value(await fahad.settlements.approve({ id, expectedVersion: 1 }));
    expect((await december()).payments).toEqual([]);
    expect(value(await fahad.recoveries.one({ id: recoveryId ?? '' })).row).toMatchObject({
      total: 168_000,
      given: 66_000,
    });
    expect((await months(branch, person)).sums).toMatchObject({ owed: 0, overpaid: 0 });
    expect(await clean()).toEqual([]);
  });
});

describe('the candidates', () => {
  it('are everybody about whom something was recorded since, once looked at', async () => {
    await addChild();
    const other = await branch.person('فهد بن علي');
    const sara = await branch.as('sara');
    expect(value(await sara.settlements.counts({}))).toMatchObject({ candidates: 0, unchecked: 1 });
    expect(value(await sara.settlements.check({}))).toEqual({ checked: 1, found: 1 });
    expect(value(await sara.settlements.counts({}))).toMatchObject({ candidates: 1, unchecked: 0 });
    const { rows } = value(await sara.settlements.candidates({}));
    expect(rows).toMatchObject([
      {
        beneficiaryId: person.id,
        from: '2026-09',
        months: 3,
        owed: 198_000,
        overpaid: 0,
        change: { source: 'correction', reason: 'شهادة ميلاد' },
      },
    ]);
    expect(rows.some(({ beneficiaryId }) => beneficiaryId === other.id)).toBe(false);
    const { id } = await propose();
    expect(value(await sara.settlements.counts({}))).toMatchObject({
      candidates: 0,
      awaitingApproval: 1,
    });
    value(await (await branch.as('fahad')).settlements.approve({ id, expectedVersion: 1 }));
    expect(value(await sara.settlements.counts({}))).toMatchObject({
      candidates: 0,
      unchecked: 0,
      decided: 1,
    });
  });

  it('come back when their household is corrected once more', async () => {
    await addChild();
    const sara = await branch.as('sara');
    value(await sara.settlements.check({}));
    branch.later(60);
    await record(branch, person, 'correction', [wage(isoDate('2026-10-01'), 10_000)]);
    expect(value(await sara.settlements.counts({})).unchecked).toBe(1);
    value(await sara.settlements.check({}));
    expect(value(await sara.settlements.candidates({})).rows[0]).toMatchObject({ owed: 188_000 });
  });
});

it('a settlement without an account is refused with its month, and nothing is kept of it', async () => {
  await branch.backend.database.transact(async (tx) => {
    await tx.db.deleteFrom('bank_account').execute();
    return ok(null);
  });
  await addChild();
  const sara = await branch.as('sara');
  expect(
    await sara.settlements.propose({ beneficiaryId: person.id, months: MONTHS, reason: REASON }),
  ).toMatchObject({ error: { code: 'NO_ACCOUNT', details: { month: '2026-09' } } });
  expect((await months(branch, person)).settlements).toEqual([]);
});
