import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { TracedPayment } from '../../app/complaints/ports.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { Reader } from '../database.ts';
import { paymentHistoryById, toEventDto } from './payment-history.ts';

/** Payments of a person for some months with their events, oldest cycle first. */
export async function tracedPayments(
  db: Reader['db'],
  beneficiaryId: string,
  months: readonly IsoMonth[],
): Promise<TracedPayment[]> {
  const payments = await db
    .selectFrom('payment as p')
    .innerJoin('cycle as c', 'c.number', 'p.cycle_number')
    .innerJoin('beneficiary as b', 'b.id', 'p.beneficiary_id')
    .innerJoin('programme as g', 'g.no', 'p.programme_no')
    .where('p.beneficiary_id', '=', beneficiaryId)
    .where('p.month', 'in', months)
    .orderBy('c.number')
    .orderBy('p.id')
    .select([
      'p.id',
      'p.month',
      'p.kind',
      'p.status',
      'p.amount_halalas',
      'p.due_halalas',
      'p.live',
      (eb) =>
        eb
          .selectFrom('recovery_deduction as d')
          .whereRef('d.payment_no', '=', 'p.no')
          .select(({ fn }) => fn.sum<number>('d.amount_halalas').as('sum'))
          .as('withheld'),
      'p.bank_code',
      'p.iban',
      'p.end_to_end_id',
      'p.reason_code',
      'g.code as programme',
      'c.number as cycle_number',
      'b.id as beneficiary_id',
      'b.full_name',
      'b.national_id',
    ])
    .execute();
  if (payments.length === 0) return [];
  const events = await eventsOf(
    db,
    payments.map((payment) => payment.id),
  );
  return payments.map((row) => ({
    id: row.id,
    beneficiaryId: row.beneficiary_id,
    name: row.full_name,
    nationalId: row.national_id,
    month: row.month as IsoMonth,
    kind: row.kind,
    status: row.status,
    amount: row.amount_halalas as Halalas,
    due: row.due_halalas as Halalas | null,
    live: row.live === 1,
    withheld: (row.withheld ?? 0) as Halalas,
    cycleNumber: row.cycle_number,
    bankCode: row.bank_code,
    iban: row.iban,
    endToEndId: row.end_to_end_id,
    reasonCode: row.reason_code,
    programme: row.programme,
    events: events.get(row.id) ?? [],
  }));
}

async function eventsOf(
  db: Reader['db'],
  paymentIds: readonly string[],
): Promise<ReadonlyMap<string, TracedPayment['events']>> {
  const rows = await paymentHistoryById(db, paymentIds);
  const byPayment = groupBy(rows, (row) => row.payment_id);
  return new Map([...byPayment].map(([id, events]) => [id, events.map(toEventDto)]));
}
