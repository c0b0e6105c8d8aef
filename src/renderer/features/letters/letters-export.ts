import { LETTER_KINDS } from '../../../domain/letters/letter-kinds.ts';
import { LETTER_LIVES } from '../../../domain/letter-register/letter-state.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor, type ExportRequest } from '../../lib/use-export.ts';
import type { LettersAsked } from './use-letters.ts';

/** The register on view, in its filter and order. */
export function lettersExport(t: Translate, query: LettersAsked): ExportRequest {
  return {
    list: { table: 'letters', query },
    columns: [
      'number',
      'issued',
      'kind',
      'subject',
      'person',
      'nationalId',
      'case',
      'status',
      'handedOver',
      'by',
    ],
    words: {
      ...wordsFor(t, 'status', LETTER_LIVES, 'status.letter'),
      ...wordsFor(t, 'kind', LETTER_KINDS, 'letters.template'),
    },
  };
}
