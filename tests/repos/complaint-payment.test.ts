import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payComplaint } from '../../src/backend/app/payments/pay-complaint.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { iban } from './payment-lists.ts';
import { TestBranch, value, type Person } from './branch.ts';

const OCTOBER = isoMonth('2026-10');

let branch: TestBranch;
let person: Person;

beforeEach(async () => {
  branch = await TestBranch.start('2026-11-12');
  person = await branch.person('منيرة بنت سعد القحطاني');
  const october = { id: await branch.cycle(58, '2026-10', '2026-10-01'), month: '2026-10' };
  await branch.payment(person, october, 130_000, 'credited', { due: 196_000 });
});
afterEach(() => branch.end());

async function account(): Promise<void> {
  await branch.backend.database.transact(async (tx) => {
    await tx.db
      .insertInto('bank_account')
      .values({
        id: '00000000-0000-7000-b000-000000000001',
        beneficiary_id: person.id,
        iban: iban(7),
        bank_code: '80',
        valid_from: '2026-01-01',
        valid_to: null,
        verified_on: null,
      })
      .execute();
    return ok(null);
  });
}

/** A complaint about October, accepted by two officers. */
async function accepted(): Promise<string> {
  const sara = await branch.as('sara');
  const mona = await branch.as('mona');
  const { id } = value(
    await sara.complaints.file({
      beneficiaryId: person.id,
      category: 'short',
      channel: 'branch',
      claim: 'نقصت دفعة أكتوبر عن المستحق بعد إضافة التابعة.',
      months: [{ month: OCTOBER, expected: 196_000, received: 130_000 }],
      late: { reason: 'مرض', supervisorUsername: 'khalid', supervisorPassword: 'long enough 1' },
    }),
  );
  const version = async () => value(await sara.complaints.case({ id })).complaint.version;
  value(await sara.complaints.take({ id, expectedVersion: await version() }));
  value(
    await sara.complaints.propose({
      id,
      expectedVersion: await version(),
      outcome: 'accepted',
      reasoning: 'ثبت من السجلات',
      months: [{ month: OCTOBER, finding: 'shortfallProven', due: 196_000 }],
    }),
  );
  value(await mona.complaints.approve({ id, expectedVersion: await version() }));
  return id;
}

const december = async () => {
  const fahad = await branch.as('fahad');
  const cycle = value(await fahad.payments.cycles({})).find(({ month }) => month === '2026-12');
  const cycleId = cycle?.id ?? '';
  return {
    cycleId,
    proposals: value(await fahad.payments.proposals({ cycleId })),
    payments: value(await fahad.payments.list({ cycleId })).rows,
  };
};

describe('an accepted complaint', () => {
  it('leads to a prepared difference in the next cycle, as its two officers said', async () => {
    await account();
    await accepted();
    const { payments, proposals } = await december();
    expect(payments).toMatchObject([
      { kind: 'difference', month: '2026-10', amount: 66_000, status: 'prepared' },
    ]);
    expect(proposals).toMatchObject([
      {
        ticket: '2026-000001',
        status: 'approved',
        proposedBy: 'سارة الغامدي',
        decidedBy: 'منى العنزي',
        paymentId: payments[0]?.id,
      },
    ]);
  });

  it('without an account leaves the payment for finance to approve when there is one', async () => {
    await accepted();
    const waiting = await december();
    expect(waiting.payments).toEqual([]);
    expect(waiting.proposals).toMatchObject([{ status: 'proposed', ticket: '2026-000001' }]);
    const fahad = await branch.as('fahad');
    const decision = {
      id: waiting.proposals[0]?.id ?? '',
      expectedVersion: 1,
      approve: true,
    };
    expect(await fahad.payments.decideProposal(decision)).toMatchObject({
      error: { code: 'NO_ACCOUNT' },
    });
    await account();
    value(await fahad.payments.decideProposal(decision));
    expect((await december()).payments).toHaveLength(1);
  });

  it('pays once, however often it is asked to', async () => {
    await account();
    const id = await accepted();
    const fahad = branch.idOf('fahad');
    const { createHash } = await import('node:crypto');
    const digest = async () =>
      createHash('sha256')
        .update(JSON.stringify(await december()))
        .digest('hex');
    const before = await digest();
    const { writeRepos } = await import('../../src/backend/db/repos/repos.ts');
    await branch.backend.database.transact<unknown, unknown>((tx) =>
      payComplaint(
        {
          repos: writeRepos(tx),
          today: '2026-11-12',
          now: '2026-11-12T07:00:00.000Z',
          officer: { id: fahad },
          newId: () => '00000000-0000-7000-8000-00000000abcd',
        } as never,
        {
          id,
          ticket: '2026-000001',
          beneficiaryId: person.id,
          proposedBy: fahad,
          proposal: {
            outcome: 'accepted',
            reasoning: '',
            total: halalas(66_000),
            months: [
              {
                month: OCTOBER,
                finding: 'shortfallProven',
                due: halalas(196_000),
                paid: halalas(130_000),
                difference: halalas(66_000),
              },
            ],
          },
        },
      ),
    );
    expect(await digest()).toBe(before);
  });
});
