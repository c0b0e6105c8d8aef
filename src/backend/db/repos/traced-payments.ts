import { sql } from 'kysely';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { TracedPayment } from '../../app/complaints/ports.ts';
import type { Reader } from '../database.ts';

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
): Promise<Map<string, TracedPayment['events'][number][]>> {
  const rows = await db
    .selectFrom('payment_event as e')
    .leftJoin('officer as o', 'o.id', 'e.officer_id')
    .leftJoin('bank_line as l', 'l.id', 'e.bank_line_id')
    .leftJoin('bank_file as f', 'f.no', 'l.file_no')
    .innerJoin('payment as p', 'p.no', 'e.payment_no')
    .where('p.id', 'in', paymentIds)
    .orderBy('e.seq')
    .select([
      'p.id as payment_id',
      'e.seq',
      'e.type',
      'e.at',
      'e.effective_on',
      'e.amount_halalas',
      'e.reason_list',
      'e.reason_code',
      'e.reason_text',
      'f.file_name',
      'o.full_name',
      sql<number>`exists (select 1 from payment_event r where r.reverses_seq = e.seq)`.as(
        'reversed',
      ),
    ])
    .execute();
  const byPayment = new Map<string, TracedPayment['events'][number][]>();
  for (const row of rows) {
    const events = byPayment.get(row.payment_id) ?? [];
    byPayment.set(row.payment_id, events);
    events.push({
      seq: row.seq,
      type: row.type,
      at: row.at as IsoInstant,
      effectiveOn: row.effective_on as IsoDate | null,
      amount: row.amount_halalas as Halalas | null,
      reasonList: row.reason_list,
      reasonCode: row.reason_code,
      reasonText: row.reason_text,
      fileName: row.file_name,
      officerName: row.full_name,
      reversed: row.reversed === 1,
    });
  }
  return byPayment;
}
