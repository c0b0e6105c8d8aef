import type {
  CollectedStatement,
  EntryDifference,
} from '../../../domain/reconciliation/collect-statements.ts';
import type { ExceptionKind } from '../../../domain/reconciliation/exception-kind.ts';
import type { StatementProblemCode } from '../../../domain/reconciliation/statement-chain.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';

/** A statement as it is kept, with the file it came in. */
export interface StoredStatement extends CollectedStatement {
  readonly id: string;
  readonly fileId: string;
  readonly fileName: string;
}

export interface StatementSeries {
  readonly account: string | null;
  readonly currency: string | null;
}

/** What about a statement calls for an officer. */
export type StatementFault = StatementProblemCode | 'detailsDiffer' | 'foreignAccount';

export interface OpenFault {
  readonly statementId: string;
  readonly fault: StatementFault;
  /** Number of the entry that is meant; 0 for the statement. */
  readonly subject: number;
  readonly kind: Extract<ExceptionKind, 'balanceBreak' | 'foreignAccount'>;
  readonly expected: string | null;
  readonly found: string | null;
  readonly other: string | null;
  /** Halalas in question; null where there is no sum, or none in riyals. */
  readonly amount: number | null;
  readonly bankLineId: number | null;
}

export interface KnownFault {
  readonly exceptionId: string;
  readonly statementId: string;
  readonly fault: string;
  readonly subject: number;
  readonly status: 'open' | 'resolved' | 'withdrawn';
}

/** What an exception about a statement is about. */
export interface StatementExceptionDetail {
  readonly statement: StoredStatement;
  readonly fault: StatementFault;
  readonly expected: string | null;
  readonly found: string | null;
  readonly other: string | null;
}

export interface StatementReader {
  /** Statements (not notifications) of committed files. */
  series(): Promise<readonly StatementSeries[]>;
  /** The committed statements of one account and currency, in the order in which they were committed. */
  ofSeries(series: StatementSeries): Promise<readonly StoredStatement[]>;
  /** Statements and notifications of one file, whatever became of it, in its order. */
  ofFile(fileId: string): Promise<readonly StoredStatement[]>;
  ofException(exceptionId: string): Promise<StatementExceptionDetail | undefined>;
}

export interface StatementWriter extends StatementReader {
  keep(
    fileId: string,
    statements: readonly (CollectedStatement & { readonly id: string })[],
    differences: readonly EntryDifference[],
  ): Promise<void>;
  forget(fileId: string): Promise<void>;
  /**
   * Entries of a file that their details contradict and that speak of a payment of ours, with the first such line.
   */
  differencesOfOurs(fileId: string): Promise<readonly (EntryDifference & { lineId: number })[]>;
  faultsOf(statementIds: readonly string[]): Promise<readonly KnownFault[]>;
  /** Opens exceptions for the cycle that each statement belongs to. */
  open(faults: readonly (OpenFault & { readonly id: string })[], at: IsoInstant): Promise<void>;
  /** Opens withdrawn ones again. */
  reopen(exceptionIds: readonly string[]): Promise<void>;
  withdraw(exceptionIds: readonly string[]): Promise<void>;
}
