import { sql } from 'kysely';
import type { CycleStanding } from '../../../domain/payments/closing.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { Reader } from '../database.ts';

type Totals = { -readonly [Name in keyof CycleStanding]: { count: number; amount: Halalas } };
type Group = keyof Omit<Totals, 'sent' | 'planned'>;

const GROUP: Readonly<Record<PaymentStatus, Group>> = {
  prepared: 'open',
  sent: 'open',
  bankAccepted: 'open',
  held: 'open',
  settled: 'paid',
  credited: 'paid',
  rejected: 'rejected',
  returned: 'returned',
  // Of what was sent only what came back is cancelled.
  cancelled: 'returned',
};

/** Of payments that stand in no sent run: what can still be sent is planned, and what was cancelled is nothing. */
const BEFORE_SENDING: readonly PaymentStatus[] = ['prepared', 'held', 'cancelled'];

/**
 * Where the money of a cycle stands. What was sent is what its runs say, the rest comes from the payments' statuses: the two
 * are counted apart, so that comparing them proves something.
 */
export async function cycleTotals(db: Reader['db'], cycleId: string): Promise<CycleStanding> {
  const cycle = sql`cycle_number = (select number from cycle where id = ${cycleId})`;
  const all = await sql<StatusSum>`
    select status, count(*) as count, sum(amount_halalas) as amount from payment
    where ${cycle} group by status`.execute(db);
  const inNoRun = await sql<StatusSum>`
    select status, count(*) as count, sum(amount_halalas) as amount from payment
    where import_no is null and ${cycle} group by status`.execute(db);
  const inRunsToSend = await sql<StatusSum>`
    select p.status, count(*) as count, sum(p.amount_halalas) as amount
    from payment_import i cross join payment p on p.import_no = i.no
    where i.cycle_id = ${cycleId} and i.status = 'prepared' group by p.status`.execute(db);
  const runs = await sql<{ count: number; amount: number }>`
    select coalesce(sum(rows), 0) as count, coalesce(sum(total_halalas), 0) as amount
    from payment_import where cycle_id = ${cycleId} and status = 'sent'`.execute(db);
  const totals: Totals = {
    sent: zero(),
    paid: zero(),
    rejected: zero(),
    returned: zero(),
    open: zero(),
    planned: zero(),
  };
  for (const { status, count, amount } of all.rows) add(totals[GROUP[status]], count, amount);
  for (const { status, count, amount } of [...inNoRun.rows, ...inRunsToSend.rows]) {
    if (!BEFORE_SENDING.includes(status)) continue;
    add(totals[GROUP[status]], -count, -amount);
    if (status !== 'cancelled') add(totals.planned, count, amount);
  }
  for (const { count, amount } of runs.rows) add(totals.sent, count, amount);
  return totals;
}

interface StatusSum {
  readonly status: PaymentStatus;
  readonly count: number;
  readonly amount: number;
}

const zero = (): { count: number; amount: Halalas } => ({ count: 0, amount: 0 as Halalas });

function add(total: { count: number; amount: Halalas }, count: number, amount: number): void {
  total.count += count;
  total.amount = (total.amount + amount) as Halalas;
}
