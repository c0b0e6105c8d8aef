import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { answer, rejected, statusReport } from './bank-answers.ts';
import { openDesk, type FinanceDesk } from './finance-desk.ts';
import { valueOf } from './open-branch.ts';
import { rowsOf } from './payment-lists.ts';

const BANKS = ['80', '10', '05'];
const PEOPLE = 12;

let desk: FinanceDesk;
beforeEach(async () => {
  desk = await openDesk(
    rowsOf(PEOPLE).map((row, place) => ({
      ...row,
      bank: BANKS[place % BANKS.length] ?? '80',
      amount: `${1000 + place * 10}.00`,
    })),
  );
});
afterEach(() => desk.branch.close());

const exact = (index: number, code: string) =>
  answer(index, 'RJCT', { reasons: [{ code }], amount: halalas(100_000 + index * 1000) });

const asKeys = (rows: readonly { readonly id: string; readonly version: number }[]) =>
  rows.map(({ id, version }) => ({ id, expectedVersion: version }));

describe('the work queues', () => {
  beforeEach(async () => {
    await desk.commit(
      await statusReport(desk.newFile(), [
        exact(0, 'AC04'),
        exact(1, 'AC04'),
        exact(2, 'AC01'),
        exact(3, 'MD07'),
        exact(4, 'NARR'),
        answer(5, 'ACSC', { amount: halalas(1) }),
        answer(0, 'ACSC', { endToEndId: 'STRANGER', amount: halalas(77_700) }),
      ]),
    );
  });

  it('are sorted by what must be done, and whose move it is', async () => {
    const counts = valueOf(await desk.api.reconciliation.exceptionCounts({}));
    expect(
      counts.map(({ action, side, kind, reasonCode, count }) => [
        action,
        side,
        kind,
        reasonCode,
        count,
      ]),
    ).toEqual([
      ['NEW_ACCOUNT', 'beneficiary', 'rejected', 'AC04', 2],
      ['AMOUNT_DIFFERS', 'us', 'amountDiffers', null, 1],
      ['REVERIFY_ACCOUNT', 'beneficiary', 'rejected', 'AC01', 1],
      ['CHECK_ALIVE', 'us', 'rejected', 'MD07', 1],
      ['ASK_BANK', 'bank', 'unclearReason', 'NARR', 1],
      ['UNKNOWN_PAYMENT', 'us', 'unknownId', null, 1],
    ]);
  });

  it('are ordered by age, amount, bank and name, and filtered by bank', async () => {
    const references = async (query: Parameters<FinanceDesk['exceptions']>[0]) =>
      (await desk.exceptions({ kind: 'rejected', ...query })).map(({ endToEndId }) =>
        Number(endToEndId?.slice(-2)),
      );
    expect(await references({})).toEqual([1, 2, 3, 4]);
    expect(await references({ sort: 'amount', descending: true })).toEqual([4, 3, 2, 1]);
    expect(await references({ sort: 'bank' })).toEqual([3, 2, 1, 4]);
    expect(await references({ bankCode: '80' })).toEqual([1, 4]);
    const counts = valueOf(await desk.api.reconciliation.exceptionCounts({ bankCode: '05' }));
    expect(counts.map(({ kind, count }) => [kind, count])).toEqual([
      ['amountDiffers', 1],
      ['rejected', 1],
    ]);
  });

  it('let many be settled within one code, and no further', async () => {
    const all = await desk.exceptions({ kind: 'rejected' });
    const settle = (rows: typeof all) =>
      desk.api.reconciliation.resolve({
        exceptions: asKeys(rows),
        resolution: 'accountToCorrect',
        note: 'طُلب حساب جديد',
      });
    const before = await desk.branch.digest({ audit: true });
    expect(await settle(all)).toMatchObject({ error: { code: 'MIXED_EXCEPTIONS' } });
    expect(await desk.branch.digest({ audit: true })).toBe(before);
    const queue = await desk.exceptions({ action: 'NEW_ACCOUNT' });
    expect(valueOf(await settle(queue))).toEqual({ resolved: 2 });
    expect(await desk.exceptions({ action: 'NEW_ACCOUNT' })).toEqual([]);
    const settled = await desk.exceptions({ action: 'NEW_ACCOUNT', status: 'resolved' });
    expect(settled).toHaveLength(2);
    valueOf(await desk.api.reconciliation.reopen({ exceptions: asKeys(settled) }));
    expect(await desk.exceptions({ action: 'NEW_ACCOUNT' })).toHaveLength(2);
  });
});

describe('counts and amounts of the queues', () => {
  const CODES = ['AC04', 'AC01', 'AC06', 'MD07', 'NARR', 'ZZ99', 'BE01'] as const;

  it('add up to the open exceptions, whatever the bank answers and whatever is settled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.nat(PEOPLE - 1),
            fc.constantFrom('RJCT', 'ACSC', 'odd'),
            fc.constantFrom(...CODES),
          ),
          { minLength: 1, maxLength: 10 },
        ),
        fc.nat(3),
        async (lines, settled) => {
          const fresh = await openDesk(rowsOf(PEOPLE));
          try {
            const path = await statusReport(
              fresh.newFile(),
              lines.map(([index, status, code]) =>
                status === 'RJCT'
                  ? rejected(index, code)
                  : status === 'odd'
                    ? answer(index, 'ACSC', { amount: halalas(7) })
                    : answer(index, 'ACSC'),
              ),
            );
            await fresh.commit(path);
            for (const row of (await fresh.exceptions()).slice(0, settled)) {
              valueOf(
                await fresh.api.reconciliation.resolve({
                  exceptions: asKeys([row]),
                  resolution: 'acceptedAsIs',
                  note: 'كما ورد',
                }),
              );
            }
            const counts = valueOf(await fresh.api.reconciliation.exceptionCounts({}));
            const open = await fresh.exceptions();
            const sum = (of: (row: (typeof counts)[number]) => number): number =>
              counts.reduce((total, row) => total + of(row), 0);
            expect(sum(({ count }) => count)).toBe(open.length);
            expect(sum(({ amount }) => amount)).toBe(
              open.reduce((total, { ours, banks }) => total + (ours ?? banks ?? 0), 0),
            );
            for (const action of new Set(counts.map((row) => row.action))) {
              const queue = await fresh.exceptions({ action });
              expect(queue.every((row) => row.action === action)).toBe(true);
              expect(queue).toHaveLength(
                counts
                  .filter((row) => row.action === action)
                  .reduce((n, { count }) => n + count, 0),
              );
            }
          } finally {
            await fresh.branch.close();
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a follow-up', () => {
  beforeEach(async () => {
    await desk.commit(
      await statusReport(desk.newFile(), [
        exact(0, 'AC04'),
        exact(1, 'AC04'),
        exact(3, 'AC04'),
        exact(2, 'AC01'),
      ]),
    );
  });

  const draft = async (to: 'bank' | 'beneficiary') => {
    const queue = await desk.exceptions({ action: 'NEW_ACCOUNT' });
    const exceptions = queue.map(({ id }) => id);
    return valueOf(await desk.api.reconciliation.draftFollowUp({ exceptions, to }));
  };

  it('to the bank names payments by reference, amount, date and the end of the account, one message a bank', async () => {
    const { drafts, dueOn, skipped } = await draft('bank');
    expect(skipped).toBe(0);
    expect(dueOn).toBe('2026-11-05');
    expect(drafts.map(({ bankCode, exceptions }) => [bankCode, exceptions.length])).toEqual([
      ['80', 2],
      ['10', 1],
    ]);
    const text = drafts[0]?.text ?? '';
    expect(text).toContain('مصرف الراجحي');
    expect(text).toContain('AC04 (الحساب مغلق)');
    expect(text).toContain('SSB202611R0000001\t—\t1,000.00\t2/11/2026\t');
    expect(text).toContain('المجموع\t2,030.00 ر.س');
    expect(text).not.toMatch(/عبدالله|19\d{8}|SA\d{22}/);
  });

  it('to the beneficiary is one message each, without a number of account or identity', async () => {
    const { drafts } = await draft('beneficiary');
    expect(drafts).toHaveLength(3);
    expect(drafts[0]?.text).toContain('زوّد الفرع بحساب بنكي نشط باسمك');
    expect(drafts[0]?.text).toContain('نوفمبر 2026');
    for (const { text } of drafts) expect(text).not.toMatch(/19\d{8}|SA\d{22}|1,0\d\d\.00/);
  });

  it('is recorded with its text and a day to look again, and the exception stays open', async () => {
    const { drafts, dueOn } = await draft('bank');
    const messages = drafts.map(({ exceptions, bankCode, text }) => ({
      exceptions,
      bankCode,
      text,
    }));
    const input = { to: 'bank', dueOn, messages } as const;
    expect(
      await desk.api.reconciliation.recordFollowUp({
        ...input,
        dueOn: '2026-11-02' as typeof dueOn,
      }),
    ).toMatchObject({ error: { code: 'FOLLOW_UP_PAST' } });
    expect(valueOf(await desk.api.reconciliation.recordFollowUp(input))).toEqual({ recorded: 3 });
    expect(await desk.api.reconciliation.recordFollowUp(input)).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    const queue = await desk.exceptions({ action: 'NEW_ACCOUNT' });
    expect(queue.map(({ status, followUpOn }) => [status, followUpOn])).toEqual(
      Array.from({ length: 3 }, () => ['open', '2026-11-05']),
    );
    const detail = valueOf(await desk.api.reconciliation.exception({ id: queue[0]?.id ?? '' }));
    expect(detail.followUps).toMatchObject([
      { asked: 'bankAsked', dueOn: '2026-11-05', text: messages[0]?.text },
    ]);
  });

  it('rises in its queue when its day has come, until the exception is settled', async () => {
    const last = (await desk.exceptions()).at(-1);
    const message = {
      exceptions: asKeys(last ? [last] : []),
      bankCode: null,
      text: 'نأمل الإفادة',
    };
    valueOf(
      await desk.api.reconciliation.recordFollowUp({
        to: 'bank',
        dueOn: '2026-11-05' as never,
        messages: [message],
      }),
    );
    expect(await desk.exceptions({ due: true })).toEqual([]);
    expect((await desk.exceptions()).at(-1)?.id).toBe(last?.id);
    desk.branch.setNow('2026-11-06T08:00:00.000Z');
    expect((await desk.exceptions({ due: true })).map(({ id }) => id)).toEqual([last?.id]);
    expect((await desk.exceptions())[0]?.id).toBe(last?.id);
    const counts = valueOf(await desk.api.reconciliation.exceptionCounts({}));
    expect(counts.find(({ reasonCode }) => reasonCode === 'AC01')?.due).toBe(1);
    const list = valueOf(await desk.api.reconciliation.followUps({ due: true }));
    expect(list).toMatchObject({
      total: 1,
      rows: [{ exceptions: 1, open: 1, reasonCode: 'AC01' }],
    });
    const [row] = await desk.exceptions({ due: true });
    valueOf(
      await desk.api.reconciliation.resolve({
        exceptions: asKeys(row ? [row] : []),
        resolution: 'bankAsked',
        note: 'أجاب البنك',
      }),
    );
    expect(await desk.exceptions({ due: true })).toEqual([]);
    expect(valueOf(await desk.api.reconciliation.followUps({ due: true })).total).toBe(0);
  });

  it('is refused for exceptions of several codes', async () => {
    const exceptions = (await desk.exceptions()).map(({ id }) => id);
    expect(await desk.api.reconciliation.draftFollowUp({ exceptions, to: 'bank' })).toMatchObject({
      error: { code: 'MIXED_EXCEPTIONS' },
    });
  });
});

describe('the pictures of a cycle', () => {
  it('count what the totals count, by bank and by reason', async () => {
    await desk.commit(
      await statusReport(desk.newFile(), [
        exact(0, 'AC04'),
        exact(1, 'AC01'),
        answer(3, 'ACSC', { amount: halalas(103_000) }),
      ]),
    );
    const { cycleId } = desk;
    const totals = valueOf(await desk.api.reconciliation.totals({ cycleId }));
    const { banks, reasons, trend } = valueOf(await desk.api.reconciliation.pictures({ cycleId }));
    for (const part of ['sent', 'paid', 'rejected', 'returned', 'open'] as const) {
      expect(banks.reduce((sum, bank) => sum + bank[part].count, 0)).toBe(totals[part].count);
      expect(banks.reduce((sum, bank) => sum + bank[part].amount, 0)).toBe(totals[part].amount);
    }
    expect(
      banks.map(({ bankCode, rejected: refused }) => `${bankCode} ${refused.count}`).toSorted(),
    ).toEqual(['05 0', '10 1', '80 1']);
    expect(
      reasons
        .map(({ code, action, rejected: refused }) => `${code} ${action} ${refused.count}`)
        .toSorted(),
    ).toEqual(['AC01 REVERIFY_ACCOUNT 1', 'AC04 NEW_ACCOUNT 1']);
    expect(trend.filter(({ bankCode }) => bankCode === null)).toMatchObject([
      { month: '2026-11', sent: { count: PEOPLE }, rejected: { count: 2 } },
    ]);
  });
});
