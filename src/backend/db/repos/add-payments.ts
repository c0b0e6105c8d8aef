import { sql } from 'kysely';
import type { ImportHead, NewPayment } from '../../app/payments/ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';

/** See `PaymentWriter.addPayments`. Throws when a person is not registered: whoever imports registers him first. */
export async function addPayments(
  db: Transactor['db'],
  head: ImportHead,
  payments: readonly NewPayment[],
): Promise<void> {
  const given = jsonRows(
    payments.map((payment) => [
      payment.id,
      payment.nationalId,
      payment.kind,
      payment.amount,
      payment.iban,
      payment.bankCode,
      payment.endToEndId,
      payment.instructionId,
    ]),
    ['id', 'national_id', 'kind', 'amount', 'iban', 'bank_code', 'end_to_end_id', 'instruction_id'],
    'given',
  );
  const { numAffectedRows } = await sql`
    insert into payment (id, cycle_number, import_no, programme_no, beneficiary_id, name_key, month, kind, amount_halalas, iban,
      bank_code, end_to_end_id, instruction_id, status)
    select given.id, list.cycle_number, list.no, ${head.programmeNo}, b.id, b.name_key, ${head.month}, given.kind, given.amount,
      given.iban, given.bank_code, given.end_to_end_id, given.instruction_id, ${head.sent ? 'sent' : 'prepared'}
    from (select i.no, c.number as cycle_number from payment_import i cross join cycle c on c.id = i.cycle_id
      where i.id = ${head.id}) list
    cross join ${given}
    cross join beneficiary b on b.national_id = given.national_id`.execute(db);
  if (Number(numAffectedRows) !== payments.length) {
    throw new Error('Payments of people who are not registered');
  }
}

/** Each payment is prepared, and where the list was sent to the banks, sent for the pay date. */
export async function addFirstEvents(
  db: Transactor['db'],
  { at, by, payDate, sent }: ImportHead,
  payments: readonly NewPayment[],
): Promise<void> {
  await sql`
    insert into payment_event (payment_no, type, at, effective_on, officer_id)
    select p.no, first.value, ${at}, case first.value when 'sent' then ${payDate} end, ${by}
    from ${jsonValues(
      payments.map(({ id }) => id),
      'given',
    )}
    cross join payment p on p.id = given.value
    cross join ${jsonValues(sent ? ['prepared', 'sent'] : ['prepared'], 'first')}`.execute(db);
}
