import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyBranch } from '../../src/cli/verify-branch.ts';
import { writeRepos } from '../../src/backend/db/repos/repos.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate, isoInstant, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { value, type Person, type TestBranch } from './branch.ts';
import { consent, HEAD_AND_ONE, months, paidHousehold, record, wage } from './settlement-branch.ts';

const BASIS = { ground: 'changeNotReported', cause: 'دخل لم يُبلّغ عنه', visitOn: null } as const;
const OCTOBER = isoMonth('2026-10');

let branch: TestBranch;
let person: Person;

beforeEach(async () => {
  ({ branch, person } = await paidHousehold());
  await record(branch, person, 'correction', [wage(isoDate('2026-10-01'), 200_000)]);
});
afterEach(() => branch.end());

const overpaid = (month = OCTOBER) => ({
  month,
  due: halalas(98_000),
  paid: halalas(HEAD_AND_ONE),
  amount: halalas(100_000),
});

async function demanded(): Promise<string> {
  const sara = await branch.as('sara');
  const { id, number } = value(
    await sara.recoveries.propose({ beneficiaryId: person.id, basis: BASIS, months: [overpaid()] }),
  );
  expect(number).toMatch(/^2026-\d{6}$/);
  return id;
}

const expected = async (id: string) => {
  const { row } = value(await (await branch.as('sara')).recoveries.one({ id }));
  return { id, expectedVersion: row.version };
};

async function approved(): Promise<string> {
  const id = await demanded();
  value(await (await branch.as('fahad')).recoveries.approve(await expected(id)));
  return id;
}

async function agreedTo(fromPension: boolean): Promise<string> {
  const id = await approved();
  const sara = await branch.as('sara');
  value(await sara.recoveries.notify(await expected(id)));
  const consentDocumentId = await consent(branch, person);
  const step = {
    type: 'agree',
    consentDocumentId,
    fromPension,
    size: { by: 'count', count: 5 },
    firstMonth: isoMonth('2026-12'),
  } as const;
  value(await sara.recoveries.act({ ...(await expected(id)), step }));
  return id;
}

const clean = async () =>
  (await verifyBranch(branch.backend.database, branch.folder)).differences.filter(
    ({ area }) => area === 'recoveries' || area === 'payments',
  );

describe('a demand', () => {
  it('is approved by another, and its month is not claimed twice', async () => {
    expect((await months(branch, person)).sums.overpaid).toBe(200_000);
    const id = await demanded();
    expect((await months(branch, person)).sums.overpaid).toBe(100_000);
    const fahad = await branch.as('fahad');
    const own = await fahad.recoveries.propose({
      beneficiaryId: person.id,
      basis: BASIS,
      months: [overpaid(isoMonth('2026-11'))],
    });
    const mine = await expected(value(own).id);
    expect(await fahad.recoveries.approve(mine)).toMatchObject({
      error: { code: 'PROPOSED_BY_YOU' },
    });
    value(await fahad.recoveries.approve(await expected(id)));
    expect(value(await fahad.recoveries.counts({}))).toMatchObject({ toApprove: 1, open: 1 });
    const forced = branch.backend.database.transact(async (tx) => {
      const by = branch.idOf('fahad');
      await tx.db
        .insertInto('recovery_event')
        .values({ recovery_id: mine.id, type: 'approved', at: 't', officer_id: by })
        .execute();
      return ok(null);
    });
    await expect(forced).rejects.toThrow('nobody approves what he proposed');
    expect(await clean()).toEqual([]);
  });

  it('is refused to who may not, and for a version that is old', async () => {
    const id = await demanded();
    const huda = await branch.as('huda');
    expect(
      await huda.recoveries.act({ ...(await expected(id)), step: { type: 'warn' } }),
    ).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    const fahad = await branch.as('fahad');
    const old = await expected(id);
    value(await fahad.recoveries.approve(old));
    expect(await fahad.recoveries.approve(old)).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});

describe('the notice', () => {
  it('is a letter with a number and the days to answer', async () => {
    const id = await approved();
    const sara = await branch.as('sara');
    const { number, letterId } = value(await sara.recoveries.notify(await expected(id)));
    const found = value(await sara.recoveries.one({ id }));
    expect(found).toMatchObject({
      row: { status: 'noticed', deadline: { on: '2026-12-24' } },
      letter: { letterId, number },
    });
    expect(await sara.recoveries.notify(await expected(id))).toMatchObject({
      error: { code: 'ALREADY_NOTICED' },
    });
  });

  it('comes late when its days have passed', async () => {
    const id = await approved();
    const sara = await branch.as('sara');
    value(await sara.recoveries.notify(await expected(id)));
    expect(value(await sara.recoveries.counts({})).late).toBe(0);
    branch.on('2026-12-27');
    const later = await branch.as('sara');
    expect(value(await later.recoveries.counts({})).late).toBe(1);
    value(await later.recoveries.act({ ...(await expected(id)), step: { type: 'warn' } }));
    expect(value(await later.recoveries.list({ view: 'open' })).rows).toMatchObject([
      { status: 'warned', number: '2026-000001' },
    ]);
  });
});

describe('instalments', () => {
  it('need the recorded consent of this person', async () => {
    const id = await approved();
    const sara = await branch.as('sara');
    value(await sara.recoveries.notify(await expected(id)));
    const step = {
      type: 'agree',
      consentDocumentId: '00000000-0000-7000-8ddd-00000000000f',
      fromPension: true,
      size: { by: 'count', count: 5 },
      firstMonth: isoMonth('2026-12'),
    } as const;
    expect(await sara.recoveries.act({ ...(await expected(id)), step })).toMatchObject({
      error: { code: 'CONSENT_NOT_ATTACHED' },
    });
  });

  it('are received until nothing is left, and the case is over', async () => {
    const id = await agreedTo(false);
    const sara = await branch.as('sara');
    const today = isoDate('2026-11-12');
    const give = async (amount: number) =>
      sara.recoveries.act({
        ...(await expected(id)),
        step: { type: 'receive', amount, on: today, reference: 'حوالة 1' },
      });
    value(await give(60_000));
    expect(value(await sara.recoveries.one({ id })).plan?.instalments).toMatchObject([
      { no: 1, covered: 20_000 },
      { no: 2, covered: 20_000 },
      { no: 3, covered: 20_000 },
      { no: 4, covered: 0 },
      { no: 5, covered: 0 },
    ]);
    expect(await give(50_000)).toMatchObject({ error: { code: 'ABOVE_LEFT' } });
    value(await give(40_000));
    expect(value(await sara.recoveries.list({ view: 'over' })).rows).toMatchObject([
      { status: 'paid', given: 100_000 },
    ]);
    expect(await clean()).toEqual([]);
  });

  it('are kept back from a prepared pension as agreed: the order is smaller, and nobody is owed the rest', async () => {
    const id = await agreedTo(true);
    const cycle = { id: await branch.cycle(60, '2026-12', '2026-12-01'), month: '2026-12' };
    const paymentId = await preparedPension(cycle.id);
    const sara = await branch.as('sara');
    expect(value(await sara.recoveries.one({ id })).pensions).toMatchObject([
      { paymentId, month: '2026-12', amount: 98_000 },
    ]);
    value(await sara.recoveries.deduct({ ...(await expected(id)), paymentId, amount: 20_000 }));
    const fahad = await branch.as('fahad');
    const { rows } = value(await fahad.payments.list({ cycleId: cycle.id }));
    expect(rows.map(({ kind, amount }) => `${kind} ${amount}`).sort()).toEqual([
      'recovery 20000',
      'regular 78000',
    ]);
    const closing = value(await fahad.payments.closing({ cycleId: cycle.id }));
    expect(closing.checks.find((check) => check.id === 'prepared')).toMatchObject({ count: 1 });
    expect(
      await sara.recoveries.deduct({ ...(await expected(id)), paymentId, amount: 1_000 }),
    ).toMatchObject({
      error: { code: 'DEDUCTED_ALREADY' },
    });
    expect(await clean()).toEqual([]);
    branch.on('2026-12-12');
    const december = (await months(branch, person)).months.find(({ month }) => month === '2026-12');
    expect(december).toMatchObject({ due: 98_000, paid: 98_000, difference: 0 });
    const facts = await complaintFacts();
    expect(facts).toMatchObject({ due: 98_000, accounted: 98_000, difference: 0 });
  });
});

/** The pension of December, prepared and in no run, as an approved run of eligibility leaves it. */
async function preparedPension(cycleId: string): Promise<string> {
  const id = '00000000-0000-7000-a111-000000000001';
  await branch.backend.database.transact(async (tx) => {
    await writeRepos(tx).runs.addPrepared(
      {
        id,
        cycleNumber: 60,
        beneficiaryId: person.id,
        programmeNo: 1,
        month: isoMonth('2026-12'),
        kind: 'regular',
        amount: halalas(98_000),
        iban: 'SA0380000000608010167519',
        bankCode: '80',
        endToEndId: 'INS60-000001',
      },
      { at: isoInstant(branch.now), officerId: branch.idOf('fahad') },
      cycleId,
    );
    return ok(null);
  });
  return id;
}

/** What a complaint about December would be told. */
async function complaintFacts() {
  const sara = await branch.as('sara');
  const { id } = value(
    await sara.complaints.file({
      beneficiaryId: person.id,
      category: 'short',
      channel: 'branch',
      claim: 'نقصت دفعة ديسمبر بعد الحسم.',
      months: [{ month: isoMonth('2026-12'), expected: 98_000, received: 78_000 }],
    }),
  );
  return value(await sara.complaints.case({ id })).months[0];
}

it('is closed before everything is given back only by another officer, and stays so', async () => {
  const id = await approved();
  const sara = await branch.as('sara');
  const fahad = await branch.as('fahad');
  const step = { type: 'proposeClosure', ground: 'mistake', reason: 'الدخل لا يخصه' } as const;
  value(await sara.recoveries.act({ ...(await expected(id)), step }));
  value(await fahad.recoveries.approve(await expected(id)));
  expect(value(await sara.recoveries.one({ id })).row.status).toBe('closed');
  const undone = branch.backend.database.transact(async (tx) => {
    await tx.db.updateTable('recovery').set({ state: '{}' }).where('id', '=', id).execute();
    return ok(null);
  });
  await expect(undone).rejects.toThrow('a recovery that is over stays');
});
