import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeCamt054 } from '../../src/backend/bank-files/writers/write-camt-054.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { debited } from './bank-answers.ts';
import { openDesk } from './finance-desk.ts';
import { valueOf } from './open-branch.ts';

/** More than are kept until their entry has been read to its end. */
const DETAILS = 5200;

it('an entry of very many details that was not booked moves nothing; the booked one after it does', async () => {
  const desk = await openDesk();
  const { api, branch, cycleId } = desk;
  const amount = halalas(132_000);
  const details = Array.from({ length: DETAILS }, (_, index) =>
    index < 3 ? debited(index) : debited(0, { endToEndId: `STRANGER-${index}` }),
  );
  const path = desk.newFile();
  const dated = { direction: 'debit', bookingDate: '2026-11-05' } as const;
  await writeCamt054(path, {
    messageId: 'LATE-1',
    id: 'LATE-1',
    createdAt: '2026-11-05T06:00:00.000Z',
    account: 'SA0380000000608010167519',
    entries: [
      { ...dated, amount: halalas(amount * DETAILS), details },
      { ...dated, amount, details: [debited(1)] },
    ],
  });
  // Only the first entry is pending.
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('<Cd>BOOK</Cd>');
  writeFileSync(path, text.replace('<Cd>BOOK</Cd>', '<Cd>PDNG</Cd>'));

  const { file, ...does } = valueOf(await api.reconciliation.preview({ path }));
  expect(does).toMatchObject({
    advances: [{ status: 'settled', count: 1, amount }],
    unchanged: DETAILS,
    exceptions: [],
  });
  valueOf(await api.reconciliation.commit({ fileId: file.id, expectedVersion: 1 }));
  const statuses = async () =>
    valueOf(await api.payments.list({ cycleId, sort: 'endToEndId' })).rows.map(
      ({ status }) => status,
    );
  expect(await statuses()).toEqual(['sent', 'settled', 'sent', 'sent', 'sent']);
  expect((await branch.verifyPayments()).differences).toEqual([]);
  valueOf(await api.reconciliation.undo({ fileId: file.id, expectedVersion: 2 }));
  expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
  expect((await branch.verifyPayments()).differences).toEqual([]);
  await branch.close();
}, 60_000);
