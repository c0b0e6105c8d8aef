import { readFileSync } from 'node:fs';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import {
  answer,
  notification,
  reference,
  rejected,
  returned,
  statusReport,
} from './bank-answers.ts';
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

const at = (name: string) => branch.write(name, '');

async function commit(path: string) {
  const { file } = valueOf(await api.reconciliation.preview({ path }));
  valueOf(await api.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }));
  return file.id;
}

async function fileNamed(id: string) {
  const found = valueOf(await api.reconciliation.files({})).find((file) => file.id === id);
  if (!found) throw new Error('the file is not listed');
  return found;
}

async function undo(id: string) {
  const { version } = await fileNamed(id);
  return api.reconciliation.undo({ fileId: id, expectedVersion: version });
}

async function statuses(): Promise<string[]> {
  const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId' }));
  return rows.map(({ status }) => status);
}

async function openKinds(): Promise<string[]> {
  const { rows } = valueOf(await api.reconciliation.exceptions({}));
  return rows.map(({ kind }) => kind).sort((one, other) => one.localeCompare(other));
}

describe("what a bank's line may be and is not posted for", () => {
  it('an id that is not ours, an amount that differs, a line that comes twice', async () => {
    await commit(
      await statusReport(at('answer.xml'), [
        answer(0, 'ACSC', { endToEndId: 'NOT-OURS-1' }),
        answer(1, 'ACSC', { amount: halalas(131_900) }),
        answer(2, 'ACSC'),
        answer(2, 'ACSC'),
      ]),
    );
    expect(await openKinds()).toEqual(['amountDiffers', 'duplicateLine', 'unknownId']);
    expect(await statuses()).toEqual(['sent', 'sent', 'settled', 'sent', 'sent']);
  });

  it('a payment that was rejected and is then said to be paid', async () => {
    await commit(await statusReport(at('first.xml'), [rejected(0, 'AC01')]));
    await commit(await statusReport(at('second.xml'), [answer(0, 'ACSC')]));
    expect((await statuses())[0]).toBe('rejected');
    expect(await openKinds()).toEqual(['rejected', 'rejectedThenPaid']);
  });

  it('a late success after a return changes nothing', async () => {
    await commit(await statusReport(at('paid.xml'), [answer(0, 'ACSC')]));
    await commit(await notification(at('back.xml'), [returned(0)]));
    await commit(await statusReport(at('late.xml'), [answer(0, 'ACSC')]));
    expect((await statuses())[0]).toBe('returned');
  });

  it('a batch rejected without its transactions rejects each of its payments', async () => {
    await commit(
      await statusReport(at('batch.xml'), [], {
        batch: { status: 'RJCT', reasons: [{ code: 'AM10' }] },
      }),
    );
    expect(await openKinds()).toContain('batchRejected');
  });
});

describe('a file that was read before', () => {
  it('is refused by its bytes whatever its name, and changes nothing', async () => {
    const path = await statusReport(at('answer.xml'), [answer(0, 'ACSC')]);
    await commit(path);
    const before = await branch.digest();
    const again = branch.write('renamed.xml', readFileSync(path));
    expect(await api.reconciliation.preview({ path: again })).toMatchObject({
      ok: false,
      error: { code: 'BANK_FILE_SEEN' },
    });
    expect(await branch.digest()).toBe(before);
  });

  it('under the same message id with other content is an alarm', async () => {
    await commit(await statusReport(at('one.xml'), [answer(0, 'ACSC')], { messageId: 'SAME' }));
    const path = await statusReport(at('two.xml'), [answer(1, 'ACSC')], { messageId: 'SAME' });
    const { warnings } = valueOf(await api.reconciliation.preview({ path }));
    expect(warnings.map(({ code }) => code)).toContain('MESSAGE_ID_REUSED');
  });
});

describe('taking a file back', () => {
  it('puts every payment where it was and withdraws the exceptions; then it can be read again', async () => {
    const path = await statusReport(at('answer.xml'), [answer(0, 'ACSC'), rejected(1, 'AC06')]);
    const id = await commit(path);
    expect(await undo(id)).toMatchObject({ ok: true, value: { reversed: 2 } });
    expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(await openKinds()).toEqual([]);
    await commit(path);
    expect((await statuses()).slice(0, 2)).toEqual(['settled', 'rejected']);
  });

  it('is refused while a later file rests on it', async () => {
    const first = await commit(await statusReport(at('paid.xml'), [answer(0, 'ACSC')]));
    await commit(await notification(at('back.xml'), [returned(0)]));
    const before = await branch.digest();
    expect(await undo(first)).toMatchObject({ error: { code: 'LATER_FILE' } });
    expect(await branch.digest()).toBe(before);
  });

  it('is refused once an officer has settled one of its exceptions', async () => {
    const id = await commit(await statusReport(at('answer.xml'), [rejected(1, 'AC06')]));
    const { rows } = valueOf(await api.reconciliation.exceptions({}));
    valueOf(
      await api.reconciliation.resolve({
        exceptions: rows.map((row) => ({ id: row.id, expectedVersion: row.version })),
        resolution: 'beneficiaryAsked',
        note: 'اتصال بالمستفيد',
      }),
    );
    expect(await undo(id)).toMatchObject({ error: { code: 'EXCEPTIONS_RESOLVED' } });
  });

  it('of a version that another officer has changed is a conflict', async () => {
    const id = await commit(await statusReport(at('answer.xml'), [answer(0, 'ACSC')]));
    expect(await api.reconciliation.undo({ fileId: id, expectedVersion: 1 })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });
});

describe('a file that cannot be read', () => {
  const refused = async (name: string, content: string): Promise<string> => {
    const before = await branch.digest();
    const result = await api.reconciliation.preview({ path: branch.write(name, content) });
    expect(await branch.digest()).toBe(before);
    return result.ok ? 'read' : result.error.code;
  };

  it('cut anywhere is refused, and nothing of it is kept', async () => {
    const whole = readFileSync(
      await statusReport(at('answer.xml'), [answer(0, 'ACSC'), answer(1, 'ACSC')]),
      'utf8',
    );
    for (const part of [0.2, 0.5, 0.8, 0.99]) {
      const code = await refused('cut.xml', whole.slice(0, Math.floor(whole.length * part)));
      expect(code).toMatch(/^BANK_FILE_(TRUNCATED|XML_MALFORMED)$/);
    }
  });

  it('that is no bank file, or carries a document type, is refused', async () => {
    expect(await refused('note.xml', 'هذا ليس ملف بنك')).toMatch(/^BANK_FILE_/);
    expect(
      await refused(
        'bomb.xml',
        `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]><Document>&a;</Document>`,
      ),
    ).toBe('BANK_FILE_XML_DOCTYPE');
  });

  it('that is not there is named so', async () => {
    expect(await api.reconciliation.preview({ path: `${branch.folder}/none.xml` })).toMatchObject({
      error: { code: 'BANK_FILE_UNREADABLE' },
    });
  });
});

describe("another month's file", () => {
  it('is said to match nothing before anybody commits it', async () => {
    const path = await statusReport(at('other.xml'), [
      answer(0, 'ACSC', { endToEndId: reference(0).replace('202611', '202505') }),
    ]);
    const { warnings } = valueOf(await api.reconciliation.preview({ path }));
    expect(warnings.map(({ code }) => code)).toContain('NOTHING_MATCHES');
  });
});

describe('an operation that the officer stops', () => {
  it('leaves nothing of the file', async () => {
    const path = await statusReport(at('answer.xml'), [answer(0, 'ACSC')]);
    const before = await branch.digest();
    const stop = new AbortController();
    const result = await api.reconciliation.preview(
      { path },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(result).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(await branch.digest()).toBe(before);
  });
});
