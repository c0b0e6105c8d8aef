import type { ArrivedFileDto } from '../../../contract/arrivals.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Refusal, Result } from '../../../domain/shared/result.ts';

/** A file as it lies in the folder. */
export interface FoundFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAt: string;
}

export interface StoredArrival extends FoundFile {
  readonly id: string;
  readonly status: 'waiting' | 'read' | 'refused' | 'dismissed';
  readonly version: number;
}

export interface ArrivalReader {
  /** What is to be shown of a folder, oldest first: without what was dismissed, committed or thrown away. */
  shown(folder: string): Promise<readonly ArrivedFileDto[]>;
  /** Everything known of a folder. */
  inFolder(folder: string): Promise<readonly StoredArrival[]>;
  byId(id: string): Promise<StoredArrival | undefined>;
  /** Another arrival with the same bytes. */
  sameContent(sha256: string, except: string): Promise<{ readonly name: string } | undefined>;
}

export interface ArrivalWriter extends ArrivalReader {
  /** A file that has come, or has come again under the name of an earlier one. */
  arrived(id: string, folder: string, file: FoundFile, at: IsoInstant): Promise<void>;
  read(
    id: string,
    file: { readonly sha256: string; readonly fileId: string },
    by: { readonly at: IsoInstant; readonly officerId: string },
  ): Promise<void>;
  refused(
    id: string,
    sha256: string | null,
    refusal: Refusal,
    by: { readonly at: IsoInstant; readonly officerId: string },
  ): Promise<void>;
  /** Files that were refused with one of these codes are read once more. */
  readAgain(codes: readonly string[]): Promise<void>;
  dismiss(id: string): Promise<void>;
  /** Of files that are gone from the folder. */
  remove(ids: readonly string[]): Promise<void>;
}

export type FolderProblem =
  'WATCHED_FOLDER_GONE' | 'WATCHED_FOLDER_UNREADABLE' | 'WATCHED_FOLDER_NO_FOLDER';

/** The folder on the disk. */
export interface WatchableFolders {
  /** The files that lie in a folder itself, by name. */
  scan(folder: string): Promise<Result<readonly FoundFile[], Refusal<FolderProblem>>>;
  /** Whether a folder is, or lies in, the branch's own data folder. */
  isOurs(folder: string): boolean;
}

/** What the watch knows of its folder at the moment, in memory only. */
export interface WatchState {
  problem: Refusal | null;
  waitsForOfficer: boolean;
  /** The arrival that is being read. */
  readingId: string | null;
}
