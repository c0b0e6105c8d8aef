import { sql } from 'kysely';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { BankFileReader } from '../../app/reconciliation/ports.ts';
import type { Reader } from '../database.ts';

type Totals = Awaited<ReturnType<BankFileReader['totals']>>;
type Group = keyof Omit<Totals, 'sent'>;

const GROUP: Readonly<Record<PaymentStatus, Group | null>> = {
  prepared: 'open',
  sent: 'open',
  bankAccepted: 'open',
  held: 'open',
  settled: 'paid',
  credited: 'paid',
  rejected: 'rejected',
  returned: 'returned',
  // Taken back before it was sent: neither sent nor open.
  cancelled: null,
};

/**
 * Where the money of a cycle stands. What was sent is what the lists said, the rest comes from the payments' statuses: the two
 * are counted apart, so that comparing them proves something.
 */
export async function cycleTotals(db: Reader['db'], cycleId: string): Promise<Totals> {
  const byStatus = await sql<{ status: PaymentStatus; count: number; amount: number }>`
    select status, count(*) as count, sum(amount_halalas) as amount from payment
    where cycle_number = (select number from cycle where id = ${cycleId}) group by status`.execute(
    db,
  );
  const lists = await sql<{ count: number; amount: number }>`
    select coalesce(sum(rows), 0) as count, coalesce(sum(total_halalas), 0) as amount
    from payment_import where cycle_id = ${cycleId}`.execute(db);
  const totals = { sent: zero(), paid: zero(), rejected: zero(), returned: zero(), open: zero() };
  for (const { status, count, amount } of byStatus.rows) {
    const group = GROUP[status];
    if (group === null) add(totals.sent, -count, -amount);
    else add(totals[group], count, amount);
  }
  for (const { count, amount } of lists.rows) add(totals.sent, count, amount);
  return totals;
}

const zero = (): { count: number; amount: Halalas } => ({ count: 0, amount: 0 as Halalas });

function add(total: { count: number; amount: Halalas }, count: number, amount: number): void {
  total.count += count;
  total.amount = (total.amount + amount) as Halalas;
}
