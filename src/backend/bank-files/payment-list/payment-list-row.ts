import { parseIban } from '../../../domain/registry/iban.ts';
import { checkNationalId } from '../../../domain/registry/national-id.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import {
  decimalToHalalas,
  parseWrittenAmount,
  type DecimalSign,
} from '../../../domain/reconciliation/decimal-amount.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import { latinDigits, searchKey } from '../../../domain/shared/search-key.ts';
import type { CsvRow } from '../source/csv-rows.ts';
import type { PaymentListField, PaymentListMapping } from './payment-list-columns.ts';

/** One payment of the list, every field proven. */
export interface PaymentListRow {
  readonly line: number;
  readonly nationalId: string;
  readonly name: string;
  readonly iban: string;
  /** Halalas, above zero. */
  readonly amount: Halalas;
  /** `YYYY-MM`, Gregorian. */
  readonly month: string;
  readonly endToEndId: string | null;
  readonly kind: PaymentKind;
  /** Code or name of the programme as the list writes it; null for the pension. */
  readonly programme: string | null;
}

export type RowProblemCode =
  | 'ROW_UNREADABLE'
  | 'CELLS_DIFFER'
  | 'CELL_EMPTY'
  | 'CELL_FORMULA'
  | 'CELL_TOO_LONG'
  | 'NATIONAL_ID_INVALID'
  | 'IBAN_INVALID'
  | 'AMOUNT_UNREADABLE'
  | 'AMOUNT_NOT_IN_HALALAS'
  | 'AMOUNT_ZERO'
  | 'MONTH_UNREADABLE'
  | 'REFERENCE_INVALID'
  | 'KIND_UNKNOWN';

export interface RowProblem {
  readonly line: number;
  readonly column: PaymentListField | null;
  readonly code: RowProblemCode;
  /** What the cell says, at most 80 characters. */
  readonly value: string;
  /** Why, where the field's own rule has a code (`IBAN_CHECKSUM`). */
  readonly reason: string | null;
}

const MAX_NAME = 140;

const KINDS: ReadonlyMap<string, PaymentKind> = new Map(
  (
    [
      [
        'regular',
        [
          'regular',
          'normal',
          'monthly',
          'عادي',
          'عادية',
          'اعتيادي',
          'اعتيادية',
          'منتظم',
          'منتظمة',
          'شهري',
          'شهرية',
          'أساسي',
          'أساسية',
          'معاش',
        ],
      ],
      ['difference', ['difference', 'فرق', 'فروق', 'فروقات', 'دفعة فرق']],
      ['retroactive', ['retroactive', 'arrears', 'بأثر رجعي', 'أثر رجعي', 'رجعي', 'متأخرات']],
      ['recovery', ['recovery', 'استرداد', 'استقطاع', 'حسم']],
    ] as const
  ).flatMap(([kind, words]) => words.map((word): [string, PaymentKind] => [searchKey(word), kind])),
);

/** ISO 20022 Max35Text in the characters that every bank passes on. */
const REFERENCE = /^[A-Za-z0-9/\-?:().,'+ ]{1,35}$/;
const MONTH = /^(20\d{2})[-/](0[1-9]|1[0-2])$/;
const ODD_SPACES = /\s\s|[^\S ]/;
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Turns rows of cells into payments, or into problems with the line, column and value. All problems of a row at once;
 * warnings hinder nothing.
 */
export class PaymentRowParser {
  readonly #mapping: PaymentListMapping;
  readonly #columns: number;
  readonly #decimalSign: DecimalSign;
  readonly #report: (problem: RowProblem) => void;
  readonly #warn: (problem: RowProblem) => void;
  /** A list is of one month, nearly always. */
  #lastMonth: string | null = null;
  readonly #kinds = new Map<string, PaymentKind>();

  constructor(
    mapping: PaymentListMapping,
    columns: number,
    decimalSign: DecimalSign,
    report: (problem: RowProblem) => void,
    warn: (problem: RowProblem) => void,
  ) {
    this.#mapping = mapping;
    this.#columns = columns;
    this.#decimalSign = decimalSign;
    this.#report = report;
    this.#warn = warn;
  }

  parse(row: CsvRow): PaymentListRow | null {
    const { line, cells, fault } = row;
    if (fault !== null) return this.#refuse(line, null, 'ROW_UNREADABLE', '', fault);
    if (cells.length !== this.#columns) {
      return this.#refuse(line, null, 'CELLS_DIFFER', String(cells.length), String(this.#columns));
    }
    const nationalId = this.#nationalId(row);
    const name = this.#name(row);
    const iban = this.#iban(row);
    const amount = this.#amount(row);
    const month = this.#month(row);
    const endToEndId = this.#endToEndId(row);
    const kind = this.#kind(row);
    const programme = this.#programme(row);
    if (
      nationalId === null ||
      name === null ||
      iban === null ||
      amount === null ||
      month === null ||
      endToEndId === undefined ||
      kind === null ||
      programme === undefined
    ) {
      return null;
    }
    return { line, nationalId, name, iban, amount, month, endToEndId, kind, programme };
  }

  #cell({ cells }: CsvRow, field: PaymentListField): string {
    const column = this.#mapping[field];
    return column === undefined ? '' : (cells[column] ?? '').trim();
  }

  #nationalId(row: CsvRow): string | null {
    const text = this.#cell(row, 'nationalId');
    if (text === '') return this.#refuse(row.line, 'nationalId', 'CELL_EMPTY', text);
    const checked = checkNationalId(text);
    if (checked.ok) return checked.value;
    const reason = checked.error.code;
    if (reason !== 'NATIONAL_ID_CHECKSUM') {
      return this.#refuse(row.line, 'nationalId', 'NATIONAL_ID_INVALID', text, reason);
    }
    // The check digit is nobody's published rule: whoever pays by it is asked to look, and may go on.
    const digits = latinDigits(text);
    this.#warn({
      line: row.line,
      column: 'nationalId',
      code: 'NATIONAL_ID_INVALID',
      value: digits,
      reason,
    });
    return digits;
  }

  #name(row: CsvRow): string | null {
    const cell = this.#cell(row, 'name');
    const text = ODD_SPACES.test(cell) ? cell.replace(/\s+/g, ' ') : cell;
    if (text === '') return this.#refuse(row.line, 'name', 'CELL_EMPTY', text);
    if (FORMULA.test(text)) return this.#refuse(row.line, 'name', 'CELL_FORMULA', text);
    if (text.length > MAX_NAME) return this.#refuse(row.line, 'name', 'CELL_TOO_LONG', text);
    return text;
  }

  #iban(row: CsvRow): string | null {
    const text = this.#cell(row, 'iban');
    if (text === '') return this.#refuse(row.line, 'iban', 'CELL_EMPTY', text);
    const parsed = parseIban(text);
    if (parsed.ok) return parsed.value;
    return this.#refuse(row.line, 'iban', 'IBAN_INVALID', text, parsed.error.code);
  }

  #amount(row: CsvRow): Halalas | null {
    const text = this.#cell(row, 'amount');
    if (text === '') return this.#refuse(row.line, 'amount', 'CELL_EMPTY', text);
    const plain = parseWrittenAmount(text, this.#decimalSign);
    if (plain === null) return this.#refuse(row.line, 'amount', 'AMOUNT_UNREADABLE', text);
    const amount = decimalToHalalas(plain);
    if (amount === null) return this.#refuse(row.line, 'amount', 'AMOUNT_NOT_IN_HALALAS', text);
    if (amount === 0) return this.#refuse(row.line, 'amount', 'AMOUNT_ZERO', text);
    return amount;
  }

  #month(row: CsvRow): string | null {
    const text = this.#cell(row, 'month');
    if (text === '') return this.#refuse(row.line, 'month', 'CELL_EMPTY', text);
    if (text === this.#lastMonth) return text;
    const match = MONTH.exec(latinDigits(text));
    if (!match) return this.#refuse(row.line, 'month', 'MONTH_UNREADABLE', text);
    this.#lastMonth = `${match[1] ?? ''}-${match[2] ?? ''}`;
    return this.#lastMonth;
  }

  /** Undefined for a bad reference, null for none. */
  #endToEndId(row: CsvRow): string | null | undefined {
    const text = this.#cell(row, 'endToEndId');
    if (text === '') return null;
    if (REFERENCE.test(text) && !FORMULA.test(text)) return text;
    this.#refuse(
      row.line,
      'endToEndId',
      FORMULA.test(text) ? 'CELL_FORMULA' : 'REFERENCE_INVALID',
      text,
    );
    return undefined;
  }

  #kind(row: CsvRow): PaymentKind | null {
    const text = this.#cell(row, 'kind');
    if (text === '') return 'regular';
    const kind = this.#kinds.get(text) ?? KINDS.get(searchKey(text));
    if (kind === undefined) return this.#refuse(row.line, 'kind', 'KIND_UNKNOWN', text);
    this.#kinds.set(text, kind);
    return kind;
  }

  /** Undefined for a cell that no programme can be called, null for none. */
  #programme(row: CsvRow): string | null | undefined {
    const text = this.#cell(row, 'programme');
    if (text === '') return null;
    if (!FORMULA.test(text) && text.length <= MAX_NAME) return text;
    const code = FORMULA.test(text) ? 'CELL_FORMULA' : 'CELL_TOO_LONG';
    this.#refuse(row.line, 'programme', code, text);
    return undefined;
  }

  #refuse(
    line: number,
    column: PaymentListField | null,
    code: RowProblemCode,
    value: string,
    reason: string | null = null,
  ): null {
    this.#report({ line, column, code, value: value.slice(0, 80), reason });
    return null;
  }
}
