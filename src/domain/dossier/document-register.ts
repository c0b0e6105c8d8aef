import type { ActiveContent } from '../documents/document-content.ts';
import type { LetterBlock } from '../letters/letter-model.ts';
import { isolate } from '../shared/isolate.ts';
import { fingerprint, numbered, section } from './dossier-sheet.ts';
import { DOCUMENTS_TITLE } from './dossier.ts';
import { CONTENT_WORDS } from './dossier-words.ts';

export interface RegisteredDocument {
  readonly title: string;
  readonly fileName: string;
  readonly pages: number | null;
  readonly sha256: string;
  readonly contents: readonly ActiveContent[];
}

/** Which documents the case rests on, each with the hash by which its original can be told. */
export function documentRegister(documents: readonly RegisteredDocument[]): LetterBlock[] {
  if (documents.length === 0) return [];
  return [
    section(DOCUMENTS_TITLE),
    numbered(
      documents.map(({ title, fileName, pages, sha256, contents }) => [
        { strong: `${title}. ` },
        `الملف ${isolate(fileName)}${pages === null ? '' : `، صفحاته ${pages}`}. `,
        contents.length === 0
          ? ''
          : `أُزيل من نسخته هنا: ${contents.map((content) => CONTENT_WORDS[content]).join('، ')}. `,
        `بصمته: ${fingerprint(sha256)}`,
      ]),
    ),
  ];
}
