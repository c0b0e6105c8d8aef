import { sql } from 'kysely';
import type { KeptLine } from '../../app/reconciliation/ports.ts';
import type { Transactor } from '../database.ts';
import { runForEachRow, type RowValue } from '../dialect/each-row.ts';
import { fileNo, LINES_OF_FILE } from './bank-line-ids.ts';

/** What a line says in words. Nobody asks for it where the line says nothing unusual: the file itself is kept. */
const TEXTS = [
  'end_to_end_id',
  'instruction_id',
  'payment_information_id',
  'original_message_id',
  'narrative',
  'amount_text',
  'currency',
  'direction',
  'account',
  'name',
];

const FACTS = [
  'id',
  'file_no',
  'line_no',
  'raw_start',
  'raw_end',
  'level',
  'bank_reference',
  'uetr',
  'amount_halalas',
  'reported',
  'iso_status',
  'reason_list',
  'reason_code',
  'reason_text',
  'reason_clear',
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

const insertOf = (columns: readonly string[]): string =>
  `insert into bank_line (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
const PLAIN = insertOf(FACTS);
const WHOLE = insertOf([...FACTS, ...TEXTS]);

/** See `BankFileWriter.addLines`. */
export async function addBankLines(
  db: Transactor['db'],
  fileId: string,
  lines: readonly KeptLine[],
): Promise<void> {
  const { rows } = await sql<{ no: number }>`select ${fileNo(fileId)} as no`.execute(db);
  const file = rows[0]?.no;
  if (file === undefined) throw new Error('Lines of an unknown file');
  const plain: RowValue[][] = [];
  const whole: RowValue[][] = [];
  for (const line of lines) {
    const facts = factsOf(file, line);
    if (isPlain(line)) plain.push(facts);
    else whole.push([...facts, ...textsOf(line)]);
  }
  await runForEachRow(db, PLAIN, plain);
  await runForEachRow(db, WHOLE, whole);
}

function isPlain({ judgement }: KeptLine): boolean {
  return judgement !== null && judgement.effect !== 'exception' && judgement.exception === null;
}

function factsOf(file: number, line: KeptLine): RowValue[] {
  const { payment, judgement } = line;
  return [
    file * LINES_OF_FILE + line.lineNo,
    file,
    line.lineNo,
    line.rawStart,
    line.rawEnd,
    line.level,
    line.bankReference,
    line.uetr,
    line.amount,
    line.reported,
    line.isoStatus,
    line.reasonList,
    line.reasonCode,
    line.reasonText,
    line.reasonClear ? 1 : 0,
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

function textsOf(line: KeptLine): RowValue[] {
  return [
    line.endToEndId,
    line.instructionId,
    line.paymentInformationId,
    line.originalMessageId,
    line.narrative,
    line.amountText,
    line.currency,
    line.direction,
    line.account,
    line.name,
  ];
}
