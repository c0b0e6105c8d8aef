import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { answer, rejected, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;

beforeEach(async () => {
  branch = await openBranch('2026-11-02T08:00:00.000Z');
  api = await branch.as('finance');
  const path = branch.write('list.csv', listText(rowsOf(4)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
});
afterEach(() => branch.close());

const check = async () => valueOf(await api.reconciliation.checkAnswers({}));

async function waiting(): Promise<number> {
  const input = { kind: 'noAnswer', status: 'open' } as const;
  return valueOf(await api.reconciliation.exceptions(input)).total;
}

async function commit(name: string, ...answers: Parameters<typeof statusReport>[1]) {
  const path = await statusReport(branch.write(name, ''), answers);
  const { file } = valueOf(await api.reconciliation.preview({ path }));
  valueOf(await api.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }));
  return file.id;
}

async function undo(fileId: string): Promise<void> {
  const file = valueOf(await api.reconciliation.files({})).find(({ id }) => id === fileId);
  valueOf(await api.reconciliation.undo({ fileId, expectedVersion: file?.version ?? 0 }));
}

/** Past the cut-off: the month is paid on Sunday 1 November, and five working days end on Sunday the 8th. */
const late = '2026-11-09T08:00:00.000Z';

describe('a payment that no bank answered', () => {
  it('is waited for until the cut-off has passed', async () => {
    branch.setNow('2026-11-08T08:00:00.000Z');
    expect(await check()).toEqual({ opened: 0, withdrawn: 0 });
    branch.setNow(late);
    expect(await check()).toEqual({ opened: 4, withdrawn: 0 });
    const { rows } = valueOf(await api.reconciliation.exceptions({ kind: 'noAnswer' }));
    expect(rows[0]).toMatchObject({ ours: 132_000, banks: null, fileName: null });
  });

  it('calls for an officer once, however often it is checked', async () => {
    branch.setNow(late);
    await check();
    const before = await branch.digest({ audit: true });
    expect(await check()).toEqual({ opened: 0, withdrawn: 0 });
    expect(await branch.digest({ audit: true })).toBe(before);
  });

  it('that was accepted but neither paid nor refused is one of them', async () => {
    await commit('accepted.xml', answer(0, 'ACSP'), answer(1, 'ACSC'), rejected(2, 'AC04'));
    branch.setNow(late);
    expect(await check()).toEqual({ opened: 2, withdrawn: 0 });
  });

  it('needs nobody any more when the answer comes, and does again when that is taken back', async () => {
    branch.setNow(late);
    await check();
    const file = await commit('late.xml', answer(0, 'ACSC'), answer(1, 'ACSP'));
    expect(await waiting()).toBe(3);
    await undo(file);
    expect(await waiting()).toBe(4);
    expect(await check()).toEqual({ opened: 0, withdrawn: 0 });
  });

  it('that an officer has asked the bank about stays settled', async () => {
    branch.setNow(late);
    await check();
    const { rows } = valueOf(await api.reconciliation.exceptions({ kind: 'noAnswer' }));
    valueOf(
      await api.reconciliation.resolve({
        exceptions: rows.slice(0, 1).map(({ id, version }) => ({ id, expectedVersion: version })),
        resolution: 'bankAsked',
        note: 'أُرسل استفسار إلى البنك',
      }),
    );
    expect(await check()).toEqual({ opened: 0, withdrawn: 0 });
    expect(await waiting()).toBe(3);
  });

  it('is found when the branch opens its folder again', async () => {
    branch.setNow(late);
    await branch.reopen();
    api = await branch.as('finance');
    await expect.poll(waiting).toBe(4);
  });

  it('of a closed month is no longer waited for', async () => {
    await branch.run("update cycle set status = 'closed'");
    branch.setNow(late);
    expect(await check()).toEqual({ opened: 0, withdrawn: 0 });
  });
});
