import type { IsoInstant } from '../../../../domain/shared/iso-date.ts';

export interface LetterKey {
  /** Eight hexadecimal digits. */
  readonly id: string;
  /** 32 bytes in hexadecimal; never leaves the backend. */
  readonly secret: string;
}

/** What the key signed of a letter. */
export interface StoredSeal {
  readonly letterId: string;
  readonly keyId: string;
  readonly contentSha256: string;
  readonly code: string;
}

/** A seal with what it was given for. */
export interface SealOfLetter extends StoredSeal {
  readonly number: string;
  readonly issuedAt: IsoInstant;
}

/** A stamped copy as the trail of its letter has it. */
export interface IssuedCopy {
  readonly letterId: string;
  readonly at: IsoInstant;
  readonly officerName: string;
}

export interface LetterSealReader {
  /** The key that new letters are sealed with. */
  currentKey(): Promise<LetterKey | undefined>;
  key(id: string): Promise<LetterKey | undefined>;
  ofLetter(letterId: string): Promise<SealOfLetter | undefined>;
  /** Id, date of issue and stored content of a letter, by its number. */
  letterByNumber(
    number: string,
  ): Promise<
    { readonly id: string; readonly issuedAt: IsoInstant; readonly content: string } | undefined
  >;
  letterByFile(sha256: string): Promise<string | undefined>;
  copyByFile(sha256: string): Promise<IssuedCopy | undefined>;
}

export interface LetterSealWriter extends LetterSealReader {
  addKey(key: LetterKey, at: IsoInstant): Promise<void>;
  add(seal: StoredSeal): Promise<void>;
  addCopy(copy: {
    readonly sha256: string;
    readonly letterId: string;
    readonly at: IsoInstant;
    readonly officerId: string;
  }): Promise<void>;
}
