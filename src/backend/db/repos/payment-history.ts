import { sql, type RawBuilder } from 'kysely';
import type { PaymentEventDto } from '../../../contract/payments.ts';
import type { PaymentEvent } from '../../../domain/payments/payment-state.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';
import { placeOfLine } from './bank-line-ids.ts';

/** One event of a payment, wherever it is written. */
export interface HistoryRow {
  readonly payment_no: number;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly effective_on: string | null;
  readonly amount_halalas: number | null;
  readonly reason_list: string | null;
  readonly reason_code: string | null;
  readonly reason_text: string | null;
  readonly file_name: string | null;
  readonly officer_name: string | null;
  readonly reverses_seq: number | null;
  readonly reversed: 0 | 1;
}

/**
 * Everything that happened to payments, oldest first: what officers and lists did, the committed lines of banks' files, and
 * the files that were taken back. A file's line is its payment's event and is not written a second time.
 */
export async function paymentHistory(
  db: Reader['db'],
  paymentNos: readonly number[],
): Promise<HistoryRow[]> {
  if (paymentNos.length === 0) return [];
  const { rows } = await sql<HistoryRow>`
    select h.*, o.full_name as officer_name from (${historyOf(jsonValues(paymentNos, 'given'))}) h
    left join officer o on o.id = h.officer_id
    order by h.seq`.execute(db);
  return rows;
}

/** The same by the ids of payments, with the id. */
export async function paymentHistoryById(
  db: Reader['db'],
  paymentIds: readonly string[],
): Promise<(HistoryRow & { readonly payment_id: string })[]> {
  const { rows: payments } = await sql<{ no: number; id: string }>`
    select p.no, p.id from ${jsonValues(paymentIds, 'given')}
    cross join payment p on p.id = given.value`.execute(db);
  const ids = new Map(payments.map(({ no, id }) => [no, id]));
  const rows = await paymentHistory(db, [...ids.keys()]);
  return rows.map((row) => ({ ...row, payment_id: ids.get(row.payment_no) ?? '' }));
}

/** An event as it is shown on a payment's trail. */
export function toEventDto(row: HistoryRow): PaymentEventDto {
  return {
    seq: row.seq,
    type: row.type,
    at: row.at as IsoInstant,
    effectiveOn: row.effective_on as IsoDate | null,
    amount: row.amount_halalas as Halalas | null,
    reasonList: row.reason_list,
    reasonCode: row.reason_code,
    reasonText: row.reason_text,
    fileName: row.file_name,
    officerName: row.officer_name,
    reversed: row.reversed === 1,
  };
}

/** What the domain needs of an event to say where a payment stands. */
export function toPaymentEvent(row: HistoryRow): PaymentEvent {
  return {
    seq: row.seq,
    type: row.type,
    reasonList: row.reason_list,
    reasonCode: row.reason_code,
    reversesSeq: row.reverses_seq,
  };
}

/** `given.value` are numbers of payments. Each part is read by its own index on them. */
function historyOf(given: RawBuilder<unknown>): RawBuilder<unknown> {
  const lines = sql`
    ${given} cross join bank_line l on l.payment_no = given.value
      and l.effect = 'advances' and l.match_rule <> 'officer'
    cross join bank_file f on f.no = l.file_no`;
  return sql`
    select e.payment_no, e.seq, e.type, e.at, e.effective_on, e.amount_halalas, e.reason_list, e.reason_code,
      e.reason_text, f.file_name, e.officer_id, e.reverses_seq,
      exists (select 1 from payment_event r where r.reverses_seq = e.seq) as reversed
    from ${given}
    cross join payment_event e on e.payment_no = given.value
    left join bank_line l on l.id = e.bank_line_id
    left join bank_file f on f.no = l.file_no
    union all
    select l.payment_no, f.event_base + ${placeOfLine}, l.status_after, f.committed_at, l.booked_on,
      l.amount_halalas, l.reason_list, l.reason_code, l.reason_text, f.file_name, f.committed_by, null,
      f.undo_base is not null
    from ${lines} and f.event_base is not null
    union all
    select l.payment_no, f.undo_base + ${placeOfLine}, 'reversed', f.undone_at, null,
      null, null, null, null, f.file_name, f.undone_by, f.event_base + ${placeOfLine}, 0
    from ${lines} and f.event_base is not null and f.undo_base is not null`;
}
