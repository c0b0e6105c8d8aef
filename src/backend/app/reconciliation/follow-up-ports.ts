import type { FollowUpDto, FollowUpRow } from '../../../contract/follow-ups.ts';
import type { AskedPayment } from '../../../domain/reconciliation/follow-up-draft.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { PostingStamp } from './posting-ports.ts';

/** What a message about an exception is made of. */
export interface FollowUpFacts {
  readonly exceptionId: string;
  readonly version: number;
  readonly bankCode: string | null;
  readonly month: IsoMonth | null;
  readonly person: {
    readonly beneficiaryId: string;
    readonly name: string;
    readonly phone: string | null;
  } | null;
  readonly payment: AskedPayment;
}

export interface NewFollowUp {
  readonly id: string;
  readonly asked: FollowUpDto['asked'];
  readonly bankCode: string | null;
  readonly text: string;
  readonly dueOn: IsoDate;
  readonly exceptions: readonly string[];
}

export interface FollowUpReader {
  /** In the order of the ids. */
  facts(exceptionIds: readonly string[]): Promise<readonly FollowUpFacts[]>;
  /** What was asked about an exception, the newest first. */
  of(exceptionId: string): Promise<FollowUpDto[]>;
  list(query: {
    readonly due: boolean;
    readonly today: IsoDate;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly rows: FollowUpRow[]; readonly total: number }>;
}

export interface FollowUpWriter extends FollowUpReader {
  /** Records it, and when its exceptions are looked at again. */
  add(followUp: NewFollowUp, by: PostingStamp): Promise<void>;
}
