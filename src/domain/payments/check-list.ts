import { isUsableReference } from '../reconciliation/bank-message.ts';
import type { Iban } from '../registry/iban.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoMonth } from '../shared/iso-date.ts';
import { searchKey } from '../shared/search-key.ts';
import { instructionIdOf } from './bank-references.ts';
import type { PaymentKind } from './payment-status.ts';

/** One payment of a list, every field read and proven by itself. */
export interface ListedPayment {
  readonly line: number;
  readonly nationalId: string;
  readonly name: string;
  readonly iban: Iban;
  /** Halalas, above zero. */
  readonly amount: Halalas;
  readonly month: IsoMonth;
  readonly endToEndId: string | null;
  readonly kind: PaymentKind;
  /** Code or name of the programme as the list writes it; null for the developed pension. */
  readonly programme: string | null;
}

/** What the ledger knows about rows of a list before they are imported. */
export interface ListFacts {
  /** Codes of the programmes in use, by `programmeKey` of their codes and names. */
  readonly programmes: ReadonlyMap<string, string>;
  /** National ids that nobody in the registry has. */
  readonly unknownPeople: ReadonlySet<string>;
  /** National ids of files that were merged into another: only that one is paid. */
  readonly mergedPeople: ReadonlySet<string>;
  /** `personKey` of rows whose person has a live payment of that month and kind. */
  readonly livePayments: ReadonlySet<string>;
  /** End-to-end ids that other payments have. */
  readonly takenReferences: ReadonlySet<string>;
}

export const LIST_PROBLEMS = [
  'MONTH_DIFFERS',
  'PROGRAMME_UNKNOWN',
  'PROGRAMME_DIFFERS',
  'PAYMENT_REPEATED',
  'PAYMENT_EXISTS',
  'FILE_MERGED',
  'REFERENCE_REPEATED',
  'REFERENCE_TAKEN',
  'REFERENCE_UNUSABLE',
] as const;

export interface ListProblem {
  readonly line: number;
  readonly field: 'nationalId' | 'month' | 'endToEndId' | 'programme';
  readonly code: (typeof LIST_PROBLEMS)[number];
  readonly value: string;
  /** The other line or month concerned. */
  readonly reason: string | null;
}

export interface MonthTotal {
  readonly month: IsoMonth;
  rows: number;
  amount: number;
}

/** The programme of lists that name none. */
export const PENSION = 'PENSION';

/** The code of a row's programme; null for one that nobody knows. */
export function programmeOf(
  { programme }: Pick<ListedPayment, 'programme'>,
  { programmes }: Pick<ListFacts, 'programmes'>,
): string | null {
  return programme === null ? PENSION : (programmes.get(programmeKey(programme)) ?? null);
}

/** Codes and names as they are compared: any case and spelling. */
export const programmeKey = (text: string): string => searchKey(text);

/** A person has one payment of a kind in a month. */
export function personKey(row: Pick<ListedPayment, 'nationalId' | 'kind'>): string {
  return `${row.nationalId} ${row.kind}`;
}

const RESERVED = new RegExp(`^${instructionIdOf(0, 0).replace(/\d+/g, '\\d+')}$`);

/** Checks the rows of one list against each other and against the ledger, in the order of the file. */
export class ListCheck {
  readonly months = new Map<IsoMonth, MonthTotal>();
  readonly newPeople = new Set<string>();
  rows = 0;
  /** Halalas. */
  amount = 0;
  readonly #lineOfPayment = new Map<string, number>();
  readonly #lineOfReference = new Map<string, number>();
  #month: IsoMonth | null = null;
  #programme: string | null = null;

  /** The month of the list: that of its first row. */
  get month(): IsoMonth | null {
    return this.#month;
  }

  /** Code of the list's programme: that of its first row with a known one. */
  get programme(): string | null {
    return this.#programme;
  }

  add(rows: readonly ListedPayment[], facts: ListFacts): ListProblem[] {
    return rows.flatMap((row) => this.#check(row, facts));
  }

  #check(row: ListedPayment, facts: ListFacts): ListProblem[] {
    this.#count(row);
    if (facts.unknownPeople.has(row.nationalId)) this.newPeople.add(row.nationalId);
    const problem = (
      field: ListProblem['field'],
      code: ListProblem['code'],
      value: string,
      reason: string | null = null,
    ): ListProblem => ({ line: row.line, field, code, value, reason });
    const problems: ListProblem[] = [];
    if (row.month !== this.#month) {
      problems.push(problem('month', 'MONTH_DIFFERS', row.month, this.#month));
    }
    const programme = programmeOf(row, facts);
    this.#programme ??= programme;
    if (programme === null) {
      problems.push(problem('programme', 'PROGRAMME_UNKNOWN', row.programme ?? ''));
    } else if (programme !== this.#programme) {
      problems.push(problem('programme', 'PROGRAMME_DIFFERS', programme, this.#programme));
    }
    if (facts.mergedPeople.has(row.nationalId)) {
      problems.push(problem('nationalId', 'FILE_MERGED', row.nationalId));
    }
    const key = personKey(row);
    const earlier = this.#lineOfPayment.get(key);
    if (earlier !== undefined) {
      problems.push(problem('nationalId', 'PAYMENT_REPEATED', row.nationalId, String(earlier)));
    } else {
      this.#lineOfPayment.set(key, row.line);
      if (facts.livePayments.has(key)) {
        problems.push(problem('nationalId', 'PAYMENT_EXISTS', row.nationalId, row.month));
      }
    }
    const reference = row.endToEndId;
    if (reference === null) return problems;
    const repeated = this.#lineOfReference.get(reference);
    if (!isUsableReference(reference) || RESERVED.test(reference)) {
      problems.push(problem('endToEndId', 'REFERENCE_UNUSABLE', reference));
    } else if (repeated !== undefined) {
      problems.push(problem('endToEndId', 'REFERENCE_REPEATED', reference, String(repeated)));
    } else {
      this.#lineOfReference.set(reference, row.line);
      if (facts.takenReferences.has(reference)) {
        problems.push(problem('endToEndId', 'REFERENCE_TAKEN', reference));
      }
    }
    return problems;
  }

  #count({ month, amount }: ListedPayment): void {
    this.#month ??= month;
    this.rows += 1;
    this.amount += amount;
    const total = this.months.get(month) ?? { month, rows: 0, amount: 0 };
    total.rows += 1;
    total.amount += amount;
    this.months.set(month, total);
  }
}
