import type { ActiveContent } from '../../../domain/documents/document-content.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';

/** What acts in a document, in words: `برامج JavaScript، ملفات مرفقة داخله`. */
export function contentWords(t: Translate, contents: readonly ActiveContent[]): string {
  return contents.map((content) => t(`cases.content.${content}`)).join(t('cases.listComma'));
}
