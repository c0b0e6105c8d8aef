import type { LeftOut } from '../../../domain/dossier/left-out.ts';
import { DOCUMENTS_TITLE, LETTERS_TITLE } from '../../../domain/dossier/dossier.ts';
import type { JobContext } from '../context.ts';
import type { CleanDocument, DocumentProblem, StoredDocument } from '../documents/ports.ts';
import { readVerified } from '../documents/read-verified.ts';

/** What came from others or was sent to them, with its pages, or why they are not here. */
export interface Enclosure {
  readonly title: string;
  readonly group: string;
  readonly content: { readonly bytes: Uint8Array; readonly pages: number } | LeftOut;
}

/** The letters of the case: exactly the bytes that were archived. */
export async function gatherLetters(
  { repos, content, operation }: JobContext,
  letters: readonly { readonly id: string; readonly number: string | null }[],
): Promise<Enclosure[]> {
  const enclosures: Enclosure[] = [];
  for (const { id, number } of letters) {
    await operation.breathe();
    const letter = await repos.letters.byId(id);
    if (!letter) continue;
    const title = `${letter.subject} (${number ?? ''})`;
    const { sha256, pages } = letter;
    const none = { title, fileName: null, sha256 };
    const read = sha256 === null ? null : await readVerified(content, sha256);
    enclosures.push({
      title,
      group: LETTERS_TITLE,
      content:
        read === null || pages === null
          ? { ...none, reason: 'LETTER_NOT_READY' }
          : read.ok
            ? { bytes: read.value, pages }
            : { ...none, reason: read.error.code },
    });
  }
  return enclosures;
}

/** Clean copies of the documents of the case, one after the other. */
export async function gatherDocuments(
  { content, operation }: JobContext,
  documents: readonly StoredDocument[],
  clean: CleanDocument,
): Promise<Enclosure[]> {
  const enclosures: Enclosure[] = [];
  for (const [index, document] of documents.entries()) {
    operation.progress('cleaning', index, documents.length);
    await operation.breathe();
    const { title, fileName, sha256 } = document;
    const read = await readVerified(content, sha256);
    const copy = read.ok ? await clean(read.value, operation.signal) : read;
    enclosures.push({
      title,
      group: DOCUMENTS_TITLE,
      content: copy.ok
        ? copy.value
        : { title, fileName, sha256, reason: leftOutReason(copy.error.code) },
    });
  }
  return enclosures;
}

/** What is no PDF and no picture was never taken: here it is damage. */
function leftOutReason(
  code: DocumentProblem | 'CONTENT_MISSING' | 'CONTENT_DAMAGED',
): LeftOut['reason'] {
  return code === 'DOCUMENT_EMPTY' || code === 'DOCUMENT_TYPE' ? 'DOCUMENT_DAMAGED' : code;
}
