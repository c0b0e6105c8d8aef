import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../src/backend/db/database.ts';
import { connect, kyselyOf } from '../../src/backend/db/dialect/sqlite.ts';
import { migratorFor } from '../../src/backend/db/migrations/migrations.ts';
import { LINES_OF_FILE } from '../../src/backend/db/repos/bank-line-ids.ts';
import { paymentHistory } from '../../src/backend/db/repos/payment-history.ts';
import { writeRepos } from '../../src/backend/db/repos/repos.ts';
import type { IsoInstant } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { valueOf } from './open-branch.ts';

const AT = '2026-11-02T08:00:00.000Z' as IsoInstant;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-lean-lines-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Where a payment of the branch below stands, and the lines of both files about it, by the ids they had. */
const PAYMENTS = [
  { no: 1, status: 'settled', lines: [3] },
  { no: 2, status: 'rejected', lines: [5] },
  { no: 3, status: 'returned', lines: [4, 8] },
] as const;

/**
 * A branch as it was before its lines became its events: two committed files whose lines were numbered as they came, one after
 * the other and mixed, each advancing line with an event beside it.
 */
async function branchBefore(): Promise<void> {
  const connection = connect(path.join(folder, 'insaf.db'));
  const db = kyselyOf<never>(connection);
  await migratorFor(db).migrateTo('0012-statements');
  connection.exec(`
    insert into officer (id, username, full_name, role, password_hash, created_at) values ('o', 'o', 'O', 'finance', 'x', '${AT}');
    insert into cycle (id, number, month, pay_date, created_at) values ('c', 202611, '2026-11', '2026-11-01', '${AT}');
    insert into payment_import (no, id, cycle_id, list_no, file_name, sha256, encoding, mapping, rows, total_halalas, imported_at, imported_by)
      values (1, 'i', 'c', 1, 'list.csv', 's', 'utf-8', '{}', 3, 300, '${AT}', 'o');
    insert into bank_file (no, id, sha256, file_name, size_bytes, kind, lines, status, commit_no, staged_at, staged_by, committed_at, committed_by)
      values (1, 'f1', 's1', 'first.xml', 1, 'pain.002', 4, 'committed', 1, '${AT}', 'o', '${AT}', 'o'),
             (2, 'f2', 's2', 'second.xml', 1, 'camt.054', 3, 'committed', 2, '${AT}', 'o', '${AT}', 'o');`);
  for (const { no, status } of PAYMENTS) {
    connection.exec(`
      insert into beneficiary (id, national_id, full_name, name_key, eligibility, created_at)
        values ('b${no}', '${no}', 'B', 'b', 'eligible', '${AT}');
      insert into payment (no, id, cycle_number, import_no, beneficiary_id, name_key, month, kind, amount_halalas, iban, bank_code,
          end_to_end_id, status)
        values (${no}, 'p${no}', 202611, 1, 'b${no}', 'b', '2026-11', 'regular', 100, 'SA', '80', 'E${no}', '${status}');
      insert into payment_event (payment_no, type, at) values (${no}, 'sent', '${AT}');`);
  }
  const line = connection.prepare(
    `insert into bank_line (id, file_no, line_no, level, reported, payment_no, status_before, status_after, effect,
       exception_kind, end_to_end_id, fingerprint, amount_halalas, expected_halalas, cycle_number, match_rule)
     values (?, ?, ?, 'transaction', 'settled', ?, ?, ?, ?, ?, ?, 'x', 100, 100, 202611, 'endToEndId')`,
  );
  line.run(3, 1, 1, 1, 'sent', 'settled', 'advances', null, 'E1');
  line.run(4, 1, 2, 3, 'sent', 'settled', 'advances', null, 'E3');
  line.run(5, 1, 3, 2, 'sent', 'rejected', 'advances', 'rejected', 'E2');
  line.run(6, 2, 1, null, null, null, 'exception', 'unknownId', 'U1');
  line.run(7, 1, 4, null, null, null, 'exception', 'unknownId', 'U2');
  line.run(8, 2, 2, 3, 'settled', 'returned', 'advances', 'returned', 'E3');
  line.run(9, 2, 3, 1, 'settled', 'settled', 'unchanged', null, 'E1');
  const event = connection.prepare(
    'insert into payment_event (payment_no, type, at, bank_line_id) values (?, ?, ?, ?)',
  );
  for (const [no, type, id] of [
    [1, 'settled', 3],
    [3, 'settled', 4],
    [2, 'rejected', 5],
    [3, 'returned', 8],
  ] as const) {
    event.run(no, type, AT, id);
  }
  const exception = connection.prepare(
    `insert into reconciliation_exception (id, file_id, bank_line_id, payment_id, cycle_id, kind, opened_at)
     values (?, ?, ?, ?, 'c', ?, ?)`,
  );
  exception.run('x5', 'f1', 5, 'p2', 'rejected', AT);
  exception.run('x6', 'f2', 6, null, 'unknownId', AT);
  exception.run('x7', 'f1', 7, null, 'unknownId', AT);
  exception.run('x8', 'f2', 8, 'p3', 'returned', AT);
  exception.run('x0', null, null, 'p1', 'noAnswer', AT);
  await db.destroy();
}

/** The rows of a query, each as one text. */
function read(text: string): string[] {
  const connection = connect(path.join(folder, 'insaf.db'), { readonly: true });
  try {
    const rows: unknown[] = connection.prepare(text).raw().all();
    return rows.map((row) => (Array.isArray(row) ? row.join(' ') : ''));
  } finally {
    connection.close();
  }
}

describe('a branch whose lines become the events of their payments', () => {
  it('keeps every line, and what points to a line leads to the same one', async () => {
    await branchBefore();
    const events = `select e.seq, e.type, l.end_to_end_id, l.file_no, l.line_no from payment_event e
      left join bank_line l on l.id = e.bank_line_id order by e.seq`;
    const exceptions = `select x.id, x.kind, l.end_to_end_id, l.file_no, l.line_no from reconciliation_exception x
      left join bank_line l on l.id = x.bank_line_id order by x.id`;
    const lines = `select file_no, line_no, end_to_end_id, payment_no, status_before, status_after, effect, exception_kind,
      amount_halalas, expected_halalas, match_rule from bank_line order by file_no, line_no`;
    const before = [events, exceptions, lines].map(read);
    await valueOf(await Database.open(folder)).close();
    expect([events, exceptions, lines].map(read)).toEqual(before);
    expect(read('select id, file_no from bank_line order by id')).toEqual([
      ...[1, 2, 3, 4].map((place) => `${LINES_OF_FILE + place} 1`),
      ...[1, 2, 3].map((place) => `${2 * LINES_OF_FILE + place} 2`),
    ]);
    expect(read('pragma foreign_key_check')).toEqual([]);
    expect(read('pragma integrity_check')).toEqual(['ok']);
  });

  it('keeps its events append-only', async () => {
    await branchBefore();
    await valueOf(await Database.open(folder)).close();
    const connection = connect(path.join(folder, 'insaf.db'));
    for (const change of ['update payment_event set type = type', 'delete from payment_event']) {
      expect(() => connection.exec(change)).toThrow('payment events are append-only');
    }
    connection.close();
  });

  it('tells each payment’s history once, and takes a file back that was committed before', async () => {
    await branchBefore();
    const database = valueOf(await Database.open(folder));
    const history = async (no: number) =>
      (await paymentHistory(database.reader.db, [no])).map(({ type, file_name }) => [
        type,
        file_name,
      ]);
    const told = [
      ['sent', null],
      ['settled', 'first.xml'],
      ['returned', 'second.xml'],
    ];
    expect(await history(3)).toEqual(told);
    await database.transact(async (tx) => {
      const { posting } = writeRepos(tx);
      const payments = await posting.nextPayments('f2', 0, 10);
      expect(payments).toEqual({ from: 1, to: 3 });
      await posting.number('f2', 'undone');
      expect(await posting.reverseEvents('f2', { at: AT, officerId: 'o' })).toBe(1);
      await posting.putBack('f2', payments ?? { from: 0, to: 0 });
      return ok(null);
    });
    expect(await history(3)).toEqual([...told, ['reversed', 'second.xml']]);
    await database.close();
    expect(read('select no, status from payment order by no')).toEqual([
      '1 settled',
      '2 rejected',
      '3 settled',
    ]);
  });
});
