import type { LetterModel } from '../letters/letter-model.ts';
import { isolate } from '../shared/isolate.ts';
import type { LeftOutReason } from './dossier.ts';
import { dossierSheet, fields, fingerprint, type SheetFrame } from './dossier-sheet.ts';
import { LEFT_OUT_WORDS } from './dossier-words.ts';

export interface LeftOut {
  readonly title: string;
  /** Null for a letter that has no file yet. */
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly reason: LeftOutReason;
}

/** Stands in the place of pages that cannot be bound, so that nobody takes the dossier for whole. */
export function leftOutSheet(
  frame: SheetFrame,
  { title, fileName, sha256, reason }: LeftOut,
): LetterModel {
  return dossierSheet(frame, 'ورقة بديلة', [
    {
      kind: 'note',
      text: [
        `لم تُضم صفحات هذه الوثيقة إلى الملف. ${LEFT_OUT_WORDS[reason]} أصلها محفوظ في الفرع كما ورد.`,
      ],
    },
    fields(
      [
        ['الوثيقة', title],
        ['اسم الملف', fileName && isolate(fileName)],
        ['بصمة SHA-256', sha256 && fingerprint(sha256)],
      ],
      1,
    ),
  ]);
}
