import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import {
  answer,
  debited,
  notification,
  reference,
  rejected,
  returned,
  statusReport,
} from './bank-answers.ts';
import { camt053, mt940, type Stated, type StatedEntry } from './bank-statements.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
  const path = branch.write('list.csv', listText(rowsOf(5)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
});
afterEach(() => branch.close());

let files = 0;
const at = (text = ''): string => {
  files += 1;
  return branch.write(`file-${files}.xml`, text);
};

async function commit(path: string): Promise<string> {
  const { file } = valueOf(await api.reconciliation.preview({ path }));
  const acknowledged = ['NOTHING_MATCHES', 'OTHER_MONTH', 'MESSAGE_ID_REUSED'] as const;
  const input = { fileId: file.id, expectedVersion: file.version };
  valueOf(await api.reconciliation.commit({ ...input, acknowledged: [...acknowledged] }));
  return file.id;
}

async function undo(fileId: string): Promise<void> {
  const file = valueOf(await api.reconciliation.files({})).find(({ id }) => id === fileId);
  valueOf(await api.reconciliation.undo({ fileId, expectedVersion: file?.version ?? 0 }));
}

async function statuses(): Promise<string[]> {
  const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId', limit: 500 }));
  return rows.map(({ status }) => status);
}

async function kinds(): Promise<string[]> {
  const { rows } = valueOf(await api.reconciliation.exceptions({}));
  return rows.map(({ kind }) => kind).toSorted();
}

const stated = (...entries: StatedEntry[]): Stated => ({
  sequence: '1',
  date: '2026-11-02',
  opening: 1_000_000,
  entries,
});
/** One booking for the whole batch of the list. */
const batch = (amount: number): string =>
  camt053(stated({ amount: -amount, paymentInformationId: 'SSB202611-R' }));

describe('a batch that the bank booked in one sum', () => {
  it('of all of it settles every payment', async () => {
    await commit(at(batch(660_000)));
    expect(await statuses()).toEqual(Array(5).fill('settled'));
    expect(await kinds()).toEqual([]);
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
  });

  it('less its rejects settles the others, after the rejects are known', async () => {
    await commit(await statusReport(at(), [rejected(2, 'AC04')]));
    await commit(at(batch(528_000)));
    expect(await statuses()).toEqual(['settled', 'settled', 'rejected', 'settled', 'settled']);
    expect(await kinds()).toEqual(['rejected']);
  });

  it('less rejects that nobody has told yet is posted to nobody, and can be read anew once they are told', async () => {
    const text = batch(528_000);
    const early = await commit(at(text));
    expect(await statuses()).toEqual(Array(5).fill('sent'));
    expect(await kinds()).toEqual(['amountDiffers']);
    await commit(await statusReport(at(), [rejected(2, 'AC04')]));
    await undo(early);
    await commit(at(text));
    expect(await statuses()).toEqual(['settled', 'settled', 'rejected', 'settled', 'settled']);
    expect(await kinds()).toEqual(['rejected']);
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
  });

  describe('before its rejects were told', () => {
    const waiting = async () => {
      const { rows } = valueOf(await api.reconciliation.exceptions({ kind: 'amountDiffers' }));
      const [row] = rows;
      return { exceptionId: row?.id ?? '', expectedVersion: row?.version ?? 0 };
    };
    const fit = async () => {
      const { exceptionId } = await waiting();
      return valueOf(await api.reconciliation.waitingBatch({ exceptionId }));
    };
    const post = async () => api.reconciliation.postBatch(await waiting());

    it('waits, and is posted by an officer once they are told', async () => {
      await commit(at(batch(528_000)));
      expect(await fit()).toEqual({ amount: 528_000, payments: 5, left: 660_000, fits: false });
      const before = await branch.digest({ audit: true });
      expect(await post()).toMatchObject({
        error: { code: 'BATCH_AMOUNT_DIFFERS', details: { line: 528_000, left: 660_000 } },
      });
      expect(await branch.digest({ audit: true })).toBe(before);
      await commit(await statusReport(at(), [rejected(2, 'AC04')]));
      expect(await fit()).toEqual({ amount: 528_000, payments: 4, left: 528_000, fits: true });
      expect(valueOf(await post())).toEqual({ posted: 4 });
      expect(await statuses()).toEqual(['settled', 'settled', 'rejected', 'settled', 'settled']);
      expect(await kinds()).toEqual(['rejected']);
      const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId' }));
      const { events } = valueOf(await api.payments.trace({ id: rows[0]?.id ?? '' }));
      expect(events.at(-1)).toMatchObject({
        type: 'settled',
        effectiveOn: '2026-11-02',
        amount: 132_000,
        officerName: 'موظف finance',
      });
      expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
    });

    it('once posted is taken back with its file, after what came later', async () => {
      const early = await commit(at(batch(528_000)));
      await commit(await statusReport(at(), [rejected(2, 'AC04')]));
      valueOf(await post());
      const later = await commit(await statusReport(at(), [answer(0, 'ACCC')]));
      const version = async (id: string) =>
        valueOf(await api.reconciliation.files({})).find((file) => file.id === id)?.version ?? 0;
      const undoEarly = async () =>
        api.reconciliation.undo({ fileId: early, expectedVersion: await version(early) });
      expect(await undoEarly()).toMatchObject({ error: { code: 'LATER_FILE' } });
      await undo(later);
      valueOf(await undoEarly());
      expect(await statuses()).toEqual(['sent', 'sent', 'rejected', 'sent', 'sent']);
      expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
    });

    it('leaves alone what other files have said of its payments meanwhile', async () => {
      await commit(at(batch(528_000)));
      await commit(await statusReport(at(), [rejected(2, 'AC04'), answer(0, 'ACCC')]));
      await commit(await notification(at(), [returned(0)]));
      expect(valueOf(await post())).toEqual({ posted: 3 });
      expect(await statuses()).toEqual(['returned', 'settled', 'rejected', 'settled', 'settled']);
      expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
    });

    it('waits again when the rejects are taken back', async () => {
      await commit(at(batch(528_000)));
      const rejects = await commit(await statusReport(at(), [rejected(2, 'AC04')]));
      await undo(rejects);
      expect(await fit()).toMatchObject({ fits: false });
    });

    it('is posted to no closed month, and once', async () => {
      await commit(at(batch(528_000)));
      await commit(await statusReport(at(), [rejected(2, 'AC04')]));
      await branch.run("update cycle set status = 'closed'");
      expect(await post()).toMatchObject({ error: { code: 'CYCLE_CLOSED' } });
      await branch.run("update cycle set status = 'open'");
      const once = await waiting();
      valueOf(await api.reconciliation.postBatch(once));
      expect(await api.reconciliation.postBatch(once)).toMatchObject({
        error: { code: 'NOT_OPEN' },
      });
    });

    it('is nothing that another exception waits for', async () => {
      await commit(await notification(at(), [debited(0, { amount: halalas(131_500) })]));
      expect(await fit()).toBeNull();
      expect(await post()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    });
  });

  it('in full, with one of it given back later, is settled and then returned', async () => {
    await commit(at(batch(660_000)));
    await commit(await notification(at(), [returned(2)]));
    expect(await statuses()).toEqual(['settled', 'settled', 'returned', 'settled', 'settled']);
    expect(await kinds()).toEqual(['returned']);
  });
});

describe('a charge of the bank', () => {
  it('is a line of its own and posted to no payment, whatever it names', async () => {
    const charge = { amount: -500, endToEndId: reference(0), subFamily: 'CHRG' };
    await commit(at(camt053(stated({ amount: -132_000, endToEndId: reference(0) }, charge))));
    expect(await statuses()).toEqual(['settled', 'sent', 'sent', 'sent', 'sent']);
    expect(await kinds()).toEqual([]);
  });

  it('taken off a payment makes the amount another one', async () => {
    await commit(await notification(at(), [debited(0, { amount: halalas(131_500) })]));
    expect(await statuses()).toEqual(Array(5).fill('sent'));
    expect(await kinds()).toEqual(['amountDiffers']);
  });
});

describe('what cannot both be true', () => {
  it('a payment rejected by report and settled by statement is for an officer, in either order', async () => {
    await commit(await statusReport(at(), [rejected(0, 'AC04')]));
    await commit(at(camt053(stated({ amount: -132_000, endToEndId: reference(0) }))));
    expect(await kinds()).toEqual(['rejected', 'rejectedThenPaid']);
    await commit(await statusReport(at(), [answer(1, 'ACSC')]));
    await commit(await statusReport(at(), [rejected(1, 'AC04')]));
    expect(await kinds()).toEqual(['rejected', 'rejectedThenPaid', 'rejectedThenPaid']);
    expect((await statuses()).slice(0, 2)).toEqual(['rejected', 'settled']);
  });

  it('a return of a payment that nobody had settled is taken as money back, and asked about', async () => {
    await commit(await notification(at(), [returned(0)]));
    expect((await statuses())[0]).toBe('returned');
    expect(await kinds()).toEqual(['returnWithoutPayment']);
  });

  it('one line twice in one file is asked about, and in the next file it is no news', async () => {
    const path = await statusReport(at(), [answer(0, 'ACSC'), answer(0, 'ACSC')]);
    await commit(path);
    expect(await kinds()).toEqual(['duplicateLine']);
    await commit(await statusReport(at(), [answer(0, 'ACSC')]));
    expect(await kinds()).toEqual(['duplicateLine']);
  });
});

describe('a report within the day', () => {
  const interim = (entry: StatedEntry): string =>
    mt940(stated(entry))
      .replace(/^:6[02]F:.*\r\n/gm, '')
      .replace(':61:', ':34F:SAR0,\r\n:13D:2611021000+0300\r\n:61:');

  it('of MT942 tells of entries as a notification does, and is no statement', async () => {
    const text = interim({ amount: -132_000, narrative: `/EREF/${reference(0)}` });
    const shown = valueOf(await api.reconciliation.preview({ path: at(text) }));
    expect(shown).toMatchObject({ advances: [{ status: 'settled', count: 1 }] });
    expect(shown.warnings.map(({ code }) => code)).toEqual(['NOT_A_STATEMENT']);
    await commit(at(`${text}\r\n`));
    expect((await statuses())[0]).toBe('settled');
    expect(valueOf(await api.statements.list({})).series).toEqual([]);
  });

  it('is confirmed by the statement of the day, which tells nothing new', async () => {
    const entry = { amount: -132_000, narrative: `/EREF/${reference(0)}` };
    await commit(at(interim(entry)));
    await commit(at(mt940(stated(entry))));
    expect((await statuses())[0]).toBe('settled');
    expect(await kinds()).toEqual([]);
    expect(valueOf(await api.statements.list({})).series).toMatchObject([{ total: 1 }]);
  });
});
