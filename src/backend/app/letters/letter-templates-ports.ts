import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';
import type { LetterLogo } from '../../../domain/letters/letter-model.ts';
import type { LetterTemplate } from '../../../domain/letters/letter-template.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Refusal, Result } from '../../../domain/shared/result.ts';

/** One version of a template, without what it says. */
export interface TemplateVersion {
  readonly kind: LetterKind;
  readonly version: number;
  readonly sha256: string;
  /** Number of the version that came with the application; null for what the branch wrote. */
  readonly shippedVersion: number | null;
  readonly basedOn: number | null;
  readonly note: string | null;
  readonly createdAt: IsoInstant;
  /** Who wrote it; null for what came with the application. */
  readonly createdBy: string | null;
}

export interface StoredTemplate extends TemplateVersion {
  readonly template: LetterTemplate;
}

export interface NewTemplate {
  readonly template: LetterTemplate;
  readonly shippedVersion: number | null;
  readonly basedOn: number | null;
  readonly note: string | null;
  readonly at: IsoInstant;
  readonly officerId: string | null;
}

export interface LetterTemplateReader {
  /**
   * The version that letters are issued with: the newest that the branch wrote, or while it has written none the newest
   * that came with the application. A branch's own words are never replaced by an update.
   */
  current(kind: LetterKind): Promise<StoredTemplate | undefined>;
  currentVersion(kind: LetterKind): Promise<number | undefined>;
  version(kind: LetterKind, version: number): Promise<StoredTemplate | undefined>;
  /** The current version of each kind. */
  currentOfEach(): Promise<readonly StoredTemplate[]>;
  /** All versions, the newest first. */
  history(kind: LetterKind): Promise<readonly TemplateVersion[]>;
  newestVersion(kind: LetterKind): Promise<number>;
  /** The version of each kind that came with the application last. */
  shippedOfEach(): Promise<readonly StoredTemplate[]>;
  /** The versions that came with the application and are kept. */
  shipped(): Promise<readonly { readonly kind: LetterKind; readonly shippedVersion: number }[]>;
}

export interface LetterTemplateWriter extends LetterTemplateReader {
  add(template: NewTemplate): Promise<void>;
}

/** The format of a logo by its content. Errors: LOGO_TOO_LARGE, LOGO_FORMAT, LOGO_PIXELS, LOGO_DAMAGED. */
export type InspectLogo = (
  bytes: Uint8Array,
) => Promise<Result<{ readonly format: LetterLogo['format'] }, Refusal>>;
