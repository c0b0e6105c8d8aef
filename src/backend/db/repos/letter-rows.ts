import type { LetterState } from '../../../domain/letter-register/letter-state.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { RegisteredLetter } from '../../app/letters/ports.ts';
import type { Reader } from '../database.ts';

/** The columns that a letter's events derive. */
export const STATE_COLUMNS = [
  'l.file',
  'l.life',
  'l.attempts',
  'l.sha256',
  'l.original_out',
  'l.printed_times',
  'l.copies',
  'l.handed_over_on',
] as const;

interface StateRow {
  readonly file: LetterState['file'];
  readonly life: LetterState['life'];
  readonly attempts: number;
  readonly sha256: string | null;
  readonly original_out: 0 | 1;
  readonly printed_times: number;
  readonly copies: number;
  readonly handed_over_on: string | null;
}

export function letterState(row: StateRow): LetterState {
  return {
    file: row.file,
    life: row.life,
    attempts: row.attempts,
    sha256: row.sha256,
    originalOut: row.original_out === 1,
    printedTimes: row.printed_times,
    copies: row.copies,
    handedOverOn: row.handed_over_on as IsoDate | null,
  };
}

export function stateColumns(state: LetterState): StateRow {
  return {
    file: state.file,
    life: state.life,
    attempts: state.attempts,
    sha256: state.sha256,
    original_out: state.originalOut ? 1 : 0,
    printed_times: state.printedTimes,
    copies: state.copies,
    handed_over_on: state.handedOverOn,
  };
}

/** Letters of the register in the order of their ids. */
export async function registeredLetters(
  db: Reader['db'],
  ids: readonly string[],
): Promise<RegisteredLetter[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('letter as l')
    .innerJoin('beneficiary as b', 'b.id', 'l.beneficiary_id')
    .innerJoin('officer as o', 'o.id', 'l.issued_by')
    .where('l.id', 'in', ids)
    .select([
      'l.id',
      'l.number',
      'l.template',
      'l.subject',
      'l.issued_at',
      'o.full_name as issued_by_name',
      'l.case_type',
      'l.case_id',
      'l.case_number',
      'l.pages',
      'l.version',
      'b.id as beneficiary_id',
      'b.full_name as name',
      'b.national_id',
      ...STATE_COLUMNS,
    ])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { attempts: _attempts, ...state } = letterState(row);
    return [
      {
        ...state,
        id: row.id,
        number: row.number,
        template: row.template,
        subject: row.subject,
        issuedAt: row.issued_at as IsoInstant,
        issuedByName: row.issued_by_name,
        caseType: row.case_type,
        caseId: row.case_id,
        caseNumber: row.case_number,
        pages: row.pages,
        version: row.version,
        beneficiaryId: row.beneficiary_id,
        name: row.name,
        nationalId: row.national_id,
      },
    ];
  });
}
