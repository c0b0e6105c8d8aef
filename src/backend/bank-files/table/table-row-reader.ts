import type {
  BankReason,
  BankRecord,
  Direction,
  EntryRecord,
  TransactionRecord,
} from '../../../domain/reconciliation/bank-message.ts';
import { bankCodeList } from '../../../domain/reconciliation/reason-code.ts';
import { reportedStatus, type Reported } from '../../../domain/reconciliation/reported.ts';
import { cellText, type TableCell } from '../../../domain/tables/table-cell.ts';
import {
  type TableField,
  type TableMapping,
} from '../../../domain/reconciliation/table-mapping.ts';
import { tableWord } from '../../../domain/tables/table-layout.ts';
import {
  parseTableAmount,
  parseTableDate,
  type SignedAmount,
} from '../../../domain/tables/table-values.ts';
import { BankFileError } from '../bank-file-error.ts';
import { newLine } from '../line-draft.ts';
import { columnName } from '../spreadsheet/sheet-rows.ts';
import type { TableRow } from './read-table-rows.ts';

/** Text that a spreadsheet would calculate; in fields that name or count a payment it is refused. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NOTHING = /^[-–—]*$/;
const TOTAL = /^(?:grand total|total|sub ?total|المجموع|مجموع|ال[إا]جمالي|[إا]جمالي)/i;

/** Fields that lead to a payment: text in them is a key or a word, never free. */
const KEYS: ReadonlySet<TableField> = new Set([
  'endToEndId',
  'bankReference',
  'account',
  'personId',
  'currency',
  'status',
  'reason',
  'direction',
]);

/** Words that the mapping does not know are named up to here. */
const MOST_UNKNOWN = 100;

/** The ISO 20022 status that says the same (ExternalPaymentTransactionStatus1Code). */
const STATUS_OF: Readonly<Partial<Record<Reported, string>>> = {
  pending: 'PDNG',
  bankAccepted: 'ACCP',
  settled: 'ACSC',
  credited: 'ACCC',
  rejected: 'RJCT',
};

/** A row as it was understood; `record` is null for one that says nothing about a payment. */
export interface ReadRow {
  readonly record: TransactionRecord | EntryRecord | null;
  readonly bookedOn: string | null;
  readonly warnings: readonly BankRecord[];
  /** What a row of totals claims to be the sum. */
  readonly total: SignedAmount | null;
}

const nothing: ReadRow = { record: null, bookedOn: null, warnings: [], total: null };

/** Turns the rows of one bank's table into lines of money, by the mapping and nothing else. */
export class TableRowReader {
  readonly #mapping: TableMapping;
  readonly #bank: string | null;
  readonly #width: number;
  /** Names a cell in a workbook; null for text, where the line says it. */
  readonly #sheet: string | null;
  readonly #statuses: ReadonlyMap<string, Reported>;
  readonly #directions: ReadonlyMap<string, Direction>;
  readonly #reasons: ReadonlyMap<string, TableMapping['reasonWords'][number]>;
  readonly #unknown = new Set<string>();
  #lastDate: { text: string; isText: boolean; date: string | null } = {
    text: '',
    isText: true,
    date: null,
  };
  #transactions = 0;
  #entries = 0;

  /** `bank`: two digits of whose table it is; null while nobody has said. */
  constructor(mapping: TableMapping, bank: string | null, width: number, sheet: string | null) {
    this.#mapping = mapping;
    this.#bank = bank;
    this.#width = width;
    this.#sheet = sheet;
    const { statusWords, directionWords, reasonWords } = mapping;
    this.#statuses = new Map(statusWords.map((one) => [tableWord(one.word), one.reported]));
    this.#directions = new Map(directionWords.map((one) => [tableWord(one.word), one.direction]));
    this.#reasons = new Map(reasonWords.map((one) => [tableWord(one.word), one]));
  }

  /**
   * @throws BankFileError BANK_FILE_LAYOUT for more or fewer cells than titles, BANK_FILE_FORMULA and BANK_FILE_CELL_UNREADABLE
   *   for a cell that is read and holds a formula or an error
   */
  read(row: TableRow): ReadRow {
    if (this.#isBlank(row)) return nothing;
    const hasKey = ['endToEndId', 'bankReference', 'narrative', 'account', 'personId'] as const;
    if (!hasKey.some((field) => this.#raw(row, field) !== '')) return this.#withoutKey(row);
    // A thousands sign that nobody quoted moves every cell behind it.
    if (this.#sheet === null && row.cells.length !== this.#width) {
      throw new BankFileError('BANK_FILE_LAYOUT', row.line, String(row.cells.length));
    }
    const warnings: BankRecord[] = [];
    const warn = (
      code: 'DATE_IMPOSSIBLE' | 'STATUS_UNKNOWN' | 'AMOUNT_UNREADABLE',
      value: string,
    ) => warnings.push({ type: 'warning', code, line: row.line, value: value.slice(0, 80) });
    const money = this.#money(row);
    if (money.problem !== null) warn('AMOUNT_UNREADABLE', money.problem);
    const dateText = this.#text(row, 'bookedOn');
    const bookedOn = dateText === '' ? null : this.#date(row, dateText);
    if (dateText !== '' && bookedOn === null) warn('DATE_IMPOSSIBLE', dateText);
    const word = this.#text(row, 'status');
    const reported = this.#reported(word);
    if (this.#isNewWord(word)) warn('STATUS_UNKNOWN', word);
    const facts = { money, bookedOn, word, reported };
    return { record: this.#record(row, facts), bookedOn, warnings, total: null };
  }

  #record(row: TableRow, facts: RowFacts): TransactionRecord | EntryRecord {
    const { money, bookedOn, word, reported } = facts;
    const asEntry =
      this.#mapping.meaning === 'entries' || reported === 'returned' || reported === 'noted';
    if (asEntry) this.#entries += 1;
    else this.#transactions += 1;
    const optional = (field: TableField): string | null => this.#text(row, field) || null;
    const line = {
      ...newLine(row, asEntry ? this.#entries : this.#transactions),
      length: row.length,
      endToEndId: optional('endToEndId'),
      bankReference: optional('bankReference'),
      amount: money.amount,
      currency: this.#currency(row),
      direction: money.direction,
      reasons: this.#reasonsOf(row, reported),
      account: optional('account')?.replace(/\s/g, '') ?? null,
      name: optional('name'),
      personId: optional('personId'),
      narrative: optional('narrative'),
      problem: money.problem === null ? null : ('AMOUNT_UNREADABLE' as const),
    };
    if (!asEntry) {
      const known = STATUS_OF[reported];
      return { ...line, type: 'transaction', batch: null, status: known ?? unknownStatus(word) };
    }
    const isReturn = reported === 'returned';
    return {
      ...line,
      type: 'entry',
      statement: 1,
      details: 0,
      reversal: false,
      isReturn,
      direction: isReturn ? 'credit' : money.direction,
      status: reported === 'noted' ? 'INFO' : reported === 'pending' ? 'PDNG' : 'BOOK',
      bookingDate: bookedOn,
      valueDate: null,
      transactionCode: null,
    };
  }

  /** Whether the mapping says nothing about a status, told once for each. */
  #isNewWord(word: string): boolean {
    const { columns } = this.#mapping;
    if (columns.status === undefined || word === '' || this.#statuses.has(tableWord(word))) {
      return false;
    }
    if (this.#unknown.has(word) || this.#unknown.size >= MOST_UNKNOWN) return false;
    this.#unknown.add(word);
    return true;
  }

  #reported(word: string): Reported {
    const { columns, everyRow, meaning } = this.#mapping;
    if (columns.status === undefined) {
      return everyRow ?? (meaning === 'entries' ? 'settled' : 'unclear');
    }
    const known = this.#statuses.get(tableWord(word));
    if (known !== undefined) return known;
    return word === '' ? (meaning === 'entries' ? 'settled' : 'pending') : 'unclear';
  }

  #money(row: TableRow): Money {
    const { columns, meaning } = this.#mapping;
    for (const direction of ['debit', 'credit'] as const) {
      if (columns[direction] === undefined) continue;
      const text = this.#text(row, direction);
      const value = text === '' ? null : this.#amount(row, direction, text);
      if (text === '' || (value !== null && isZero(value.amount))) continue;
      if (value === null) return { amount: null, direction, problem: text };
      const turned = direction === 'debit' ? 'credit' : 'debit';
      return {
        amount: value.amount,
        direction: value.isNegative ? turned : direction,
        problem: null,
      };
    }
    const text = this.#text(row, 'amount');
    if (text === '') return { amount: null, direction: null, problem: null };
    const value = this.#amount(row, 'amount', text);
    if (value === null) return { amount: null, direction: null, problem: text };
    const word = this.#text(row, 'direction');
    const said = this.#directions.get(tableWord(word)) ?? null;
    if (columns.direction !== undefined) {
      return { amount: value.amount, direction: said, problem: null };
    }
    const bySign = value.isNegative ? 'debit' : 'credit';
    const direction = meaning === 'entries' ? bySign : value.isNegative ? 'debit' : null;
    return { amount: value.amount, direction, problem: null };
  }

  #amount(row: TableRow, field: TableField, text: string): SignedAmount | null {
    const cell = this.#cell(row, field);
    if (typeof cell === 'string') return parseTableAmount(text, this.#mapping);
    // A number of a workbook needs no signs: it is stored, not written.
    const plain = parseTableAmount(text, { decimalSign: '.', thousandsSign: 'none' });
    return cell.kind === 'number' ? plain : null;
  }

  #date(row: TableRow, text: string): string | null {
    const isText = typeof this.#cell(row, 'bookedOn') === 'string';
    // A bank's table is of one day, nearly always.
    if (text !== this.#lastDate.text || isText !== this.#lastDate.isText) {
      const date = parseTableDate(text, isText ? this.#mapping.dateOrder : 'ymd');
      this.#lastDate = { text, isText, date };
    }
    return this.#lastDate.date;
  }

  #currency(row: TableRow): string | null {
    const text = this.#text(row, 'currency');
    if (text === '') return this.#mapping.columns.currency === undefined ? 'SAR' : null;
    return /^(?:SAR|SR|ر\.?\s?س\.?|ريال(?: سعودي)?|﷼)$/i.test(text) ? 'SAR' : text;
  }

  /** The bank's reason, brought to a code where the mapping knows its word; raw where it does not. */
  #reasonsOf(row: TableRow, reported: Reported): BankReason[] {
    if (reported === 'pending' || reported === 'bankAccepted' || reported === 'credited') return [];
    const isStatement = this.#mapping.meaning === 'entries';
    if (reported === 'settled' && !isStatement) return [];
    const word = this.#text(row, 'reason');
    const info = this.#text(row, 'reasonText');
    if (word === '' && info === '') return [];
    const known = this.#reasons.get(tableWord(word)) ?? this.#reasons.get(tableWord(info));
    const texts = info === '' ? [] : [info];
    if (known) {
      return [
        {
          list: known.list,
          code: known.code,
          proprietary: null,
          info: word === '' ? texts : [word, ...texts],
        },
      ];
    }
    const list = reported === 'returned' || isStatement ? 'return' : 'status';
    if (/^[A-Z]{2}[A-Z0-9]{2}$/.test(word)) {
      return [{ list, code: word, proprietary: null, info: texts }];
    }
    const own = { code: null, proprietary: (word || info).slice(0, 100), info: texts };
    return [{ list: this.#bank === null ? list : bankCodeList(this.#bank), ...own }];
  }

  /** A total, or a note below the table: never a payment. */
  #withoutKey(row: TableRow): ReadRow {
    const isTotal = row.cells.some((cell) => TOTAL.test(cellText(cell).trim()));
    const text = this.#raw(row, 'amount');
    const warning: BankRecord = {
      type: 'warning',
      code: 'ROW_SKIPPED',
      line: row.line,
      value: row.cells.map(cellText).join(' ').trim().slice(0, 80),
    };
    // An amount without any key is money of somebody: it is kept, and nothing will match it.
    if (!isTotal && text !== '') {
      const money = this.#money(row);
      const word = this.#text(row, 'status');
      const facts = { money, bookedOn: null, word, reported: this.#reported(word) };
      return { ...nothing, record: this.#record(row, facts), warnings: [warning] };
    }
    const cell = this.#cell(row, 'amount');
    const isRead = isTotal && text !== '' && (typeof cell === 'string' || cell.kind === 'number');
    const total = isRead ? this.#amount(row, 'amount', text) : null;
    return { ...nothing, warnings: total === null ? [warning] : [], total };
  }

  #isBlank(row: TableRow): boolean {
    return row.cells.every((cell) => cellText(cell).trim() === '' && typeof cell === 'string');
  }

  #cell({ cells }: TableRow, field: TableField): TableCell {
    const column = this.#mapping.columns[field];
    return column === undefined ? '' : (cells[column] ?? '');
  }

  #raw(row: TableRow, field: TableField): string {
    const text = cellText(this.#cell(row, field)).trim();
    return NOTHING.test(text) ? '' : text;
  }

  #text(row: TableRow, field: TableField): string {
    const cell = this.#cell(row, field);
    const text = this.#raw(row, field);
    if (typeof cell === 'string') {
      if (KEYS.has(field) && FORMULA.test(text)) {
        throw new BankFileError('BANK_FILE_FORMULA', row.line, this.#placeOf(row, field));
      }
      return text;
    }
    if (cell.kind === 'formula' || cell.kind === 'error') {
      const code = cell.kind === 'formula' ? 'BANK_FILE_FORMULA' : 'BANK_FILE_CELL_UNREADABLE';
      throw new BankFileError(code, row.line, this.#placeOf(row, field));
    }
    return text;
  }

  #placeOf(row: TableRow, field: TableField): string {
    const column = columnName(this.#mapping.columns[field] ?? 0);
    return this.#sheet === null ? column : `${this.#sheet}!${column}${row.line}`;
  }
}

interface Money {
  readonly amount: string | null;
  readonly direction: Direction | null;
  /** What was written, where it is no amount. */
  readonly problem: string | null;
}

interface RowFacts {
  readonly money: Money;
  readonly bookedOn: string | null;
  readonly word: string;
  readonly reported: Reported;
}

const isZero = (amount: string): boolean => /^[0.]*$/.test(amount);

/** The bank's own word, which is no status of ours whatever it looks like. */
const unknownStatus = (word: string): string =>
  word !== '' && reportedStatus(word) === 'unclear' ? word.slice(0, 35) : `? ${word}`.slice(0, 35);
