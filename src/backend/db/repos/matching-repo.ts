import { sql, type RawBuilder } from 'kysely';
import type { BatchReference } from '../../../domain/payments/bank-references.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type {
  BatchLine,
  MatchingWriter,
  PaymentHit,
  SentBatch,
  SummaryRow,
  UnmatchedLine,
} from '../../app/reconciliation/matching-ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { COPIED_COLUMNS, fileNo, PAYMENT_COLUMNS, paymentFacts } from './bank-lines.ts';
import { classifyLines } from './classify-lines.ts';

/** Set-based matching of one file's lines; each call reads and writes the lines of one range only. */
export class MatchingRepo implements MatchingWriter {
  readonly #db: Transactor['db'];
  constructor({ db }: Transactor) {
    this.#db = db;
  }

  clear: MatchingWriter['clear'] = async (fileId, { from, to }) => {
    await sql`
      delete from bank_line where file_no = ${fileNo(fileId)} and id between ${from} and ${to}
        and level = 'transaction' and match_rule = 'batch'`.execute(this.#db);
    await sql`
      update bank_line set (${PAYMENT_COLUMNS}) = (null, null, null, null, null),
        status_after = null, effect = null, exception_kind = null
      where file_no = ${fileNo(fileId)} and id between ${from} and ${to}`.execute(this.#db);
  };

  matchEndToEndIds: MatchingWriter['matchEndToEndIds'] = async (fileId, { from, to }) => {
    await sql`
      update bank_line set (${PAYMENT_COLUMNS}) = (
        select ${paymentFacts('bank_line')} from payment p where p.end_to_end_id = bank_line.end_to_end_id)
      where file_no = ${fileNo(fileId)} and id between ${from} and ${to}
        and level = 'transaction' and end_to_end_id is not null`.execute(this.#db);
  };

  unmatched: MatchingWriter['unmatched'] = async (fileId, { from, to }) => {
    const { rows } = await sql<UnmatchedLine>`
      select id, instruction_id as "instructionId", original_message_id as "originalMessageId",
        payment_information_id as "paymentInformationId", bank_reference as "bankReference", uetr, narrative
      from bank_line
      where file_no = ${fileNo(fileId)} and id between ${from} and ${to}
        and level = 'transaction' and payment_no is null
        and coalesce(instruction_id, bank_reference, uetr, narrative) is not null`.execute(
      this.#db,
    );
    return rows;
  };

  paymentsOf: MatchingWriter['paymentsOf'] = async (keys) => {
    const { rows } = await sql<HitRow>`
      select given.value as key, p.no, p.kind, c.month, i.list_no
      from ${jsonValues(keys, 'given')}
      cross join payment p on p.end_to_end_id = given.value
      cross join cycle c on c.number = p.cycle_number
      left join payment_import i on i.no = p.import_no
      union all
      select given.value as key, p.no, p.kind, c.month, i.list_no
      from ${jsonValues(keys, 'given')}
      cross join payment p on p.instruction_id = given.value and p.instruction_id is not null
      cross join cycle c on c.number = p.cycle_number
      left join payment_import i on i.no = p.import_no`.execute(this.#db);
    return rows.map(toHit);
  };

  paymentsNamedBefore: MatchingWriter['paymentsNamedBefore'] = async (keys) => {
    const named = (column: 'bank_reference' | 'uetr') => sql`
      select distinct given.value as key, l.payment_no as no
      from ${jsonValues(keys, 'given')}
      cross join bank_line l on l.${sql.ref(column)} = given.value
        and l.${sql.ref(column)} is not null and l.payment_no is not null
      cross join bank_file f on f.no = l.file_no and f.status = 'committed'`;
    const { rows } = await sql<{ key: string; no: number }>`
      ${named('bank_reference')} union ${named('uetr')}`.execute(this.#db);
    return rows.map(({ key, no }) => ({ key, paymentNo: no, sentIn: null }));
  };

  setMatches: MatchingWriter['setMatches'] = async (fileId, matches) => {
    const given = jsonRows(
      matches.map(({ lineId, paymentNo, rule }) => [lineId, paymentNo, rule]),
      ['id', 'payment_no', 'rule'],
      'given',
    );
    await sql`
      update bank_line set payment_no = p.no, match_rule = given.rule, repeats = 1,
        cycle_number = p.cycle_number, expected_halalas = p.amount_halalas
      from ${given} cross join payment p on p.no = given.payment_no
      where bank_line.id = given.id`.execute(this.#db);
    // Lines that name the payment by its own id no longer stand first, perhaps.
    await sql`
      update bank_line set repeats = 1, status_before = null, status_after = null, effect = null, exception_kind = null
      where id in (
        select o.id from ${given} cross join bank_line o
          on o.payment_no = given.payment_no and o.file_no = ${fileNo(fileId)} and o.id > given.id
      )`.execute(this.#db);
  };

  batchLines: MatchingWriter['batchLines'] = async (fileId) => {
    const rows = await this.#db
      .selectFrom('bank_line')
      .where('file_no', '=', fileNo(fileId))
      .where('level', 'in', ['group', 'batch'])
      .orderBy('id')
      .select(['id', 'line_no', 'original_message_id', 'payment_information_id', 'reported'])
      .select(['amount_text', 'amount_halalas'])
      .execute();
    return rows.map((row): BatchLine => ({
      id: row.id,
      lineNo: row.line_no,
      originalMessageId: row.original_message_id,
      paymentInformationId: row.payment_information_id,
      reported: row.reported,
      amount: row.amount_halalas as Halalas | null,
      hasAmount: row.amount_text !== null,
    }));
  };

  async sentBatch({ month, list, kind }: BatchReference): Promise<SentBatch | null> {
    const row = await this.#db
      .selectFrom('payment_import as i')
      .innerJoin('cycle as c', 'c.id', 'i.cycle_id')
      .where('c.month', '=', month)
      .where('i.list_no', '=', list)
      .select('i.no')
      .executeTakeFirst();
    return row ? { importNo: row.no, kind } : null;
  }

  amountLeft: MatchingWriter['amountLeft'] = async (batch) => {
    const { rows } = await sql<{ amount: number | null }>`
      select sum(p.amount_halalas) as amount from payment p
      where ${inBatch(batch)} and p.status not in ('rejected', 'cancelled', 'held')`.execute(
      this.#db,
    );
    return rows[0]?.amount ?? 0;
  };

  expandBatch: MatchingWriter['expandBatch'] = async (lineId, batch, after, limit) => {
    const page = sql`
      select p.no, p.cycle_number, p.amount_halalas from payment p
      where ${inBatch(batch)} and p.no > ${after} order by p.no limit ${limit}`;
    const { rows } = await sql<{ last: number | null }>`
      select max(no) as last from (${page})`.execute(this.#db);
    const last = rows[0]?.last ?? null;
    if (last === null) return null;
    const copied = sql.join(COPIED_COLUMNS.map((column) => sql.ref(column)));
    const columns = sql.join(COPIED_COLUMNS.map((column) => sql`l.${sql.ref(column)}`));
    await sql`
      insert into bank_line (file_no, level, payment_no, match_rule, cycle_number, expected_halalas, repeats, ${copied})
      select l.file_no, 'transaction', next.no, 'batch', next.cycle_number, next.amount_halalas, 1, ${columns}
      from (${page}) next cross join bank_line l on l.id = ${lineId}
      where not exists (select 1 from bank_line o
        where o.payment_no = next.no and o.file_no = l.file_no)`.execute(this.#db);
    return last;
  };

  classify: MatchingWriter['classify'] = (fileId, range, table) =>
    classifyLines(this.#db, fileId, range, table);

  expandedAmount: MatchingWriter['expandedAmount'] = async (fileId, lineNo) => {
    const { rows } = await sql<{ count: number; amount: number | null }>`
      select count(*) as count, sum(expected_halalas) as amount from bank_line
      where file_no = ${fileNo(fileId)} and line_no = ${lineNo} and match_rule = 'batch'
        and effect = 'advances'`.execute(this.#db);
    const { count = 0, amount = null } = rows[0] ?? {};
    return { count, amount: amount ?? 0 };
  };

  setBatchEffect: MatchingWriter['setBatchEffect'] = async (lineId, effect, exception, amount) => {
    await this.#db
      .updateTable('bank_line')
      .set({
        effect,
        exception_kind: exception,
        ...(amount === null ? {} : { amount_halalas: amount }),
      })
      .where('id', '=', lineId)
      .execute();
  };

  summary: MatchingWriter['summary'] = async (fileId, { from, to }) => {
    const { rows } = await sql<Omit<SummaryRow, 'cycleOpen'> & { open: number }>`
      select l.*, c.id as "cycleId", c.month, coalesce(c.status = 'open', 0) as open
      from (
        select match_rule as rule, effect, status_after as after, exception_kind as exception, cycle_number,
          count(*) as count, sum(coalesce(expected_halalas, amount_halalas, 0)) as amount
        from bank_line where file_no = ${fileNo(fileId)} and id between ${from} and ${to}
        group by 1, 2, 3, 4, 5
      ) l left join cycle c on c.number = l.cycle_number`.execute(this.#db);
    return rows.map(({ open, ...row }) => ({ ...row, cycleOpen: open === 1 }));
  };
}

/** Payments `p` that were sent in a batch. */
function inBatch({ importNo, kind }: SentBatch): RawBuilder<unknown> {
  return sql`p.import_no = ${importNo} and (${kind} is null or p.kind = ${kind})`;
}

interface HitRow {
  readonly key: string;
  readonly no: number;
  readonly kind: PaymentKind;
  readonly month: string;
  readonly list_no: number | null;
}

function toHit({ key, no, kind, month, list_no: list }: HitRow): PaymentHit {
  const sentIn = list === null ? null : { month: month as IsoMonth, list, kind };
  return { key, paymentNo: no, sentIn };
}
