import path from 'node:path';
import { composeLetter } from '../../../domain/letters/compose-letter.ts';
import type { LetterData } from '../../../domain/letters/kinds/all-kinds.ts';
import type { LetterModel } from '../../../domain/letters/letter-model.ts';
import { loadShippedTemplates, shippedTemplate } from '../shipped-templates.ts';

const templates = await loadShippedTemplates(
  path.resolve(import.meta.dirname, '../../../../resources'),
);

/** A letter in the words that ship. */
export function composeShipped(content: LetterData): LetterModel {
  return composeLetter(content, shippedTemplate(templates, content.template), null);
}
