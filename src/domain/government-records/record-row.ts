import type { AssetType, IncomeType, Nationality, Relation } from '../entitlement/calculation.ts';
import { phoneKey } from '../duplicates/number-likeness.ts';
import { decimalToHalalas } from '../reconciliation/decimal-amount.ts';
import { checkNationalId } from '../registry/national-id.ts';
import type { Halalas } from '../shared/halalas.ts';
import { isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import { latinDigits } from '../shared/search-key.ts';
import { cellText, type TableCell } from '../tables/table-cell.ts';
import { parseEitherDate, parseTableAmount } from '../tables/table-values.ts';
import { REQUIRED_COLUMNS, type RecordColumn, type RecordKind } from './record-kinds.ts';
import { codeIn, type RecordLayout } from './record-layout.ts';
import type { CodedColumn } from './record-words.ts';

/** One row of a register's list, every cell read and proven; null for what the row leaves open. */
export interface RecordRow {
  readonly line: number;
  readonly nationalId: string;
  readonly name: string | null;
  readonly birthDate: IsoDate | null;
  readonly sex: 'male' | 'female' | null;
  readonly nationality: Nationality | null;
  readonly deceasedOn: IsoDate | null;
  /** `05XXXXXXXX`. */
  readonly phone: string | null;
  readonly headId: string | null;
  readonly relation: Relation | null;
  readonly incomeType: IncomeType | null;
  readonly amount: Halalas | null;
  readonly per: 'month' | 'year';
  readonly payer: string;
  readonly assetType: AssetType | null;
  readonly value: Halalas | null;
  readonly count: number | null;
  readonly description: string;
  readonly since: IsoDate | null;
  /** The last day on which it held. */
  readonly until: IsoDate | null;
}

export const ROW_PROBLEMS = [
  'CELL_EMPTY',
  'CELL_FORMULA',
  'CELL_TOO_LONG',
  'NATIONAL_ID_INVALID',
  'DATE_UNREADABLE',
  'DATE_TO_COME',
  'AMOUNT_UNREADABLE',
  'AMOUNT_ABSURD',
  'COUNT_UNREADABLE',
  'PHONE_UNREADABLE',
  'WORD_UNKNOWN',
  'ENDS_BEFORE_IT_BEGINS',
] as const;

export interface RowProblem {
  readonly line: number;
  readonly column: RecordColumn;
  readonly code: (typeof ROW_PROBLEMS)[number];
  /** What the cell says, at most 80 characters. */
  readonly value: string;
}

const MAX_TEXT = 200;
/** Ten million riyals a month, a billion of value: beyond them a digit or a column went astray. */
const MOST_AMOUNT = 1_000_000_000;
const MOST_VALUE = 100_000_000_000;
const MOST_COUNT = 999;
const FORMULA = /^[=+\-@\t\r]/;

/** Reads one row by a layout: the row, or everything that is wrong with it. */
export function readRecordRow(
  kind: RecordKind,
  layout: RecordLayout,
  { line, cells }: { readonly line: number; readonly cells: readonly TableCell[] },
  today: IsoDate,
): { readonly row: RecordRow } | { readonly problems: readonly RowProblem[] } {
  const reader = new CellReader(layout, line, cells, today);
  for (const column of REQUIRED_COLUMNS[kind]) reader.needs(column);
  const row: RecordRow = {
    line,
    nationalId: reader.id('nationalId') ?? '',
    name: reader.text('name'),
    birthDate: reader.pastDate('birthDate'),
    sex: reader.code('sex') as RecordRow['sex'],
    nationality: reader.code('nationality') as RecordRow['nationality'],
    deceasedOn: reader.pastDate('deceasedOn'),
    phone: reader.phone(),
    headId: reader.id('headId'),
    relation: reader.code('relation') as RecordRow['relation'],
    incomeType: reader.code('incomeType') as RecordRow['incomeType'],
    amount: reader.money('amount', MOST_AMOUNT),
    per: reader.code('per') === 'year' ? 'year' : 'month',
    payer: reader.text('payer') ?? '',
    assetType: reader.code('assetType') as RecordRow['assetType'],
    value: reader.money('value', MOST_VALUE),
    count: reader.count(),
    description: reader.text('description') ?? '',
    since: reader.date('since'),
    until: reader.date('until'),
  };
  if (row.since !== null && row.until !== null && row.until < row.since)
    reader.refuse('until', 'ENDS_BEFORE_IT_BEGINS', row.until);
  return reader.problems.length > 0 ? { problems: reader.problems } : { row };
}

class CellReader {
  readonly problems: RowProblem[] = [];
  readonly #layout: RecordLayout;
  readonly #line: number;
  readonly #cells: readonly TableCell[];
  readonly #today: IsoDate;

  constructor(layout: RecordLayout, line: number, cells: readonly TableCell[], today: IsoDate) {
    this.#layout = layout;
    this.#line = line;
    this.#cells = cells;
    this.#today = today;
  }

  refuse(column: RecordColumn, code: RowProblem['code'], value: string): null {
    this.problems.push({ line: this.#line, column, code, value: value.slice(0, 80) });
    return null;
  }

  needs(column: RecordColumn): void {
    const cell = this.#cell(column);
    if (cell === undefined || cellText(cell).trim() === '') this.refuse(column, 'CELL_EMPTY', '');
  }

  text(column: RecordColumn): string | null {
    const text = this.#text(column)?.replace(/\s+/g, ' ');
    if (text === undefined) return null;
    if (FORMULA.test(text)) return this.refuse(column, 'CELL_FORMULA', text);
    return text.length > MAX_TEXT ? this.refuse(column, 'CELL_TOO_LONG', text) : text;
  }

  id(column: 'nationalId' | 'headId'): string | null {
    const text = this.#text(column);
    if (text === undefined) return null;
    const checked = checkNationalId(text);
    return checked.ok ? checked.value : this.refuse(column, 'NATIONAL_ID_INVALID', text);
  }

  date(column: RecordColumn): IsoDate | null {
    const cell = this.#cell(column);
    const text = this.#text(column);
    if (cell === undefined || text === undefined) return null;
    // A workbook's own date has been read already, whatever it shows.
    const read =
      typeof cell === 'object' && cell.kind === 'date' && isIsoDate(text)
        ? text
        : parseEitherDate(text, this.#layout.dateOrder);
    return read ?? this.refuse(column, 'DATE_UNREADABLE', text);
  }

  pastDate(column: RecordColumn): IsoDate | null {
    const date = this.date(column);
    return date !== null && date > this.#today ? this.refuse(column, 'DATE_TO_COME', date) : date;
  }

  phone(): string | null {
    const text = this.#text('phone');
    if (text === undefined) return null;
    const key = phoneKey(text);
    return key === null ? this.refuse('phone', 'PHONE_UNREADABLE', text) : `0${key}`;
  }

  code(column: CodedColumn): string | null {
    const text = this.#text(column);
    if (text === undefined) return null;
    return codeIn(this.#layout, column, text) ?? this.refuse(column, 'WORD_UNKNOWN', text);
  }

  money(column: 'amount' | 'value', most: number): Halalas | null {
    const cell = this.#cell(column);
    const text = this.#text(column);
    if (cell === undefined || text === undefined) return null;
    // A workbook's numbers are plain decimals, whatever signs they show.
    const signs =
      typeof cell === 'string'
        ? this.#layout
        : ({ decimalSign: '.', thousandsSign: 'none' } as const);
    const read = parseTableAmount(text, signs);
    const amount = read === null || read.isNegative ? null : decimalToHalalas(read.amount);
    if (amount === null) return this.refuse(column, 'AMOUNT_UNREADABLE', text);
    return amount > most ? this.refuse(column, 'AMOUNT_ABSURD', text) : amount;
  }

  count(): number | null {
    const text = this.#text('count');
    if (text === undefined) return null;
    const digits = latinDigits(text).replace(/\.0+$/, '');
    const count = /^\d{1,4}$/.test(digits) ? Number(digits) : MOST_COUNT + 1;
    return count > MOST_COUNT ? this.refuse('count', 'COUNT_UNREADABLE', text) : count;
  }

  #cell(column: RecordColumn): TableCell | undefined {
    const at = this.#layout.columns[column];
    return at === undefined ? undefined : this.#cells[at];
  }

  /** Undefined for an empty cell; a formula or an error is no value of a register. */
  #text(column: RecordColumn): string | undefined {
    const cell = this.#cell(column);
    if (cell === undefined) return undefined;
    const text = cellText(cell).trim();
    if (typeof cell === 'object' && (cell.kind === 'formula' || cell.kind === 'error')) {
      this.refuse(column, 'CELL_FORMULA', text);
      return undefined;
    }
    return text === '' ? undefined : text;
  }
}
