import { sql } from 'kysely';
import type { NumberedLine } from '../../app/reconciliation/ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, type JsonRow } from '../dialect/json-rows.ts';

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
  ];
}

export async function addBankLines(
  db: Transactor['db'],
  fileId: string,
  lines: readonly NumberedLine[],
): Promise<void> {
  const columns = sql.join(COLUMNS.map((column) => sql.ref(column)));
  await sql`
    insert into bank_line (file_id, ${columns})
    select ${fileId}, ${columns} from ${jsonRows(lines.map(rowOf), COLUMNS, 'given')}`.execute(db);
}

/** Copies a batch's line for each payment given as `payment_id`: what was read stays the same, the payment is known. */
export const COPIED_COLUMNS = COLUMNS.filter(
  (column) => !['level', 'amount_text', 'amount_halalas', 'currency'].includes(column),
);
