import { sql, type Selectable } from 'kysely';
import type { PaymentKind, PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { MatchRule } from '../../../domain/reconciliation/exception-kind.ts';
import type { ReasonCodeList } from '../../../domain/reconciliation/reason-code.ts';
import type { Reported } from '../../../domain/reconciliation/reported.ts';
import type { StagedLine } from '../../../domain/reconciliation/staged-line.ts';
import type { LedgerPayment } from '../../app/reconciliation/ports.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type {
  BatchLine,
  EffectCount,
  MatchingWriter,
  PaymentHit,
  UnjudgedLine,
  UnmatchedLine,
} from '../../app/reconciliation/matching-ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import type { BankLineTable } from '../schema/reconciliation.ts';
import { fileNo, isOfFile } from './bank-line-ids.ts';
import { inBatch } from './batches-repo.ts';

/** What a line keeps of its payment. */
const PAYMENT_COLUMNS = sql.raw(
  'payment_no, match_rule, cycle_number, expected_halalas, status_before',
);

/** Columns that the line of a batch hands on to the lines of its payments. */
const COPIED_COLUMNS = [
  'line_no',
  'raw_start',
  'raw_end',
  'end_to_end_id',
  'instruction_id',
  'payment_information_id',
  'original_message_id',
  'bank_reference',
  'uetr',
  'narrative',
  'direction',
  'reported',
  'iso_status',
  'reason_list',
  'reason_code',
  'reason_text',
  'reason_clear',
  'account',
  'name',
  'booked_on',
];

/** Set-based matching of one file's lines; each call reads and writes the lines of one range only. */
export class MatchingRepo implements MatchingWriter {
  readonly #db: Transactor['db'];
  constructor({ db }: Transactor) {
    this.#db = db;
  }

  paymentsByEndToEndId: MatchingWriter['paymentsByEndToEndId'] = async (references) => {
    const { rows } = await sql<LedgerPayment & { reference: string }>`
      select p.end_to_end_id as reference, p.no, p.status, p.amount_halalas as amount, p.cycle_number as "cycleNumber"
      from ${jsonValues(references, 'given')}
      cross join payment p on p.end_to_end_id = given.value`.execute(this.#db);
    return new Map(rows.map((row) => [row.reference, row]));
  };

  forget: MatchingWriter['forget'] = async (fileId, { from, to }) => {
    const inRange = sql`id between ${from} and ${to} and file_no = ${fileNo(fileId)}`;
    await sql`
      delete from bank_line where ${inRange} and level = 'transaction' and match_rule = 'batch'`.execute(
      this.#db,
    );
    // A payment keeps its end-to-end id, so what it led to stands; other keys may lead elsewhere by now.
    await sql`
      update bank_line set (${PAYMENT_COLUMNS}) = (null, null, null, null, null), repeats = 0
      where ${inRange} and match_rule is not 'endToEndId' and match_rule is not null`.execute(
      this.#db,
    );
    await sql`
      update bank_line set status_before = null, status_after = null, effect = null, exception_kind = null,
        amount_halalas = case when level = 'transaction' or amount_text is not null then amount_halalas end
      where ${inRange} and effect is not null and (payment_no is null or repeats = 1
        or status_before is not (select p.status from payment p where p.no = bank_line.payment_no))`.execute(
      this.#db,
    );
  };

  matchEndToEndIds: MatchingWriter['matchEndToEndIds'] = async (fileId, { from, to }) => {
    await sql`
      update bank_line set (payment_no, match_rule, cycle_number, expected_halalas, repeats) = (
        select p.no, case when p.no is not null then 'endToEndId' end, p.cycle_number, p.amount_halalas, p.no is not null
        from (select 1) left join payment p on p.end_to_end_id = bank_line.end_to_end_id)
      where id between ${from} and ${to} and file_no = ${fileNo(fileId)}
        and level = 'transaction' and payment_no is null and end_to_end_id is not null`.execute(
      this.#db,
    );
  };

  unmatched: MatchingWriter['unmatched'] = async (fileId, { from, to }) => {
    const { rows } = await sql<UnmatchedLine>`
      select id, instruction_id as "instructionId", original_message_id as "originalMessageId",
        payment_information_id as "paymentInformationId", bank_reference as "bankReference", uetr, narrative
      from bank_line
      where id between ${from} and ${to} and file_no = ${fileNo(fileId)} and effect is null
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
    // Lines that name the payment by its own id no longer stand first.
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
      .where(isOfFile('bank_line.id', fileId))
      .where('effect', 'is', null)
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

  expandBatch: MatchingWriter['expandBatch'] = async (
    fileId,
    lineId,
    batch,
    { from, to },
    rule,
  ) => {
    const copied = sql.join(COPIED_COLUMNS.map((column) => sql.ref(column)));
    const columns = sql.join(COPIED_COLUMNS.map((column) => sql`l.${sql.ref(column)}`));
    await sql`
      insert into bank_line (id, file_no, level, payment_no, match_rule, cycle_number, expected_halalas, repeats, ${copied})
      select (select max(o.id) from bank_line o where ${isOfFile('o.id', fileId)}) + row_number() over (order by p.no),
        l.file_no, 'transaction', p.no, ${rule}, p.cycle_number, p.amount_halalas, 1, ${columns}
      from payment p cross join bank_line l on l.id = ${lineId}
      where p.no between ${from} and ${to} and ${inBatch(batch)} and not exists (select 1 from bank_line o
        where o.payment_no = p.no and o.file_no = l.file_no)`.execute(this.#db);
  };

  unjudged: MatchingWriter['unjudged'] = async (fileId, { from, to }) => {
    const { rows } = await sql<UnjudgedRow>`
      select l.*, p.status as payment_status
      from bank_line l left join payment p on p.no = l.payment_no
      where l.id between ${from} and ${to} and l.file_no = ${fileNo(fileId)} and l.effect is null
        and l.level = 'transaction'
      order by l.id`.execute(this.#db);
    return rows.map(toUnjudged);
  };

  judgedOf: MatchingWriter['judgedOf'] = async (fileId, paymentNos) => {
    const { rows } = await sql<Awaited<ReturnType<MatchingWriter['judgedOf']>>[number]>`
      select l.id, l.payment_no as "paymentNo", l.reported, l.iso_status as "isoStatus", l.effect,
        l.status_after as after
      from ${jsonValues(paymentNos, 'given')}
      cross join bank_line l on l.payment_no = given.value
      where +l.file_no = ${fileNo(fileId)} and l.effect is not null
      order by l.id`.execute(this.#db);
    return rows;
  };

  setJudged: MatchingWriter['setJudged'] = async (judged) => {
    const rows = judged.map(({ id, repeats, before, after, effect, exception }) => [
      id,
      repeats ? 1 : 0,
      before,
      after,
      effect,
      exception,
    ]);
    const columns = ['id', 'repeats', 'status_before', 'status_after', 'effect', 'exception'];
    await sql`
      update bank_line set repeats = given.repeats, status_before = given.status_before,
        status_after = given.status_after, effect = given.effect, exception_kind = given.exception
      from ${jsonRows(rows, columns, 'given')} where bank_line.id = given.id`.execute(this.#db);
  };

  seenBefore: MatchingWriter['seenBefore'] = async (fileId, rows) => {
    const given = jsonRows(
      rows.map(({ id, fingerprint, occurrence }) => [id, fingerprint, occurrence]),
      ['id', 'fingerprint', 'occurrence'],
      'given',
    );
    const found = await sql<{ id: number }>`
      select distinct given.id from ${given}
      cross join bank_line o on o.exception_kind = 'unknownId' and o.fingerprint = given.fingerprint
        and o.occurrence = given.occurrence and o.file_no <> ${fileNo(fileId)}
      cross join bank_file f on f.no = o.file_no and f.status = 'committed'`.execute(this.#db);
    return new Set(found.rows.map(({ id }) => id));
  };

  setUnknown: MatchingWriter['setUnknown'] = async (unknown) => {
    const rows = unknown.map(({ id, fingerprint, occurrence, isNews }) => [
      id,
      fingerprint,
      occurrence,
      isNews ? 'exception' : 'unchanged',
      isNews ? 'unknownId' : null,
    ]);
    const columns = ['id', 'fingerprint', 'occurrence', 'effect', 'exception'];
    await sql`
      update bank_line set fingerprint = given.fingerprint, occurrence = given.occurrence, effect = given.effect,
        exception_kind = given.exception
      from ${jsonRows(rows, columns, 'given')} where bank_line.id = given.id`.execute(this.#db);
  };

  expandedAmount: MatchingWriter['expandedAmount'] = async (fileId, lineNo) => {
    const { rows } = await sql<{ count: number; amount: number | null }>`
      select count(*) as count, sum(expected_halalas) as amount from bank_line
      where ${isOfFile('bank_line.id', fileId)} and line_no = ${lineNo} and match_rule = 'batch'
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
    const { rows } = await sql<EffectCount>`
      select match_rule as rule, effect, status_after as after, exception_kind as exception,
        cycle_number as "cycleNumber", count(*) as count,
        sum(coalesce(expected_halalas, amount_halalas, 0)) as amount
      from bank_line where id between ${from} and ${to} and file_no = ${fileNo(fileId)}
      group by 1, 2, 3, 4, 5`.execute(this.#db);
    return rows;
  };

  cycles: MatchingWriter['cycles'] = async () => {
    const rows = await this.#db
      .selectFrom('cycle')
      .select(['id', 'number', 'month', 'status'])
      .execute();
    return new Map(
      rows.map(({ id, number, month, status }) => [
        number,
        { id, month: month as IsoMonth, isOpen: status === 'open' },
      ]),
    );
  };
}

type UnjudgedRow = Selectable<BankLineTable> & { readonly payment_status: PaymentStatus | null };

function toUnjudged(row: UnjudgedRow): UnjudgedLine {
  const { payment_no: no, payment_status: status } = row;
  const line: StagedLine = {
    rawStart: row.raw_start ?? 0,
    rawEnd: row.raw_end ?? 0,
    level: row.level,
    endToEndId: row.end_to_end_id,
    instructionId: row.instruction_id,
    paymentInformationId: row.payment_information_id,
    originalMessageId: row.original_message_id,
    bankReference: row.bank_reference,
    uetr: row.uetr,
    narrative: row.narrative,
    amountText: row.amount_text,
    amount: row.amount_halalas,
    currency: row.currency,
    direction: row.direction,
    reported: row.reported as Reported,
    isoStatus: row.iso_status,
    reasonList: row.reason_list as ReasonCodeList | null,
    reasonCode: row.reason_code,
    reasonText: row.reason_text,
    account: row.account,
    name: row.name,
    bookedOn: row.booked_on,
  };
  return {
    id: row.id,
    line,
    rule: row.match_rule as MatchRule | null,
    reasonClear: row.reason_clear === 1,
    payment:
      no === null || status === null
        ? null
        : { no, status, amount: row.expected_halalas ?? 0, cycleNumber: row.cycle_number ?? 0 },
  };
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
