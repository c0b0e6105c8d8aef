import type { FileWarning } from '../../../domain/reconciliation/stage-records.ts';
import type { BankFileReader } from './ports.ts';

/** The alarm that another file has this file's message id and says something else; the same bytes are refused before. */
export async function reusedMessage(
  files: BankFileReader,
  file: { readonly id: string; readonly kind: string; readonly messageId: string | null },
): Promise<FileWarning[]> {
  const { id, kind, messageId } = file;
  const earlier = messageId && (await files.sameMessage(kind, messageId, id));
  if (!earlier) return [];
  const { fileName, at } = earlier;
  return [{ code: 'MESSAGE_ID_REUSED', details: { messageId, fileName, at } }];
}
