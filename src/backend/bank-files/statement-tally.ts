import type {
  BalanceRecord,
  EntryRecord,
  StatementEndRecord,
} from '../../domain/reconciliation/bank-message.ts';
import {
  addDecimals,
  CurrencySums,
  decimalsEqual,
  formatDecimal,
  negate,
  parseDecimal,
  type Decimal,
} from '../../domain/reconciliation/decimal-amount.ts';

interface SignedBalance {
  readonly currency: string | null;
  readonly value: Decimal;
}

const OPENING = new Set(['OPBD', '60F', '60M']);
const CLOSING = new Set(['CLBD', '62F', '62M']);

/**
 * Proves a statement: opening balance + booked entries of its currency = last closing balance. An entry without status
 * counts as booked; without an opening booked balance the previous closing one (PRCD) stands in.
 */
export class StatementTally {
  readonly #booked = new CurrencySums();
  #opening: SignedBalance | null = null;
  #previous: SignedBalance | null = null;
  #closing: SignedBalance | null = null;

  addBalance({ code, amount, currency, direction }: BalanceRecord): void {
    const value = amount === null ? null : parseDecimal(amount);
    if (value === null || code === null) return;
    const signed = { currency, value: direction === 'debit' ? negate(value) : value };
    if (OPENING.has(code)) this.#opening ??= signed;
    else if (code === 'PRCD') this.#previous ??= signed;
    else if (CLOSING.has(code)) this.#closing = signed;
  }

  addEntry({ amount, currency, direction, status }: EntryRecord): void {
    const value = amount === null ? null : parseDecimal(amount);
    if (value === null || direction === null || (status !== null && status !== 'BOOK')) return;
    this.#booked.add(currency ?? '', direction === 'debit' ? negate(value) : value);
  }

  close(statement: number): StatementEndRecord {
    const opening = this.#opening ?? this.#previous;
    const closing = this.#closing;
    // Balances in two currencies are no pair: nothing can be proven.
    const pair = opening && closing && opening.currency === closing.currency;
    const expected = pair
      ? addDecimals(opening.value, this.#booked.get(closing.currency ?? ''))
      : null;
    return {
      type: 'statement-end',
      statement,
      opening: opening ? formatDecimal(opening.value) : null,
      closing: closing ? formatDecimal(closing.value) : null,
      balances: expected && closing ? decimalsEqual(expected, closing.value) : null,
    };
  }
}
