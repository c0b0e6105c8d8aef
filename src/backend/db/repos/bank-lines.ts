import { sql } from 'kysely';
import type { KeptLine } from '../../app/reconciliation/ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, type JsonRow } from '../dialect/json-rows.ts';
import { fileNo, LINES_OF_FILE } from './bank-line-ids.ts';

/** See `BankFileWriter.addLines`. */
export async function addBankLines(
  db: Transactor['db'],
  fileId: string,
  lines: readonly KeptLine[],
): Promise<void> {
  const { rows } = await sql<{ no: number }>`select ${fileNo(fileId)} as no`.execute(db);
  const file = rows[0]?.no;
  if (file === undefined) throw new Error('Lines of an unknown file');
  const groups: KeptLine[][] = [];
  const others: KeptLine[] = [];
  for (const line of lines) {
    if (!isPlain(line)) others.push(line);
    else {
      const group = groups.find(([first]) => first && isAlike(first, line));
      if (group) group.push(line);
      else groups.push([line]);
    }
  }
  for (const group of groups) await addPlain(db, file, group);
  if (others.length > 0) await addWhole(db, file, others);
}

/**
 * A line that does what was expected. Its words are not kept, since nobody asks for them: the file itself is kept, and the
 * line knows where it stands there.
 */
function isPlain({ judgement, bankReference, uetr }: KeptLine): boolean {
  return (
    judgement !== null &&
    judgement.effect !== 'exception' &&
    judgement.exception === null &&
    bankReference === null &&
    uetr === null
  );
}

/** Whether two lines say the same of two payments: what they share is handed over once. */
function isAlike(one: KeptLine, other: KeptLine): boolean {
  return (
    one.reported === other.reported &&
    one.isoStatus === other.isoStatus &&
    one.reasonList === other.reasonList &&
    one.reasonCode === other.reasonCode &&
    one.reasonText === other.reasonText &&
    one.bookedOn === other.bookedOn &&
    one.payment?.cycleNumber === other.payment?.cycleNumber &&
    one.judgement?.before === other.judgement?.before &&
    one.judgement?.after === other.judgement?.after &&
    one.judgement?.effect === other.judgement?.effect
  );
}

async function addPlain(
  db: Transactor['db'],
  file: number,
  lines: readonly KeptLine[],
): Promise<void> {
  const [one] = lines;
  if (!one?.judgement || !one.payment) return;
  const { before, after, effect } = one.judgement;
  const rows = lines.map(({ lineNo, rawStart, rawEnd, amount, payment }): JsonRow => [
    lineNo,
    rawStart,
    rawEnd,
    amount,
    payment?.no ?? null,
    payment?.amount ?? null,
  ]);
  const columns = ['line_no', 'raw_start', 'raw_end', 'amount', 'payment_no', 'expected'];
  await sql`
    insert into bank_line (id, file_no, line_no, raw_start, raw_end, amount_halalas, payment_no, expected_halalas,
      level, match_rule, reported, iso_status, reason_list, reason_code, reason_text, reason_clear, booked_on,
      cycle_number, status_before, status_after, effect)
    select ${file * LINES_OF_FILE} + given.line_no, ${file}, given.line_no, given.raw_start, given.raw_end, given.amount,
      given.payment_no, given.expected, 'transaction', 'endToEndId', ${one.reported}, ${one.isoStatus},
      ${one.reasonList}, ${one.reasonCode}, ${one.reasonText}, ${one.reasonClear ? 1 : 0}, ${one.bookedOn},
      ${one.payment.cycleNumber}, ${before}, ${after}, ${effect}
    from ${jsonRows(rows, columns, 'given')}`.execute(db);
}

const COLUMNS = [
  'id',
  'file_no',
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
  'repeats',
  'payment_no',
  'match_rule',
  'cycle_number',
  'expected_halalas',
  'status_before',
  'status_after',
  'effect',
  'exception_kind',
];

async function addWhole(
  db: Transactor['db'],
  file: number,
  lines: readonly KeptLine[],
): Promise<void> {
  const rows = lines.map((line) => rowOf(file, line));
  await sql`
    insert into bank_line (${sql.raw(COLUMNS.join(', '))})
    select * from ${jsonRows(rows, COLUMNS, 'given')}`.execute(db);
}

function rowOf(file: number, line: KeptLine): JsonRow {
  const { payment, judgement } = line;
  return [
    file * LINES_OF_FILE + line.lineNo,
    file,
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
    line.repeats ? 1 : 0,
    payment?.no ?? null,
    payment ? 'endToEndId' : null,
    payment?.cycleNumber ?? null,
    payment?.amount ?? null,
    judgement?.before ?? null,
    judgement?.after ?? null,
    judgement?.effect ?? null,
    judgement?.exception ?? null,
  ];
}
