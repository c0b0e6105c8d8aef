import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { ACKNOWLEDGED_WARNINGS } from '../../src/contract/reconciliation.ts';
import { instructionIdOf } from '../../src/domain/payments/bank-references.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { answer, notification, reference, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

const PAYMENTS = 4;
const AMOUNT = 132_000;
/** Of people whom a second list brings. */
const LATER = [PAYMENTS, PAYMENTS + 1];

const target = fc.nat(PAYMENTS + 2);
const line = fc.record({
  payment: target,
  key: fc.constantFrom('endToEnd', 'endToEnd', 'instruction', 'bankReference'),
  status: fc.constantFrom('PDNG', 'ACSP', 'ACSC', 'ACCC', 'RJCT', 'XXXX'),
  code: fc.constantFrom('AC04', 'NARR', 'MD07'),
  amount: fc.constantFrom(AMOUNT, AMOUNT, AMOUNT, AMOUNT - 1),
  bankReference: fc.constantFrom(null, 'BANK-A', 'BANK-B'),
});
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

const report = fc.record({
  kind: fc.constant('report' as const),
  lines: fc.array(line, { maxLength: 6 }),
  batchStatus: fc.constantFrom(null, null, 'RJCT', 'ACSC'),
  groupStatus: fc.constantFrom(null, null, 'RJCT'),
});
const detail = fc.record({
  payment: target,
  direction: fc.constantFrom('credit' as const, 'debit' as const),
  by: fc.constantFrom('endToEnd', 'narrative'),
  bankReference: fc.constantFrom(null, 'BANK-A', 'BANK-B'),
});
const notice = fc.record({
  kind: fc.constant('notice' as const),
  details: fc.array(detail, { minLength: 1, maxLength: 4 }),
});
const file = fc.oneof({ weight: 3, arbitrary: report }, { weight: 1, arbitrary: notice });
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

/** What happens to the ledger after a file was previewed; what is refused changes nothing. */
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('commit' as const), file }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('hold' as const, 'release' as const, 'cancel' as const),
      payment: fc.nat(PAYMENTS - 1),
    }),
  },
  fc.record({ do: fc.constant('list' as const) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

const endToEndOf = (index: number): string =>
  index < PAYMENTS + LATER.length ? reference(index) : 'STRANGER-1';
const instructionOf = (index: number): string => instructionIdOf(59, index + 1);

async function write(branch: TestBranch, name: string, content: File): Promise<string> {
  const path = branch.write(`${name}.xml`, '');
  if (content.kind === 'notice') {
    return notification(
      path,
      content.details.map(({ payment, direction, by, bankReference }) => ({
        amount: halalas(AMOUNT),
        direction,
        bankReference,
        endToEndId: by === 'endToEnd' ? endToEndOf(payment) : null,
        narrative: by === 'narrative' ? `REF ${endToEndOf(payment)}` : null,
        returned: direction === 'credit' ? { code: 'AC04' } : null,
      })),
      name,
    );
  }
  const { lines, batchStatus, groupStatus } = content;
  return statusReport(path, lines.map(answerOf), {
    messageId: name,
    ...(groupStatus === null ? {} : { groupStatus }),
    batch: { status: batchStatus },
  });
}

function answerOf({ payment, key, status, code, amount, bankReference }: Line) {
  return answer(payment, status, {
    endToEndId: key === 'endToEnd' ? endToEndOf(payment) : 'NOTPROVIDED',
    instructionId: key === 'instruction' ? instructionOf(payment) : null,
    bankReference: key === 'bankReference' ? (bankReference ?? 'BANK-A') : bankReference,
    reasons: status === 'RJCT' ? [{ code }] : [],
    amount: halalas(amount),
  });
}

/** A branch on which the same things are done in the same order, with one file previewed at another moment. */
class Desk {
  readonly branch: TestBranch;
  readonly api: Client;
  #files = 0;

  private constructor(branch: TestBranch, api: Client) {
    this.branch = branch;
    this.api = api;
  }

  static async open(): Promise<Desk> {
    const branch = await openBranch();
    const desk = new Desk(branch, await branch.as('finance'));
    await desk.list(PAYMENTS, 0);
    return desk;
  }

  async list(count: number, from: number): Promise<void> {
    const path = this.branch.write(`list-${from}.csv`, listText(rowsOf(count, from)));
    const { sha256, encoding, mapping } = valueOf(await this.api.payments.previewList({ path }));
    await this.api.payments.importList({ path, sha256, encoding, mapping });
  }

  async preview(content: File, name = `FILE-${(this.#files += 1)}`): Promise<string> {
    const path = await write(this.branch, name, content);
    return valueOf(await this.api.reconciliation.preview({ path })).file.id;
  }

  async commit(fileId: string): Promise<void> {
    const acknowledged = [...ACKNOWLEDGED_WARNINGS];
    valueOf(await this.api.reconciliation.commit({ fileId, expectedVersion: 1, acknowledged }));
  }

  async undoLast(): Promise<void> {
    const files = valueOf(await this.api.reconciliation.files({}));
    const last = files.find(({ messageId }) => messageId === 'LAST');
    const input = { fileId: last?.id ?? '', expectedVersion: last?.version ?? 0 };
    valueOf(await this.api.reconciliation.undo(input));
  }

  async take(move: Deed): Promise<void> {
    switch (move.do) {
      case 'commit':
        return this.commit(await this.preview(move.file));
      case 'list':
        return this.list(LATER.length, PAYMENTS);
      case 'undo': {
        const files = valueOf(await this.api.reconciliation.files({}));
        const done = files.filter(({ status }) => status === 'committed');
        const chosen = done[move.which % Math.max(1, done.length)];
        if (!chosen) return;
        const input = { fileId: chosen.id, expectedVersion: chosen.version };
        await this.api.reconciliation.undo(input);
        return;
      }
      default: {
        const { rows } = valueOf(await this.api.payments.list({ sort: 'endToEndId' }));
        const payments = [rows[move.payment]?.id ?? ''];
        await this.api.payments[move.do]({ payments, reason: 'قرار الموظف' });
      }
    }
  }

  /** Everything of the ledger that does not depend on when a file was previewed. */
  async ledger() {
    const { db } = this.branch.backend.database.reader;
    const payments = await sql`
      select end_to_end_id, status, reason_list, reason_code, live from payment order by end_to_end_id`.execute(
      db,
    );
    const exceptions = await sql`
      select x.kind, x.status, x.amount_halalas, x.reason_list, x.reason_code, x.cycle_id is not null as placed,
        p.end_to_end_id, f.message_id, l.line_no, l.match_rule
      from reconciliation_exception x
      left join payment p on p.id = x.payment_id
      left join bank_file f on f.id = x.file_id
      left join bank_line l on l.id = x.bank_line_id
      order by f.commit_no, l.line_no, p.end_to_end_id, x.kind`.execute(db);
    const lines = await sql`
      select f.message_id, l.line_no, l.level, p.end_to_end_id, l.match_rule, l.repeats, l.status_before,
        l.status_after, l.effect, l.exception_kind, l.cycle_number, l.expected_halalas, l.amount_halalas,
        l.occurrence
      from bank_line l cross join bank_file f on f.no = l.file_no left join payment p on p.no = l.payment_no
      where f.status = 'committed' order by f.commit_no, l.line_no, p.end_to_end_id`.execute(db);
    const life = await sql`
      select b.national_id, l.status from life_case l join beneficiary b on b.id = l.beneficiary_id
      order by 1`.execute(db);
    const { rows } = valueOf(await this.api.payments.list({ sort: 'endToEndId' }));
    const histories = await Promise.all(
      rows.map(async ({ id }) => {
        const { events } = valueOf(await this.api.payments.trace({ id }));
        return events.map(({ type, amount, reasonCode, reversed, effectiveOn }) => ({
          type,
          amount,
          reasonCode,
          reversed,
          effectiveOn,
        }));
      }),
    );
    const files = valueOf(await this.api.reconciliation.files({}));
    const last = files.find(({ messageId }) => messageId === 'LAST');
    const shown = valueOf(await this.api.reconciliation.previewOf({ fileId: last?.id ?? '' }));
    const { file: _file, ...does } = shown;
    const open = valueOf(await this.api.reconciliation.exceptions({ limit: 500 })).rows;
    const details = await Promise.all(
      open
        .filter(({ fileName }) => fileName === 'LAST.xml')
        .map(async ({ id }) => {
          const {
            line: told,
            row,
            payment,
          } = valueOf(await this.api.reconciliation.exception({ id }));
          return { told, kind: row.kind, banks: row.banks, status: payment?.status };
        }),
    );
    return {
      payments: payments.rows,
      exceptions: exceptions.rows,
      lines: lines.rows,
      life: life.rows,
      histories,
      does: sorted(does),
      details: details.map((one) => JSON.stringify(one)).sort(),
    };
  }

  async isConserved(): Promise<void> {
    const [cycle] = valueOf(await this.api.payments.cycles({}));
    const totals = valueOf(await this.api.reconciliation.totals({ cycleId: cycle?.id ?? '' }));
    if (!totals.balances) throw new Error(JSON.stringify(totals));
    await this.branch.mustVerify();
  }
}

function sorted(does: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(does).map(([name, found]) => [
      name,
      Array.isArray(found) ? found.map((one) => JSON.stringify(one)).sort() : found,
    ]),
  );
}

const RUNS = Number(process.env['REJUDGING_RUNS'] ?? 20);

it('a file previewed before the ledger changed does what it does when previewed after it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { maxLength: 2 }),
      file,
      fc.array(deed, { minLength: 1, maxLength: 4 }),
      async (before, last, deeds) => {
        const early = await Desk.open();
        const late = await Desk.open();
        try {
          for (const desk of [early, late]) {
            for (const content of before) await desk.commit(await desk.preview(content));
          }
          const previewed = await early.preview(last, 'LAST');
          for (const move of deeds) {
            await early.take(move);
            await late.take(move);
          }
          await early.commit(previewed);
          await late.commit(await late.preview(last, 'LAST'));
          expect(await early.ledger()).toEqual(await late.ledger());
          await early.isConserved();
          for (const desk of [early, late]) await desk.undoLast();
          expect(await early.ledger()).toEqual(await late.ledger());
          await early.isConserved();
        } finally {
          await early.branch.close();
          await late.branch.close();
        }
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);
