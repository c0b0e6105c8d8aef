import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { verifyPayments } from '../../src/backend/app/payments/verify-payments.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { answer, notification, rejected, returned, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

/** One thing that a finance officer may do next; what is refused changes nothing. */
const step = fc.oneof(
  fc.record({
    do: fc.constant('report' as const),
    payment: fc.nat(3),
    says: fc.constantFrom('ACCP', 'ACSC', 'ACCC', 'RJCT'),
  }),
  fc.record({ do: fc.constant('return' as const), payment: fc.nat(3) }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat(9) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(branch: TestBranch, api: Client, move: Step, name: string): Promise<void> {
  if (move.do === 'undo') {
    const files = valueOf(await api.reconciliation.files({}));
    const file = files[move.which % Math.max(1, files.length)];
    if (file) await api.reconciliation.undo({ fileId: file.id, expectedVersion: file.version });
    return;
  }
  const target = branch.write(name, '');
  const path =
    move.do === 'return'
      ? await notification(target, [returned(move.payment)])
      : await statusReport(target, [
          move.says === 'RJCT' ? rejected(move.payment, 'AC04') : answer(move.payment, move.says),
        ]);
  const { file } = valueOf(await api.reconciliation.preview({ path }));
  valueOf(await api.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }));
}

describe('money', () => {
  it('is conserved after any order of files and undoing: sent = paid + rejected + returned + open', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (moves) => {
        const branch = await openBranch();
        try {
          const api = await branch.as('finance');
          const path = branch.write('list.csv', listText(rowsOf(4)));
          const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
          const { cycleId } = valueOf(
            await api.payments.importList({ path, sha256, encoding, mapping }),
          );
          for (const [index, move] of moves.entries()) {
            await take(branch, api, move, `file-${index}.xml`);
            const {
              sent,
              paid,
              rejected: back,
              returned: came,
              open,
              balances,
            } = valueOf(await api.reconciliation.totals({ cycleId }));
            expect(sent).toEqual({ count: 4, amount: 528_000 });
            expect(paid.count + back.count + came.count + open.count).toBe(sent.count);
            expect(paid.amount + back.amount + came.amount + open.amount).toBe(sent.amount);
            expect(balances).toBe(true);
          }
          const repos = readRepos(branch.backend.database.reader);
          const { checked, differences } = await verifyPayments(repos, () => Promise.resolve());
          expect([checked, differences]).toEqual([4, []]);
        } finally {
          await branch.close();
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
