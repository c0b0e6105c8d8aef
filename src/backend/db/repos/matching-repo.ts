import { sql } from 'kysely';
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
} from '../../app/reconciliation/ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { COPIED_COLUMNS } from './bank-lines.ts';
import { classifyLines } from './classify-lines.ts';

/** Set-based matching of one file's lines; each call reads and writes the lines of one range only. */
export class MatchingRepo implements MatchingWriter {
  readonly #db: Transactor['db'];
  constructor({ db }: Transactor) {
    this.#db = db;
  }

  clear: MatchingWriter['clear'] = async (fileId, { from, to }) => {
    await sql`
      delete from bank_line where file_id = ${fileId} and id between ${from} and ${to}
        and level = 'transaction' and match_rule = 'batch'`.execute(this.#db);
    await sql`
      update bank_line set payment_id = null, match_rule = null, status_before = null, status_after = null,
        effect = null, exception_kind = null
      where file_id = ${fileId} and id between ${from} and ${to}`.execute(this.#db);
  };

  matchEndToEndIds: MatchingWriter['matchEndToEndIds'] = async (fileId, { from, to }) => {
    await sql`
      update bank_line set (payment_id, match_rule) = (
        select p.id, 'endToEndId' from payment p where p.end_to_end_id = bank_line.end_to_end_id)
      where file_id = ${fileId} and id between ${from} and ${to}
        and level = 'transaction' and end_to_end_id is not null`.execute(this.#db);
  };

  unmatched: MatchingWriter['unmatched'] = async (fileId, { from, to }) => {
    const { rows } = await sql<UnmatchedLine>`
      select id, instruction_id as "instructionId", original_message_id as "originalMessageId",
        payment_information_id as "paymentInformationId", bank_reference as "bankReference", uetr, narrative
      from bank_line
      where file_id = ${fileId} and id between ${from} and ${to}
        and level = 'transaction' and payment_id is null
        and coalesce(instruction_id, bank_reference, uetr, narrative) is not null`.execute(
      this.#db,
    );
    return rows;
  };

  paymentsOf: MatchingWriter['paymentsOf'] = async (keys) => {
    const { rows } = await sql<HitRow>`
      select given.value as key, p.id, p.kind, c.month, i.list_no
      from ${jsonValues(keys, 'given')}
      cross join payment p on p.end_to_end_id = given.value
      cross join cycle c on c.id = p.cycle_id
      left join payment_import i on i.id = p.import_id
      union all
      select given.value as key, p.id, p.kind, c.month, i.list_no
      from ${jsonValues(keys, 'given')}
      cross join payment p on p.instruction_id = given.value and p.instruction_id is not null
      cross join cycle c on c.id = p.cycle_id
      left join payment_import i on i.id = p.import_id`.execute(this.#db);
    return rows.map(toHit);
  };

  paymentsNamedBefore: MatchingWriter['paymentsNamedBefore'] = async (keys) => {
    const named = (column: 'bank_reference' | 'uetr') => sql`
      select distinct given.value as key, l.payment_id as id
      from ${jsonValues(keys, 'given')}
      cross join bank_line l on l.${sql.ref(column)} = given.value
        and l.${sql.ref(column)} is not null and l.payment_id is not null
      cross join bank_file f on f.id = l.file_id and f.status = 'committed'`;
    const { rows } = await sql<{ key: string; id: string }>`
      ${named('bank_reference')} union ${named('uetr')}`.execute(this.#db);
    return rows.map(({ key, id }) => ({ key, paymentId: id, sentIn: null }));
  };

  setMatches: MatchingWriter['setMatches'] = async (matches) => {
    const given = jsonRows(
      matches.map(({ lineId, paymentId, rule }) => [lineId, paymentId, rule]),
      ['id', 'payment_id', 'rule'],
      'given',
    );
    await sql`
      update bank_line set payment_id = given.payment_id, match_rule = given.rule
      from ${given} where bank_line.id = given.id`.execute(this.#db);
  };

  batchLines: MatchingWriter['batchLines'] = async (fileId) => {
    const rows = await this.#db
      .selectFrom('bank_line')
      .where('file_id', '=', fileId)
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
      .select('i.id')
      .executeTakeFirst();
    return row ? { importId: row.id, kind } : null;
  }

  amountLeft: MatchingWriter['amountLeft'] = async ({ importId, kind }) => {
    const { rows } = await sql<{ amount: number | null }>`
      select sum(amount_halalas) as amount from payment
      where import_id = ${importId} and (${kind} is null or kind = ${kind})
        and status not in ('rejected', 'cancelled', 'held')`.execute(this.#db);
    return rows[0]?.amount ?? 0;
  };

  expandBatch: MatchingWriter['expandBatch'] = async (fileId, lineId, batch, after, limit) => {
    const { importId, kind } = batch;
    const page = sql`
      select p.id from payment p
      where p.import_id = ${importId} and (${kind} is null or p.kind = ${kind}) and p.id > ${after}
      order by p.id limit ${limit}`;
    const { rows } = await sql<{ last: string | null }>`
      select max(id) as last from (${page})`.execute(this.#db);
    const last = rows[0]?.last ?? null;
    if (last === null) return null;
    const copied = sql.join(COPIED_COLUMNS.map((column) => sql.ref(column)));
    await sql`
      insert into bank_line (file_id, level, payment_id, match_rule, ${copied})
      select ${fileId}, 'transaction', next.id, 'batch', ${sql.join(
        COPIED_COLUMNS.map((column) => sql`l.${sql.ref(column)}`),
      )}
      from (${page}) next cross join bank_line l on l.id = ${lineId}
      where not exists (select 1 from bank_line o
        where o.payment_id = next.id and o.file_id = ${fileId})`.execute(this.#db);
    return last;
  };

  classify: MatchingWriter['classify'] = (fileId, range, table) =>
    classifyLines(this.#db, fileId, range, table);

  expandedAmount: MatchingWriter['expandedAmount'] = async (fileId, lineNo) => {
    const { rows } = await sql<{ count: number; amount: number | null }>`
      select count(*) as count, sum(p.amount_halalas) as amount
      from bank_line l cross join payment p on p.id = l.payment_id
      where l.file_id = ${fileId} and l.line_no = ${lineNo} and l.match_rule = 'batch'
        and l.effect = 'advances'`.execute(this.#db);
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
      select l.match_rule as rule, l.effect, l.status_after as after, l.exception_kind as exception,
        c.id as "cycleId", c.month, coalesce(c.status = 'open', 0) as open, count(*) as count,
        sum(coalesce(p.amount_halalas, l.amount_halalas, 0)) as amount
      from bank_line l left join payment p on p.id = l.payment_id left join cycle c on c.id = p.cycle_id
      where l.file_id = ${fileId} and l.id between ${from} and ${to}
      group by 1, 2, 3, 4, 5`.execute(this.#db);
    return rows.map(({ open, ...row }) => ({ ...row, cycleOpen: open === 1 }));
  };
}

interface HitRow {
  readonly key: string;
  readonly id: string;
  readonly kind: PaymentKind;
  readonly month: string;
  readonly list_no: number | null;
}

function toHit({ key, id, kind, month, list_no: list }: HitRow): PaymentHit {
  const sentIn = list === null ? null : { month: month as IsoMonth, list, kind };
  return { key, paymentId: id, sentIn };
}
