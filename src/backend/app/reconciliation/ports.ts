import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { BankFileDto, PreviewDto } from '../../../contract/reconciliation.ts';
import type { BankFileKind, BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import type {
  ExceptionKind,
  ExceptionResolution,
} from '../../../domain/reconciliation/exception-kind.ts';
import type { FileWarning, LateEntry } from '../../../domain/reconciliation/stage-records.ts';
import type { TableMapping } from '../../../domain/reconciliation/table-mapping.ts';
import type { StagedLine } from '../../../domain/reconciliation/staged-line.ts';
import type { Judgement } from '../../../domain/reconciliation/judge-line.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { PostingStamp } from './posting-ports.ts';

export interface AnswerReadOptions {
  readonly signal: AbortSignal;
  readonly maxBytes: number;
  /** Bytes read and bytes in all. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A bank's file being read. */
export interface BankAnswer {
  readonly kind: BankFileKind;
  readonly version: string | null;
  readonly encoding: string | null;
  /** Throws `RefusedFile`, and `Cancelled` when the signal was aborted; what came before it must be thrown away. */
  records(): AsyncIterable<readonly BankRecord[]>;
  /** For a table, which says nothing without a mapping: `records()` refuses it. */
  readonly table?: TableAnswer;
}

export interface TableAnswer {
  readonly kind: 'csv' | 'xlsx';
  readonly encodingGuessed: boolean;
  /** As `BankAnswer.records`, by a mapping and the titles it was made for. */
  records(mapped: {
    readonly mapping: TableMapping;
    readonly header: string;
    readonly bankCode: string;
  }): AsyncIterable<readonly BankRecord[]>;
}

/** Banks' files on the disk. Every call may throw `RefusedFile`, and `Cancelled` when the signal was aborted. */
export interface BankAnswerFiles {
  hash(path: string, signal: AbortSignal): Promise<{ sha256: string; sizeBytes: number }>;
  open(path: string, options: AnswerReadOptions): Promise<BankAnswer>;
  /** The bank's own text between two offsets in bytes; of a whole batch or message (an empty range) its beginning. */
  rawText(path: string, start: number, end: number, encoding: string | null): Promise<string>;
}

/** What committing a file does, counted when its lines were matched. */
export type FileSummary = Omit<PreviewDto, 'file' | 'warnings'>;

export interface BankFile extends Omit<BankFileDto, 'committedBy' | 'stagedBy'> {
  readonly sha256: string;
  readonly encoding: string | null;
  readonly warnings: readonly FileWarning[];
  readonly summary: FileSummary | null;
  readonly matchedState: string | null;
  readonly cycleId: string | null;
  readonly commitNo: number | null;
}

export interface NewBankFile {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly kind: BankFileKind;
  readonly messageVersion: string | null;
  readonly encoding: string | null;
  readonly at: IsoInstant;
  readonly by: string;
}

/** A payment of ours, as far as a bank's line needs it. */
export interface LedgerPayment {
  readonly no: number;
  readonly status: PaymentStatus;
  /** Halalas. */
  readonly amount: number;
  readonly cycleNumber: number;
}

/** A line with its place in the file, the payment that has its end-to-end id, and what it does where that is certain. */
export interface KeptLine extends StagedLine {
  readonly lineNo: number;
  readonly reasonClear: boolean;
  /** Whether an earlier line of the file is about the same payment. */
  readonly repeats: boolean;
  readonly payment: LedgerPayment | null;
  /** Null for what is judged once the whole file is read. */
  readonly judgement: Judgement | null;
}

/** Numbers of lines or of payments, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

export interface SeenFile {
  readonly id: string;
  readonly fileName: string;
  readonly status: string;
  /** When, and by whom, it was committed, else read. */
  readonly at: IsoInstant;
  readonly by: string;
}

export interface BankFileReader {
  /** Newest first, without those being read. */
  list(): Promise<readonly BankFileDto[]>;
  dto(id: string): Promise<BankFileDto | undefined>;
  /** Undefined for one that is still being read. */
  byId(id: string): Promise<BankFile | undefined>;
  /** The file with this content that is being read, previewed or committed. */
  seen(sha256: string): Promise<SeenFile | undefined>;
  /** Another previewed or committed file of this kind and message id. */
  sameMessage(
    kind: string,
    messageId: string,
    except: string,
  ): Promise<{ fileName: string; at: IsoInstant } | undefined>;
  /** Files whose reading was interrupted by a stop of the process. */
  interrupted(): Promise<readonly string[]>;
  /** Changes whenever an event was appended or a file committed: the ledger that lines were matched against. */
  ledgerState(): Promise<string>;
  totals(cycleId: string): Promise<Omit<OutputOf<'reconciliation.totals'>, 'balances'>>;
}

export interface BankFileWriter extends BankFileReader {
  /** As being read. */
  add(file: NewBankFile): Promise<void>;
  addLines(fileId: string, lines: readonly KeptLine[]): Promise<void>;
  /** Lines of which is known later whether and when they were booked; what is not booked is judged anew. */
  amendLateEntry(fileId: string, entry: LateEntry): Promise<void>;
  setMessage(
    fileId: string,
    message: {
      readonly messageId: string | null;
      readonly originalMessageId: string | null;
      readonly lines: number;
      /** The payments that lines are about; null without any. */
      readonly payments: NumberRange | null;
    },
  ): Promise<void>;
  /** Notes anew which payments lines are about. */
  notePayments(fileId: string): Promise<void>;
  /** Records what the lines do; a file that was being read is a preview from then on. */
  setMatched(
    fileId: string,
    matched: {
      readonly summary: FileSummary;
      readonly warnings: readonly FileWarning[];
      readonly matchedState: string;
      readonly cycleId: string | null;
    },
  ): Promise<void>;
  /** False when the file has changed since `version`. */
  setStatus(
    fileId: string,
    version: number,
    status: 'committed' | 'undone' | 'discarded',
    by: { readonly at: IsoInstant; readonly officerId: string },
  ): Promise<boolean>;
  /** The next lines of a file after an id, all or some of them; null when there are none. */
  nextRange(
    fileId: string,
    after: number,
    size: number,
    which?: 'unjudged' | 'exceptions',
  ): Promise<NumberRange | null>;
  /** Lets the content of a file that is being removed be read anew. */
  disown(fileId: string): Promise<void>;
  removeLines(fileId: string, range: NumberRange): Promise<void>;
  remove(fileId: string): Promise<void>;
}

type ExceptionRow = OutputOf<'reconciliation.exceptions'>['rows'][number];
type ExceptionDetail = OutputOf<'reconciliation.exception'>;

/** An exception with whole numbers: masked before it leaves the backend. */
export interface StoredException extends Omit<ExceptionRow, 'person' | 'action'> {
  readonly person: {
    readonly beneficiaryId: string;
    readonly name: string;
    readonly nationalId: string;
  } | null;
}

export interface StoredExceptionDetail extends Omit<
  ExceptionDetail,
  'row' | 'line' | 'payment' | 'reason' | 'followUps'
> {
  readonly row: StoredException;
  readonly line:
    | (Omit<NonNullable<ExceptionDetail['line']>, 'raw'> & {
        readonly rawStart: number;
        readonly rawEnd: number;
        readonly sha256: string;
        readonly encoding: string | null;
      })
    | null;
  readonly payment:
    | (Omit<NonNullable<ExceptionDetail['payment']>, 'maskedIban'> & { readonly iban: string })
    | null;
}

/** What kind of exception it is and for what reason: what decides the required action. */
export interface ExceptionSort {
  readonly kind: ExceptionKind;
  readonly reasonList: string | null;
  readonly reasonCode: string | null;
}

export type ExceptionCount = Omit<
  OutputOf<'reconciliation.exceptionCounts'>[number],
  'action' | 'side' | 'title'
>;

export type CountQuery = ParsedInputOf<'reconciliation.exceptionCounts'> & {
  readonly today: IsoDate;
};

export interface ExceptionReader {
  counts(query: CountQuery): Promise<readonly ExceptionCount[]>;
  list(
    query: Omit<ParsedInputOf<'reconciliation.exceptions'>, 'action'> & {
      readonly today: IsoDate;
      /** Only these kinds and reasons. */
      readonly among?: readonly ExceptionSort[];
    },
  ): Promise<{ readonly rows: readonly StoredException[]; readonly total: number }>;
  detail(id: string): Promise<StoredExceptionDetail | undefined>;
  byIds(ids: readonly string[]): Promise<
    readonly {
      readonly id: string;
      readonly kind: ExceptionKind;
      readonly reasonList: string | null;
      readonly reasonCode: string | null;
      readonly status: 'open' | 'resolved' | 'withdrawn';
      readonly version: number;
    }[]
  >;
  /** The month of a closed cycle that one of the exceptions belongs to. */
  closedMonth(ids: readonly string[]): Promise<IsoMonth | null>;
  /** Resolved exceptions that a file opened. */
  resolvedOf(fileId: string): Promise<number>;
}

export interface ExceptionWriter extends ExceptionReader {
  resolve(
    ids: readonly string[],
    resolution: ExceptionResolution,
    note: string,
    by: PostingStamp,
  ): Promise<void>;
  reopen(ids: readonly string[]): Promise<void>;
  /** Open ones that a file opened. */
  withdraw(fileId: string): Promise<void>;
}
