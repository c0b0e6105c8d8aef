import type { ParsedInputOf } from '../../../contract/api.ts';
import type { caseLetter } from '../../../contract/cases.ts';
import type { z } from 'zod';
import type {
  LetterCaseType,
  LetterEvent,
  LetterFile,
  LetterLife,
  LetterState,
} from '../../../domain/letter-register/letter-state.ts';
import type { IssuedContent } from '../../../domain/letters/compose-letter.ts';
import type { DigitShape, LetterModel } from '../../../domain/letters/letter-model.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Page, QueuePerson, Stamp } from '../cases/ports.ts';

export type CaseType = LetterCaseType;

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
  readonly content: IssuedContent;
  /** Who wrote it by hand; left out for what follows from a decision or a list. */
  readonly draftedBy?: string;
  readonly issuedAt: IsoInstant;
  readonly issuedBy: string;
}

export interface RegisteredLetter extends QueuePerson {
  readonly id: string;
  readonly number: string;
  readonly template: string;
  readonly subject: string;
  readonly file: LetterFile;
  readonly life: LetterLife;
  readonly issuedAt: IsoInstant;
  readonly issuedByName: string;
  readonly caseType: CaseType;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly pages: number | null;
  readonly sha256: string | null;
  readonly originalOut: boolean;
  readonly printedTimes: number;
  readonly copies: number;
  readonly handedOverOn: IsoDate | null;
  readonly version: number;
}

/** A letter that waits for its bytes; `content` as it was queued, unparsed. */
export interface WaitingLetter {
  readonly id: string;
  readonly state: LetterState;
  readonly content: unknown;
}

export interface LetterFileInfo {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly pages: number;
}

export interface RecordedLetterEvent {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly by: string | null;
  readonly byName: string | null;
  readonly event: LetterEvent;
}

/** A letter with all that decides about its next step. */
export interface LetterAtHand {
  readonly version: number;
  readonly state: LetterState;
  readonly issuedAt: IsoInstant;
  /** Of whom it speaks to: the last four digits of his ID. */
  readonly idLastDigits: string;
}

/** What the register's columns say of a letter, and what its events say. */
export interface StoredLetter {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly serial: number;
  readonly state: LetterState;
  readonly events: readonly LetterEvent[];
}

export interface LetterYear {
  readonly year: number;
  /** Where the year's counter stands. */
  readonly last: number;
  readonly letters: readonly {
    readonly id: string;
    readonly number: string;
    readonly serial: number;
  }[];
}

export interface LetterReader {
  register(query: ParsedInputOf<'letters.list'>): Promise<Page<RegisteredLetter>>;
  /** The kinds of letters and the officers of the register, with how many letters each. */
  filters(): Promise<{
    readonly kinds: readonly { readonly kind: string; readonly count: number }[];
    readonly officers: readonly {
      readonly id: string;
      readonly name: string;
      readonly count: number;
    }[];
  }>;
  byId(id: string): Promise<RegisteredLetter | undefined>;
  atHand(id: string): Promise<LetterAtHand | undefined>;
  /** What happened to a letter, oldest first. */
  trail(id: string): Promise<readonly RecordedLetterEvent[]>;
  ofCase(caseType: CaseType, caseId: string): Promise<readonly z.output<typeof caseLetter>[]>;
  /** Letters without bytes that are not void, oldest first. */
  waiting(): Promise<readonly string[]>;
  waitingLetter(id: string): Promise<WaitingLetter | undefined>;
  /** Letters after an id with all of their events: for recomputing. */
  withEvents(afterId: string, limit: number): Promise<readonly StoredLetter[]>;
  /** Years that have letters or a counter. */
  years(): Promise<readonly number[]>;
  ofYear(year: number): Promise<LetterYear>;
}

export interface LetterWriter extends LetterReader {
  queue(letter: NewLetter): Promise<void>;
  /** False when another rendering came first. */
  markReady(id: string, file: LetterFileInfo, at: IsoInstant): Promise<boolean>;
  markFailed(id: string, code: string, at: IsoInstant): Promise<void>;
  /**
   * Puts an event on the trail and derives the columns from it. False when the row has changed since `version`; what
   * the event may follow is the caller's question to the rules.
   */
  record(id: string, version: number, event: LetterEvent, stamp: Stamp): Promise<boolean>;
}

/** Sets a letter as PDF; the same letter always gives the same bytes. */
export type LetterPress = (
  letter: LetterModel,
) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;

/**
 * Lays «نسخة» with the day and the officer's name on every page of a letter's archived bytes. The same input always gives
 * the same bytes.
 */
export type StampCopy = (
  bytes: Uint8Array,
  stamp: { readonly officer: string; readonly date: IsoDate; readonly digits: DigitShape },
) => Promise<Uint8Array<ArrayBuffer>>;
