import type { ComparedFile, PairGround } from '../../../domain/duplicates/compare-files.ts';
import type {
  MergeableFile,
  MergeStatus,
  PaidMonth,
  RestsOnMerge,
} from '../../../domain/duplicates/merge.ts';
import type { PairEventType, PairStatus } from '../../../domain/duplicates/pair-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Page, Stamp } from '../cases/ports.ts';

export interface PairPerson {
  readonly beneficiaryId: string;
  readonly name: string;
  readonly nationalId: string;
}

export interface StoredPair {
  readonly id: string;
  readonly score: number;
  readonly grounds: readonly PairGround[];
  readonly status: PairStatus;
  readonly one: PairPerson;
  readonly other: PairPerson;
  readonly foundAt: IsoInstant;
  readonly requestId: string | null;
  readonly version: number;
}

/** A file with what it carries, as it is shown beside another. */
export interface FileSide extends PairPerson {
  readonly compared: ComparedFile;
  readonly address: string;
  readonly registeredOn: IsoDate;
  readonly dependants: number;
  readonly payments: number;
  readonly paid: Halalas;
  readonly lastMonth: IsoMonth | null;
  readonly plannedPayments: number;
  readonly cases: number;
  readonly letters: number;
}

export interface StoredMerge {
  readonly id: string;
  readonly pairId: string;
  readonly keptId: string;
  readonly leftId: string;
  readonly status: MergeStatus;
  readonly reason: string;
  readonly proposedAt: IsoInstant;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly decidedAt: IsoInstant | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string;
  readonly undoneAt: IsoInstant | null;
  readonly undoneBy: string | null;
  readonly version: number;
}

export interface PairHistory {
  readonly type: PairEventType;
  readonly at: IsoInstant;
  readonly by: string | null;
  readonly reason: string;
}

/** Somebody who lives in more than one family, by what the last search found. */
export interface TwiceCounted {
  readonly nationalId: string;
  readonly name: string;
  readonly families: readonly {
    readonly beneficiaryId: string;
    readonly headName: string;
    readonly as: 'head' | 'dependant';
    readonly since: IsoDate;
  }[];
}

export interface LastSearch {
  readonly at: IsoInstant;
  readonly by: string;
  readonly files: number;
  readonly compared: number;
  readonly found: number;
  readonly crowded: number;
}

export interface DuplicateReader {
  lastSearch(): Promise<LastSearch | null>;
  counts(): Promise<Record<PairStatus, number>>;
  /** The likeliest first; open ones as the last search found them. */
  pairs(query: {
    readonly status: PairStatus;
    readonly offset: number;
    readonly limit: number;
  }): Promise<Page<StoredPair>>;
  pair(id: string): Promise<StoredPair | undefined>;
  side(beneficiaryId: string): Promise<FileSide | undefined>;
  /** Payments of both files. */
  payments(keptId: string, leftId: string): Promise<readonly PaidMonth[]>;
  mergeable(beneficiaryId: string): Promise<MergeableFile | undefined>;
  /** The last one of a pair. */
  mergeOf(pairId: string): Promise<StoredMerge | undefined>;
  merge(id: string): Promise<StoredMerge | undefined>;
  restsOn(merge: StoredMerge): Promise<RestsOnMerge>;
  history(pairId: string): Promise<readonly PairHistory[]>;
  request(
    id: string,
  ): Promise<{ readonly id: string; readonly number: string; readonly dueOn: IsoDate } | undefined>;
  /** Files that are nobody else's by now, by their numbers from `afterNo` on, without accounts. */
  files(afterNo: number, limit: number): Promise<readonly ComparedFile[]>;
  /** Of accounts from one IBAN to before another: files that were ever paid to one that another file was too. */
  sharedAccounts(
    fromIban: string,
    beforeIban: string,
  ): Promise<readonly { readonly no: number; readonly iban: string; readonly current: boolean }[]>;
  /** Ids of dependants from one id to before another who are in two families today, with where they live. */
  livingTwice(
    fromId: string,
    beforeId: string,
    today: IsoDate,
  ): Promise<
    readonly { readonly nationalId: string; readonly no: number; readonly subject: number }[]
  >;
  twiceCounted(
    window: { readonly offset: number; readonly limit: number },
    today: IsoDate,
  ): Promise<Page<TwiceCounted>>;
}

export interface FoundPair {
  readonly id: string;
  readonly one: number;
  readonly other: number;
  readonly score: number;
  readonly grounds: readonly PairGround[];
}

export interface DuplicateWriter extends DuplicateReader {
  addSearch(search: Omit<LastSearch, 'at' | 'by'>, by: Stamp): Promise<number>;
  /** Pairs that are known keep what was answered. How many are new. */
  putPairs(search: number, pairs: readonly FoundPair[], at: IsoInstant): Promise<number>;
  putTwiceCounted(
    search: number,
    found: readonly {
      readonly nationalId: string;
      readonly no: number;
      readonly subject: number;
    }[],
  ): Promise<void>;
  /** False when the pair has changed since. */
  setStatus(
    id: string,
    version: number,
    status: PairStatus,
    requestId?: string | null,
  ): Promise<boolean>;
  append(pairId: string, type: PairEventType, reason: string, by: Stamp): Promise<void>;
  addMerge(
    merge: Pick<StoredMerge, 'id' | 'pairId' | 'keptId' | 'leftId' | 'reason'>,
    by: Stamp,
  ): Promise<void>;
  /** False when it has changed since. */
  decideMerge(
    id: string,
    version: number,
    decision: { readonly status: 'merged' | 'rejected' | 'withdrawn'; readonly reason: string },
    by: Stamp,
  ): Promise<boolean>;
  undoMerge(id: string, version: number, reason: string, by: Stamp): Promise<boolean>;
  /** Lets a file point to the one that stays, or stand alone again. */
  pointTo(leftId: string, keptId: string | null): Promise<void>;
}
