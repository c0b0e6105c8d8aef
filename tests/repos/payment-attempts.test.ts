import { sql } from 'kysely';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import type { ApiResult } from '../../src/contract/errors.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import { statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { iban, listText, rowsOf } from './payment-lists.ts';

const PEOPLE = 2;

/** One thing that officers or a bank may do next; what is refused changes nothing. */
const step = fc.oneof(
  fc.record({ do: fc.constant('prepare' as const), which: fc.nat(PEOPLE - 1) }),
  fc.record({
    do: fc.constantFrom('hold' as const, 'release' as const, 'cancel' as const),
    which: fc.nat(9),
  }),
  fc.record({ do: fc.constantFrom('run' as const, 'dissolve' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constantFrom('export' as const, 'undoExport' as const), which: fc.nat(3) }),
  fc.record({
    do: fc.constantFrom('ACSC' as const, 'ACCC' as const, 'RJCT' as const),
    which: fc.nat(9),
  }),
  fc.record({ do: fc.constant('undoFile' as const), which: fc.nat(3) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

class Desk {
  readonly branch: TestBranch;
  readonly finance: Client;
  readonly officer: Client;
  readonly cycleId: string;
  readonly people: readonly string[];
  #files = 0;

  private constructor(
    branch: TestBranch,
    finance: Client,
    officer: Client,
    cycleId: string,
    people: readonly string[],
  ) {
    this.branch = branch;
    this.finance = finance;
    this.officer = officer;
    this.cycleId = cycleId;
    this.people = people;
  }

  static async open(): Promise<Desk> {
    const branch = await openBranch();
    const finance = await branch.as('finance');
    const path = branch.write('list.csv', listText(rowsOf(PEOPLE)));
    const { sha256, encoding, mapping } = valueOf(await finance.payments.previewList({ path }));
    const imported = await finance.payments.importList({ path, sha256, encoding, mapping });
    const { cycleId } = valueOf(imported);
    const payer = { name: 'Ministry', bic: 'NCBKSAJE', establishmentId: '1', ministryId: '12' };
    valueOf(await finance.payments.setPayer({ ...payer, iban: iban(900, '10') }));
    const { rows } = valueOf(await finance.payments.list({ cycleId }));
    const people = rows.map(({ beneficiaryId }) => beneficiaryId);
    return new Desk(branch, finance, await branch.as('officer'), cycleId, people);
  }

  async take({ do: what, which }: Step): Promise<void> {
    switch (what) {
      case 'prepare':
        return this.#prepare(which);
      case 'hold':
      case 'release':
      case 'cancel': {
        const payment = await this.#payment(which);
        const input = { payments: [payment.id], reason: 'اختبار' };
        return expected(await this.finance.payments[what](input));
      }
      case 'run':
        return expected(
          await this.finance.payments.makeRun({ cycleId: this.cycleId, programme: 'PENSION' }),
        );
      case 'dissolve':
      case 'export':
      case 'undoExport':
        return this.#onRun(what, which);
      case 'undoFile': {
        const files = valueOf(await this.finance.reconciliation.files({}));
        const file = files[which % Math.max(1, files.length)];
        if (!file) return;
        const undo = { fileId: file.id, expectedVersion: file.version };
        return expected(await this.finance.reconciliation.undo(undo));
      }
      default:
        return this.#answered(what, which);
    }
  }

  async #prepare(which: number): Promise<void> {
    const proposed = await this.officer.payments.propose({
      beneficiaryId: this.people[which] ?? '',
      cycleId: this.cycleId,
      month: isoMonth('2026-10'),
      kind: 'difference',
      programme: 'PENSION',
      amount: halalas(10_000 + which),
      reason: 'اختبار',
    });
    expected(proposed);
    if (!proposed.ok) return;
    const decision = { id: proposed.value.proposalId, expectedVersion: 1, approve: true };
    expected(await this.finance.payments.decideProposal(decision));
  }

  async #payment(which: number) {
    const { rows } = valueOf(await this.finance.payments.list({ cycleId: this.cycleId }));
    const payment = rows[which % rows.length];
    if (!payment) throw new Error('No payment');
    return payment;
  }

  async #onRun(what: 'dissolve' | 'export' | 'undoExport', which: number): Promise<void> {
    const { runs } = valueOf(await this.finance.payments.runs({ cycleId: this.cycleId }));
    const run = runs[which % Math.max(1, runs.length)];
    if (!run) return;
    const input = { runId: run.id, expectedVersion: run.version };
    const { payments } = this.finance;
    if (what === 'dissolve') return expected(await payments.dissolveRun(input));
    if (what === 'undoExport')
      return expected(await payments.undoExport({ ...input, reason: 'اختبار' }));
    this.#files += 1;
    const path = this.branch.write(`run-${this.#files}.xml`, '');
    return expected(await payments.exportRun({ ...input, format: 'pain001', path }));
  }

  async #answered(status: 'ACSC' | 'ACCC' | 'RJCT', which: number): Promise<void> {
    const { endToEndId, amount } = await this.#payment(which);
    this.#files += 1;
    const path = await statusReport(this.branch.write(`answer-${this.#files}.xml`, ''), [
      { endToEndId, status, amount, ...(status === 'RJCT' ? { reasons: [{ code: 'AC04' }] } : {}) },
    ]);
    const { file } = valueOf(await this.finance.reconciliation.preview({ path }));
    const commit = { fileId: file.id, expectedVersion: file.version };
    expected(await this.finance.reconciliation.commit(commit));
  }
}

/** A refusal is an answer; a bug is none. */
function expected(result: ApiResult<unknown>): void {
  if (!result.ok && ['INTERNAL', 'INVALID_INPUT', 'NOT_PERMITTED'].includes(result.error.code))
    throw new Error(JSON.stringify(result.error));
}

async function twiceLive(branch: TestBranch): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*) as many from (
      select 1 from payment where status <> 'cancelled' and live = 1
      group by beneficiary_id, programme_no, month, kind having count(*) > 1)`.execute(
    branch.backend.database.reader.db,
  );
  return rows[0]?.many ?? 0;
}

describe('whatever officers and banks do, in any order', () => {
  it('nobody has two live payments of a month, and money is conserved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const desk = await Desk.open();
        try {
          for (const move of steps) {
            await desk.take(move);
            expect(await twiceLive(desk.branch)).toBe(0);
            const { cycleId } = desk;
            const totals = valueOf(await desk.finance.reconciliation.totals({ cycleId }));
            const { sent, paid, rejected, returned, open } = totals;
            const parts = [paid, rejected, returned, open];
            expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(sent.count);
            expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(sent.amount);
          }
          expect((await desk.branch.verifyPayments()).differences).toEqual([]);
        } finally {
          await desk.branch.close();
        }
      }),
      { numRuns: 40 },
    );
  }, 180_000);
});
