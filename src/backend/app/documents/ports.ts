import type { DocumentRef } from '../../../contract/cases.ts';
import type { OWNER_TYPES } from '../../../contract/documents.ts';
import type { ActiveContent } from '../../../domain/documents/document-content.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Refusal, Result } from '../../../domain/shared/result.ts';

/** Files by the SHA-256 of their content, below the data folder; nothing is ever overwritten. */
export interface ContentStore {
  /** Stores bytes durably (temporary file, fsync, rename). */
  put(bytes: Uint8Array): Promise<{ sha256: string; sizeBytes: number }>;
  /** Copies a file in, hashing as it goes. */
  putFile(path: string, signal?: AbortSignal): Promise<{ sha256: string; sizeBytes: number }>;
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  pathOf(sha256: string): string;
}

export type OwnerType = (typeof OWNER_TYPES)[number];

export interface StoredDocument extends DocumentRef {
  readonly ownerType: OwnerType;
  readonly ownerId: string;
  readonly sha256: string;
}

export interface NewDocument extends StoredDocument {
  readonly addedAt: IsoInstant;
  readonly addedBy: string | null;
}

export interface DocumentReader {
  byId(id: string): Promise<StoredDocument | undefined>;
  /** Documents of a case or a person, in the order in which they came. */
  of(ownerType: OwnerType, ownerId: string): Promise<readonly StoredDocument[]>;
}

export interface DocumentWriter extends DocumentReader {
  add(document: NewDocument): Promise<void>;
}

export type DocumentProblem =
  | 'DOCUMENT_EMPTY'
  | 'DOCUMENT_TYPE'
  | 'DOCUMENT_DAMAGED'
  | 'DOCUMENT_ENCRYPTED'
  | 'DOCUMENT_TOO_COMPLEX';

/** What a file holds by its content; its name is never asked. Throws `Cancelled` when the signal is aborted. */
export type InspectDocument = (
  bytes: Uint8Array,
  signal?: AbortSignal,
) => Promise<
  Result<
    {
      readonly mime: 'application/pdf' | 'image/png' | 'image/jpeg';
      readonly pages: number | null;
      readonly contents: readonly ActiveContent[];
    },
    Refusal<DocumentProblem>
  >
>;

/** What may leave the archive of a document, as a PDF of so many pages. Throws `Cancelled` when the signal is aborted. */
export type CleanDocument = (
  bytes: Uint8Array,
  signal?: AbortSignal,
) => Promise<
  Result<
    { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number },
    Refusal<DocumentProblem>
  >
>;
