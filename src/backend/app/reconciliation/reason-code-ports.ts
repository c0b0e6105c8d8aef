import type { OutputOf } from '../../../contract/api.ts';
import type { ReasonContent } from '../../../contract/reason-codes.ts';
import type { ReasonCode, ReasonCodeList } from '../../../domain/reconciliation/reason-code.ts';
import type { PostingStamp } from './posting-ports.ts';

export interface ReasonKey {
  readonly list: ReasonCodeList;
  readonly code: string;
}

type Stored = OutputOf<'reconciliation.reasonCodes'>['codes'][number];

export interface ReasonCodeReader {
  all(): Promise<readonly Stored[]>;
  one(key: ReasonKey): Promise<Stored | undefined>;
  history(key: ReasonKey): Promise<OutputOf<'reconciliation.reasonCodeHistory'>>;
  /** Codes of exceptions that the table has not. */
  unknown(): Promise<OutputOf<'reconciliation.unknownReasonCodes'>>;
}

export interface ReasonCodeWriter extends ReasonCodeReader {
  /** Adds those that the table has not; what it has stays as it is. */
  fill(codes: readonly Required<ReasonCode>[]): Promise<void>;
  add(key: ReasonKey, content: ReasonContent, by: PostingStamp): Promise<void>;
  /** Keeps what the code said, and says it anew. False when it has changed since `version`. */
  change(
    key: ReasonKey,
    version: number,
    content: ReasonContent,
    by: PostingStamp,
  ): Promise<boolean>;
  /**
   * Open exceptions whose reason was unclear become what the bank did to the payment, rejected or returned; answers how
   * many.
   */
  makeClear(key: ReasonKey): Promise<number>;
}
