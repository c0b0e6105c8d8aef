import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiResult } from '../../src/contract/errors.ts';
import { answer, rejected, statusReport } from './bank-answers.ts';
import { openDesk, type FinanceDesk } from './finance-desk.ts';
import { valueOf } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

let desk: FinanceDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.branch.mustVerify();
  await desk.branch.close();
});

const outcomes = (results: readonly ApiResult<unknown>[]): string[] =>
  results.map((result) => (result.ok ? 'done' : result.error.code)).sort();

const versionOf = async (paymentId: string): Promise<number> =>
  valueOf(await desk.api.resume.payment({ paymentId })).caseVersion;

describe('two officers at once', () => {
  it('read the same file: one of them has it', async () => {
    const supervisor = await desk.branch.as('supervisor');
    const path = await statusReport(desk.newFile(), [answer(0, 'ACSC')]);
    const results = await Promise.all([
      desk.api.reconciliation.preview({ path }),
      supervisor.reconciliation.preview({ path }),
    ]);
    expect(outcomes(results)).toEqual(['BANK_FILE_SEEN', 'done']);
    expect(valueOf(await desk.api.reconciliation.files({}))).toHaveLength(1);
  });

  it('commit and take back the same file: each is done once', async () => {
    const supervisor = await desk.branch.as('supervisor');
    const path = await statusReport(desk.newFile(), [rejected(0, 'AC04')]);
    const { id: fileId } = valueOf(await desk.api.reconciliation.preview({ path })).file;
    const both = [desk.api, supervisor];
    const commit = { fileId, expectedVersion: 1 };
    expect(
      outcomes(await Promise.all(both.map((api) => api.reconciliation.commit(commit)))),
    ).toEqual(['NOT_A_PREVIEW', 'done']);
    const undo = { fileId, expectedVersion: 2 };
    expect(outcomes(await Promise.all(both.map((api) => api.reconciliation.undo(undo))))).toEqual([
      'NOT_COMMITTED',
      'done',
    ]);
  });

  it('commit files that contradict each other: the later one calls for an officer', async () => {
    const [paid, back] = [
      await statusReport(desk.newFile(), [answer(0, 'ACSC')]),
      await statusReport(desk.newFile(), [rejected(0, 'AC04')]),
    ];
    const first = valueOf(await desk.api.reconciliation.preview({ path: paid })).file.id;
    const second = valueOf(await desk.api.reconciliation.preview({ path: back })).file.id;
    const results = await Promise.all(
      [first, second].map((fileId) =>
        desk.api.reconciliation.commit({ fileId, expectedVersion: 1 }),
      ),
    );
    expect(results).toMatchObject([
      { value: { applied: 1, exceptions: 0 } },
      { value: { applied: 0, exceptions: 1 } },
    ]);
    expect((await desk.exceptions()).map(({ kind }) => kind)).toEqual(['rejectedThenPaid']);
  });

  it('settle the same exception, propose and approve the same resumption: the second is told', async () => {
    await desk.commit(
      await statusReport(desk.newFile(), [answer(0, 'RJCT', { reasons: [{ code: 'AB05' }] })]),
    );
    const supervisor = await desk.branch.as('supervisor');
    const officer = await desk.branch.as('officer');
    const [exception] = await desk.exceptions();
    const settled = {
      exceptions: [{ id: exception?.id ?? '', expectedVersion: 1 }],
      resolution: 'bankAsked' as const,
      note: 'سُئل البنك',
    };
    const both = [desk.api, supervisor];
    expect(
      outcomes(await Promise.all(both.map((api) => api.reconciliation.resolve(settled)))),
    ).toEqual(['NOT_OPEN', 'done']);
    const paymentId = exception?.paymentId ?? '';
    const proposed = { payments: [{ paymentId, expectedVersion: await versionOf(paymentId) }] };
    expect(
      outcomes(await Promise.all([officer, supervisor].map((api) => api.resume.propose(proposed)))),
    ).toEqual(['CONFLICT', 'done']);
    const payment = { paymentId, expectedVersion: await versionOf(paymentId) };
    expect(
      outcomes(
        await Promise.all([
          officer.resume.approve({ payments: [payment] }),
          supervisor.resume.approve({ payments: [payment, payment] }),
          supervisor.resume.approve({ payments: [payment] }),
          supervisor.resume.approve({ payments: [payment] }),
        ]),
      ),
    ).toEqual(['CONFLICT', 'CONFLICT', 'PROPOSED_BY_YOU', 'done']);
  });
});

describe('a payment whose account has changed since', () => {
  it('is not sent to the old one again, though the fault was the bank’s own', async () => {
    await desk.commit(
      await statusReport(desk.newFile(), [
        answer(0, 'RJCT', { reasons: [{ code: 'AB05' }] }),
        answer(1, 'RJCT', { reasons: [{ code: 'AB05' }] }),
      ]),
    );
    const rows = rowsOf(1).map((row) => ({
      ...row,
      month: '2026-12',
      reference: 'NEXT-1',
      bank: '10',
    }));
    const path = desk.branch.write('december.csv', listText(rows));
    const { sha256, encoding, mapping } = valueOf(await desk.api.payments.previewList({ path }));
    valueOf(await desk.api.payments.importList({ path, sha256, encoding, mapping, sent: false }));
    const officer = await desk.branch.as('officer');
    const { rows: failed } = valueOf(
      await desk.api.payments.list({ cycleId: desk.cycleId, sort: 'endToEndId' }),
    );
    const propose = (index: number) =>
      officer.resume.propose({
        payments: [{ paymentId: failed[index]?.id ?? '', expectedVersion: 0 }],
      });
    expect(await propose(0)).toMatchObject({ error: { code: 'ACCOUNT_NOT_VERIFIED' } });
    const ready = valueOf(await officer.resume.queue({ view: 'ready' })).rows;
    expect(ready.map(({ id }) => id)).toEqual([failed[1]?.id]);
    valueOf(await propose(1));
  });
});
