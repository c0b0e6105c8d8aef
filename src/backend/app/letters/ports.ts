import type { ParsedInputOf } from '../../../contract/api.ts';
import type { CaseEventDto } from '../../../contract/cases.ts';
import type { LETTER_STATUSES } from '../../../contract/letters.ts';
import type { LetterContent } from '../../../domain/letters/compose-letter.ts';
import type { LetterModel } from '../../../domain/letters/letter-model.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Page, QueuePerson } from '../cases/ports.ts';

export type LetterStatus = (typeof LETTER_STATUSES)[number];
export type CaseType = 'complaint' | 'objection' | 'resume';

/** A letter as it is queued: whole, so that setting it needs nothing else. */
export interface NewLetter {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly serial: number;
  readonly beneficiaryId: string;
  readonly caseType: CaseType;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly subject: string;
  readonly content: LetterContent;
  readonly issuedAt: IsoInstant;
  readonly issuedBy: string;
}

export interface RegisteredLetter extends QueuePerson {
  readonly id: string;
  readonly number: string;
  readonly template: string;
  readonly subject: string;
  readonly status: LetterStatus;
  readonly issuedAt: IsoInstant;
  readonly issuedByName: string;
  readonly caseType: CaseType;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly pages: number | null;
  readonly sha256: string | null;
  readonly printedTimes: number;
  readonly version: number;
}

/** A letter that waits for its bytes; `content` as it was queued, unparsed. */
export interface WaitingLetter {
  readonly id: string;
  readonly status: LetterStatus;
  readonly attempts: number;
  readonly content: unknown;
}

export interface LetterFileInfo {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly pages: number;
}

export interface LetterReader {
  register(query: ParsedInputOf<'letters.list'>): Promise<Page<RegisteredLetter>>;
  byId(id: string): Promise<RegisteredLetter | undefined>;
  /** What happened to a letter, oldest first. */
  trail(id: string): Promise<readonly CaseEventDto[]>;
  ofCase(
    caseType: CaseType,
    caseId: string,
  ): Promise<readonly { id: string; number: string; status: LetterStatus }[]>;
  /** Letters that are queued or failed, oldest first. */
  waiting(): Promise<readonly string[]>;
  waitingLetter(id: string): Promise<WaitingLetter | undefined>;
  /** Letters with bytes after an id: for checking the archive. */
  archived(
    afterId: string,
    limit: number,
  ): Promise<readonly { id: string; number: string; sha256: string }[]>;
}

export interface LetterWriter extends LetterReader {
  queue(letter: NewLetter): Promise<void>;
  /** False when another rendering came first. */
  markReady(id: string, file: LetterFileInfo, at: IsoInstant): Promise<boolean>;
  markFailed(id: string, code: string, at: IsoInstant): Promise<void>;
  /** How often it has been printed with this; undefined when the row has changed since `version`. */
  recordPrint(
    id: string,
    version: number,
    by: { readonly officerId: string; readonly at: IsoInstant },
  ): Promise<number | undefined>;
}

/** Sets a letter as PDF; the same letter always gives the same bytes. */
export type LetterPress = (
  letter: LetterModel,
) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
