import { sql, type RawBuilder } from 'kysely';
import type { NumberedLine } from '../../app/reconciliation/ports.ts';
import type { TransitionRow } from '../../../domain/reconciliation/transition.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, type JsonRow } from '../dialect/json-rows.ts';
import { exceptionOf, faultOf, transitions } from './line-judgement.ts';

/** Columns of `bank_line` that are read from the file, in the order of `rowOf`. */
const COLUMNS = [
  'line_no',
  'raw_start',
  'raw_end',
  'level',
  'end_to_end_id',
  'instruction_id',
  'payment_information_id',
  'original_message_id',
  'bank_reference',
  'uetr',
  'narrative',
  'amount_text',
  'amount_halalas',
  'currency',
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
  'fingerprint',
  'occurrence',
  'repeats',
];

function rowOf(line: NumberedLine): JsonRow {
  return [
    line.lineNo,
    line.rawStart,
    line.rawEnd,
    line.level,
    line.endToEndId,
    line.instructionId,
    line.paymentInformationId,
    line.originalMessageId,
    line.bankReference,
    line.uetr,
    line.narrative,
    line.amountText,
    line.amount,
    line.currency,
    line.direction,
    line.reported,
    line.isoStatus,
    line.reasonList,
    line.reasonCode,
    line.reasonText,
    line.reasonClear ? 1 : 0,
    line.account,
    line.name,
    line.bookedOn,
    line.fingerprint,
    line.occurrence,
    line.repeats ? 1 : 0,
  ];
}

/** The number under which lines know their file. */
export function fileNo(fileId: string): RawBuilder<number> {
  return sql<number>`(select no from bank_file where id = ${fileId})`;
}

/** See `BankFileWriter.addLines`. */
export async function addBankLines(
  db: Transactor['db'],
  fileId: string,
  lines: readonly NumberedLine[],
  table: readonly TransitionRow[],
): Promise<void> {
  await sql`
    with t as materialized (select * from ${transitions(table)})
    insert into bank_line (file_no, ${PAYMENT_COLUMNS}, status_after, effect, exception_kind, ${ALL_COLUMNS})
    select ${fileNo(fileId)}, ${PAYMENT_COLUMNS},
      case when fault is null then after else status_before end,
      case when fault is null then effect else 'exception' end,
      coalesce(fault, exception), ${ALL_COLUMNS}
    from (
      select given.*, p.no as payment_no, case when p.no is not null then 'endToEndId' end as match_rule,
        p.cycle_number, p.amount_halalas as expected_halalas,
        case given.repeats when 0 then p.status end as status_before, t.effect, t.after,
        ${exceptionOf('given')} as exception,
        case when t.effect is not null then ${faultOf('given', 'p.amount_halalas')} end as fault
      from ${jsonRows(lines.map(rowOf), COLUMNS, 'given')}
      left join payment p on p.end_to_end_id = given.end_to_end_id and given.level = 'transaction'
      left join t on t.current = p.status and t.reported = given.reported and given.repeats = 0
    )`.execute(db);
}

const ALL_COLUMNS = sql.raw(COLUMNS.join(', '));

/** What a line keeps of the payment that has its end-to-end id. */
export const PAYMENT_COLUMNS = sql.raw(
  'payment_no, match_rule, cycle_number, expected_halalas, status_before',
);

/** Values of `PAYMENT_COLUMNS`: where an earlier line may be about payment `p` too, its status is not known yet. */
export function paymentFacts(line: string): RawBuilder<unknown> {
  return sql`p.no, case when p.no is not null then 'endToEndId' end, p.cycle_number, p.amount_halalas,
    case ${sql.ref(line)}.repeats when 0 then p.status end`;
}

/** Columns that the line of a batch hands on to the lines of its payments. */
export const COPIED_COLUMNS = COLUMNS.filter(
  (column) => !['level', 'amount_text', 'amount_halalas', 'currency', 'repeats'].includes(column),
);
