import {
  isPart,
  type BalanceRecord,
  type BankFileKind,
  type BankRecord,
  type StatementPage,
  type StatementRecord,
} from './bank-message.ts';
import {
  addDecimals,
  CurrencySums,
  decimalsEqual,
  decimalToHalalas,
  formatDecimal,
  negate,
  parseDecimal,
  ZERO,
  type Decimal,
} from './decimal-amount.ts';

/** A statement or notification of one account, as a file gives it; amounts are signed exact decimals. */
export interface CollectedStatement {
  /** 1-based place in the file. */
  readonly place: number;
  readonly kind: BankFileKind;
  readonly statementId: string | null;
  readonly account: string | null;
  readonly currency: string | null;
  readonly sequence: string | null;
  readonly createdAt: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly opening: string | null;
  readonly closing: string | null;
  readonly booked: string;
  readonly entries: number;
  /** Another page comes before, or follows: SWIFT `60M` and `62M`, camt `StmtPgntn`. */
  readonly opensWithin: boolean;
  readonly closesWithin: boolean;
}

/** An entry whose details do not add up to it; bytes `start` to `end` of the file. */
export interface EntryDifference {
  /** Place of its statement in the file. */
  readonly place: number;
  readonly entry: number;
  readonly start: number;
  readonly end: number;
  readonly currency: string | null;
  readonly amount: string;
  readonly details: string;
}

const OPENING = new Set(['OPBD', '60F', '60M']);
const CLOSING = new Set(['CLBD', '62F', '62M']);
/** More differences than an officer could settle one by one say that the file is wrong as a whole. */
const MAX_DIFFERENCES = 100;

/** Gathers the statements of a file from its records, in order, and the entries that their details contradict. */
export class StatementCollector {
  readonly statements: CollectedStatement[] = [];
  readonly differences: EntryDifference[] = [];
  #kind: BankFileKind | null = null;
  #statement: StatementRecord | null = null;
  #opening: BalanceRecord | null = null;
  #previous: BalanceRecord | null = null;
  #closing: BalanceRecord | null = null;
  #booked = new CurrencySums();
  #entries = 0;
  #details = new SignedSum();

  add(record: BankRecord): void {
    switch (record.type) {
      case 'message':
        this.#kind = record.kind;
        return;
      case 'statement':
        this.#statement = record;
        this.#opening = this.#previous = this.#closing = null;
        this.#booked = new CurrencySums();
        this.#entries = 0;
        return;
      case 'balance':
        this.#balance(record);
        return;
      case 'detail':
        this.#details.add(record.amount, record.direction);
        return;
      case 'entry': {
        const { amount, direction, currency, status } = record;
        const value = signed(amount, direction);
        this.#entries += 1;
        if (value !== null && (status === null || status === 'BOOK')) {
          this.#booked.add(currency ?? '', value);
        }
        const details = this.#details.take();
        if (value === null || details === null || decimalsEqual(value, details)) return;
        if (this.differences.length === MAX_DIFFERENCES) return;
        this.differences.push({
          place: record.statement,
          entry: record.index,
          start: record.offset,
          end: record.offset + record.length,
          currency,
          amount: formatDecimal(value),
          details: formatDecimal(details),
        });
        return;
      }
      case 'statement-end':
        this.#close();
        return;
      default:
        return;
    }
  }

  #balance(record: BalanceRecord): void {
    if (record.code === null || record.amount === null) return;
    if (OPENING.has(record.code)) this.#opening ??= record;
    else if (record.code === 'PRCD') this.#previous ??= record;
    else if (CLOSING.has(record.code)) this.#closing = record;
  }

  #close(): void {
    const statement = this.#statement;
    if (statement === null || this.#kind === null) return;
    this.#statement = null;
    const { page } = statement;
    const opening = this.#opening ?? this.#previous;
    const closing = this.#closing;
    const currency = closing?.currency ?? opening?.currency ?? statement.currency;
    // A balance in another currency is none of this statement's.
    const opens = opening?.currency === currency ? opening : null;
    this.statements.push({
      place: statement.statement,
      kind: this.#kind,
      statementId: statement.id,
      account: statement.account,
      currency,
      sequence: isPart(page) ? paged(statement.sequence, page) : statement.sequence,
      createdAt: statement.createdAt,
      openedOn: dateOf(opens?.date ?? null),
      closedOn: dateOf(closing?.date ?? null),
      opening: balanceOf(opens),
      closing: balanceOf(closing),
      booked: formatDecimal(this.#booked.get(currency ?? '')),
      entries: this.#entries,
      opensWithin: opens?.code === '60M' || (page?.number ?? 1) > 1,
      closesWithin: closing?.code === '62M' || page?.isLast === false,
    });
  }
}

/** As SWIFT writes the page of a number: `118/2`. */
const paged = (sequence: string | null, { number }: StatementPage): string | null =>
  sequence !== null && /^\s*\d+\s*$/.test(sequence) ? `${sequence.trim()}/${number}` : sequence;

/** A sum that stays a plain number while its parts are whole halalas; null once a part cannot be read. */
class SignedSum {
  #halalas = 0;
  #rest: Decimal = ZERO;
  #parts = 0;
  #isReadable = true;

  add(amount: string | null, direction: 'credit' | 'debit' | null): void {
    this.#parts += 1;
    const whole = amount === null || direction === null ? null : decimalToHalalas(amount);
    const sum = this.#halalas + (whole ?? 0) * (direction === 'debit' ? -1 : 1);
    if (whole !== null && Number.isSafeInteger(sum)) {
      this.#halalas = sum;
      return;
    }
    const value = signed(amount, direction);
    if (value === null) this.#isReadable = false;
    else this.#rest = addDecimals(this.#rest, value);
  }

  /** The sum so far, and a new beginning; null without parts. */
  take(): Decimal | null {
    const sum = addDecimals(this.#rest, { units: BigInt(this.#halalas), scale: 2 });
    const isKnown = this.#parts > 0 && this.#isReadable;
    this.#halalas = 0;
    this.#rest = ZERO;
    this.#parts = 0;
    this.#isReadable = true;
    return isKnown ? sum : null;
  }
}

function signed(amount: string | null, direction: 'credit' | 'debit' | null): Decimal | null {
  const value = amount === null || direction === null ? null : parseDecimal(amount);
  return value !== null && direction === 'debit' ? negate(value) : value;
}

function balanceOf(balance: BalanceRecord | null): string | null {
  const value = balance && signed(balance.amount, balance.direction);
  return value && formatDecimal(value);
}

function dateOf(text: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null;
}
