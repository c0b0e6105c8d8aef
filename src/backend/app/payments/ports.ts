import type {
  ColumnMapping,
  CycleRow,
  ListEncoding,
  ListField,
  PaymentEventDto,
  RowProblem,
} from '../../../contract/payments.ts';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type { ListedPayment, ListFacts } from '../../../domain/payments/check-list.ts';
import type { PaymentEvent } from '../../../domain/payments/payment-state.ts';
import type { PaymentKind, PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';

/** How a payment list is understood: encoding, columns, first rows. */
export interface ListLayout {
  readonly encoding: ListEncoding;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly missing: readonly ListField[];
  readonly ambiguous: readonly ListField[];
  readonly sample: readonly (readonly string[])[];
}

export interface ListReadOptions {
  readonly encoding?: ListEncoding | undefined;
  readonly mapping?: ColumnMapping | undefined;
  readonly signal: AbortSignal;
  /** Bytes read and bytes in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A list being read; counts and problems are complete once `rows` has ended. */
export interface OpenList {
  readonly rowCount: number;
  readonly problemCount: number;
  readonly problems: readonly RowProblem[];
  readonly warningCount: number;
  /** Of rows that are good all the same. */
  readonly warnings: readonly RowProblem[];
  /** Good rows in batches of about a thousand. Throws `RefusedFile`, and `Cancelled` when the signal was aborted. */
  rows(): AsyncIterable<readonly ListedPayment[]>;
}

/** Payment lists as files. Every call may throw `RefusedFile`, and `Cancelled` when the signal was aborted. */
export interface PaymentListFiles {
  /** SHA-256 of the content, hexadecimal. */
  hash(path: string, signal: AbortSignal): Promise<string>;
  inspect(path: string, options: ListReadOptions): Promise<ListLayout>;
  open(path: string, options: ListReadOptions): Promise<OpenList>;
}

export interface Cycle {
  readonly id: string;
  readonly number: number;
  readonly month: IsoMonth;
  readonly payDate: IsoDate;
  readonly status: 'open' | 'closed';
}

export interface PaymentListRow {
  readonly id: string;
  readonly beneficiaryId: string;
  readonly name: string;
  readonly nationalId: string;
  readonly month: IsoMonth;
  readonly cycleNumber: number;
  readonly kind: PaymentKind;
  readonly programme: string;
  readonly amount: Halalas;
  readonly bankCode: string;
  readonly iban: string;
  readonly endToEndId: string;
  readonly status: PaymentStatus;
  readonly reasonCode: string | null;
}

export interface PaymentReader {
  cycles(): Promise<readonly CycleRow[]>;
  cycleOf(month: IsoMonth): Promise<Cycle | undefined>;
  list(query: ParsedInputOf<'payments.list'>): Promise<{
    readonly rows: readonly PaymentListRow[];
    readonly total: number;
    readonly amount: Halalas;
  }>;
  byId(id: string): Promise<PaymentListRow | undefined>;
  /** Oldest first. */
  events(paymentId: string): Promise<readonly PaymentEventDto[]>;
  /** When a list with this content was imported. */
  importedAt(sha256: string): Promise<IsoInstant | null>;
  /** What the ledger already knows about rows of a list. */
  listFacts(month: IsoMonth, rows: readonly ListedPayment[]): Promise<ListFacts>;
  /** Payments after an id with their stored state and all of their events, in the order of ids: for recomputing. */
  withEvents(afterId: string, limit: number): Promise<readonly StoredPayment[]>;
  /** Count and sum (halalas) of every list, as recorded and as its payments add up to. */
  importTotals(): Promise<
    readonly {
      readonly id: string;
      readonly fileName: string;
      readonly stored: { readonly rows: number; readonly total: number };
      readonly derived: { readonly rows: number; readonly total: number };
    }[]
  >;
}

export interface StoredPayment {
  readonly id: string;
  readonly endToEndId: string;
  readonly status: PaymentStatus;
  readonly reasonList: string | null;
  readonly reasonCode: string | null;
  readonly events: readonly PaymentEvent[];
}

export interface NewPayment {
  readonly id: string;
  readonly nationalId: string;
  readonly kind: PaymentKind;
  readonly amount: Halalas;
  readonly iban: string;
  readonly bankCode: string;
  readonly endToEndId: string;
  /** Ours, where the end-to-end id is the list's. */
  readonly instructionId: string | null;
}

export interface ImportHead {
  readonly id: string;
  readonly cycleId: string;
  readonly listNo: number;
  readonly month: IsoMonth;
  readonly payDate: IsoDate;
  readonly fileName: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly mapping: ColumnMapping;
  readonly programmeNo: number;
  /** Whether the banks have it already. */
  readonly sent: boolean;
  readonly at: IsoInstant;
  readonly by: string;
}

export interface PaymentWriter extends PaymentReader {
  addCycle(cycle: Cycle & { readonly createdAt: IsoInstant }): Promise<void>;
  movePayDate(cycleId: string, payDate: IsoDate): Promise<void>;
  /** The last number of a run, and how many payments a cycle already has. */
  counts(cycleId: string): Promise<{ readonly lists: number; readonly payments: number }>;
  beginImport(head: ImportHead): Promise<void>;
  /** Payments of registered people, as the bank was given them. */
  addPayments(head: ImportHead, payments: readonly NewPayment[]): Promise<void>;
  /** The events of payments just added: `prepared`, and `sent` where the banks have the list. */
  addFirstEvents(head: ImportHead, payments: readonly NewPayment[]): Promise<void>;
  finishImport(id: string, rows: number, total: Halalas): Promise<void>;
}
