import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import type { PaymentStatus } from '../../src/domain/payments/payment-status.ts';
import { reportedStatus } from '../../src/domain/reconciliation/reported.ts';
import { transition } from '../../src/domain/reconciliation/transition.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { answer, reference, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

const PAYMENTS = 3;
const AMOUNT = 132_000;

interface Line {
  /** Beyond the last payment: an id that is not ours. */
  readonly payment: number;
  readonly status: string;
  readonly code: string;
  readonly amount: number | null;
}

const line: fc.Arbitrary<Line> = fc.record({
  payment: fc.nat(PAYMENTS),
  status: fc.constantFrom('PDNG', 'ACCP', 'ACSP', 'ACSC', 'ACCC', 'RJCT', 'XXXX'),
  code: fc.constantFrom('AC04', 'NARR'),
  amount: fc.constantFrom(AMOUNT, AMOUNT, AMOUNT, AMOUNT - 1, null),
});
const files = fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 4,
});

/** The rules applied to one line after the other: what the sets of the database must come to as well. */
function model(all: readonly (readonly Line[])[]): { statuses: string[]; exceptions: string[] } {
  const statuses: PaymentStatus[] = Array.from({ length: PAYMENTS }, () => 'sent');
  const exceptions: string[] = [];
  const strangers = new Set<string>();
  for (const [fileNo, file] of all.entries()) {
    const told = new Set<string>();
    const unknown: string[] = [];
    for (const { payment, status, code, amount } of file) {
      const current = statuses[payment];
      const reported = reportedStatus(status);
      if (current === undefined) {
        // What an earlier file has said in the same words is no news; two equal lines of a file are two.
        const words = `${status} ${status === 'RJCT' ? code : ''} ${amount}`;
        const place = unknown.filter((known) => known === words).length;
        unknown.push(words);
        const key = `${words} ${place}`;
        const known = strangers.has(`${key} before ${fileNo}`);
        for (let later = fileNo + 1; later < all.length; later += 1) {
          strangers.add(`${key} before ${later}`);
        }
        if (!known) exceptions.push('unknownId');
        continue;
      }
      if (reported === 'pending') continue;
      if (amount !== null && amount !== AMOUNT) {
        exceptions.push('amountDiffers');
        continue;
      }
      const key = `${payment} ${status}`;
      if (told.has(key)) {
        exceptions.push('duplicateLine');
        continue;
      }
      const found = transition(current, reported);
      if (found.effect !== 'exception') told.add(key);
      if (found.effect === 'advances') statuses[payment] = found.to;
      if (found.effect === 'unchanged' || found.exception === null) continue;
      const unclear = found.exception === 'rejected' && code === 'NARR';
      exceptions.push(unclear ? 'unclearReason' : found.exception);
    }
  }
  return { statuses, exceptions: exceptions.sort() };
}

async function commitFile(branch: TestBranch, api: Client, lines: readonly Line[], name: string) {
  const path = await statusReport(
    branch.write(name, ''),
    lines.map(({ payment, status, code, amount }) =>
      answer(payment, status, {
        endToEndId: payment < PAYMENTS ? reference(payment) : 'STRANGER-1',
        reasons: status === 'RJCT' ? [{ code }] : [],
        amount: amount === null ? null : halalas(amount),
      }),
    ),
  );
  const { file } = valueOf(await api.reconciliation.preview({ path }));
  valueOf(
    await api.reconciliation.commit({
      fileId: file.id,
      expectedVersion: file.version,
      acknowledged: ['NOTHING_MATCHES'],
    }),
  );
  return file.id;
}

async function outcome(api: Client) {
  const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId' }));
  const found = valueOf(await api.reconciliation.exceptions({ limit: 500 }));
  return {
    statuses: rows.map(({ status }) => status),
    exceptions: found.rows.map(({ kind }) => kind).sort(),
  };
}

it('any files do in the database what the rules say line by line, and are undone to where it was', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (all) => {
      const branch = await openBranch();
      try {
        const api = await branch.as('finance');
        const path = branch.write('list.csv', listText(rowsOf(PAYMENTS)));
        const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
        valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
        const committed: string[] = [];
        for (const [index, lines] of all.entries()) {
          committed.push(await commitFile(branch, api, lines, `file-${index}.xml`));
          expect(await outcome(api)).toEqual(model(all.slice(0, index + 1)));
        }
        expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
        for (const [index, fileId] of [...committed.entries()].reverse()) {
          const file = valueOf(await api.reconciliation.files({})).find(({ id }) => id === fileId);
          valueOf(await api.reconciliation.undo({ fileId, expectedVersion: file?.version ?? 0 }));
          expect((await outcome(api)).statuses).toEqual(model(all.slice(0, index)).statuses);
        }
        expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
      } finally {
        await branch.close();
      }
    }),
    { numRuns: 25 },
  );
}, 180_000);
